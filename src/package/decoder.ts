/** The decoder alone. It is handed the data, so that a page or a worker can load them on its own. */
import type { DecoderData } from '#catalog';
import {
  createDecoder as create,
  decode as decodeWith,
  type Decoder,
  type DecoderOptions,
  type Report,
} from '#decoder';

export type { DecoderCode, DecoderData, DecoderSet } from '#catalog';
export type * from '#decoder';

/** A decoder for one input: push chunks of any size, then end. State is bounded by what it finds. */
export function createDecoder(data: DecoderData, options?: DecoderOptions): Decoder {
  return create(data, options);
}

/** Decodes one text. */
export function decode(text: string, data: DecoderData, options?: DecoderOptions): Report {
  return decodeWith(text, data, options);
}
