import { decode } from '#decoder';
import type { ExplainedCode, ExplainedDigits } from '../package/explained.ts';
import type { Knowledge } from '../package/knowledge.ts';

/** What is known of a code, a name or a text that was asked for. */
export interface Answer {
  readonly query: string;
  /** Listed codes. */
  readonly codes: readonly ExplainedCode[];
  /** Families that a pattern such as `47xx` names. */
  readonly families: readonly ExplainedDigits[];
  /** Codes that no list has, read by their digits. */
  readonly unlisted: readonly ExplainedDigits[];
}

/** Answers a code, a name or a text. */
export function answer(query: string, knowledge: Knowledge): Answer {
  const codes = knowledge.lookUp(query);
  if (codes.length > 0) return { query, codes, families: [], unlisted: [] };
  const [, set, code] = /^([a-z0-9-]+)[/:](.+)$/i.exec(query.trim()) ?? [];
  const named = set && code ? [{ set: set.toLowerCase(), code }] : knowledge.sets.map(({ id }) => ({ set: id, code: query.trim() }));
  const found = decode(query, knowledge.decoderData).findings;
  const read = [...(found.length > 0 && !(set && code) ? found : named)]
    .map((one) => knowledge.explainDigits(one.set, one.code))
    .filter((digits) => digits !== undefined)
    .filter((digits) => digits.family !== null || digits.digits.length > 0 || (set !== undefined && knowledge.sets.some(({ id }) => id === digits.set)));
  const isPattern = ({ code: one, family }: ExplainedDigits) => family?.id === one;
  return { query, codes, families: read.filter(isPattern), unlisted: read.filter((digits) => !isPattern(digits)) };
}
