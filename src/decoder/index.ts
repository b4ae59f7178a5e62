/** Text in, findings out. Pure, synchronous, never throws, steps linear in the input. */
export { createDecoder, decode } from './decoder.ts';
export type { Decoder, DecoderOptions } from './decoder.ts';
export type * from './report.ts';
