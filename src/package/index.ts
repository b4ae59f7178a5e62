/** Failure codes of messaging providers: a decoder, explanations, and constants for every code set. */
import type { ExplainedCode, ExplainedDigits } from './explained.ts';
import { createDecoder as createWith, type Decoder, type DecoderOptions, type Report } from './decoder.ts';
import { decoderData } from './data.ts';
import { reference } from './loaded-data.ts';

export { causes, codes, decoderData, sets, sources } from './data.ts';
export type * from './data.ts';
export type { Decoder, DecoderOptions } from './decoder.ts';
export type * from './decoder.ts';
export * from 'undelivered:sets';

/** What a code of a set means; undefined where no list has it. Ask `explainDigits` then. */
export function explain(set: string, code: string | number): ExplainedCode | undefined {
  return reference().explain(set, code);
}

/** What the digits alone say of a code, listed or not, or of a pattern such as `47xx`; undefined where the set is unknown. */
export function explainDigits(set: string, code: string | number): ExplainedDigits | undefined {
  return reference().explainDigits(set, code);
}

/** The codes that a text names: `4775`, `bandwidth/4775`, `BW-4775`, `UNKNOWN_SUBSCRIBER`. Several sets may have the same. */
export function lookUp(text: string): ExplainedCode[] {
  return reference().lookUp(text);
}

/** Finds the failures in a text of any kind: a webhook body, a log line, a table. Never throws. */
export function decode(text: string, options?: DecoderOptions): Report {
  const decoder = createDecoder(options);
  decoder.push(text);
  return decoder.end();
}

/** A decoder for input of any length: push chunks as they come, then end. */
export function createDecoder(options?: DecoderOptions): Decoder {
  return createWith(decoderData, options);
}
