import type { Cited, Judged, Retry } from '#schema';
import type { Told } from '#catalog';
import type { PublishedRetry, Statement } from './output-schema.ts';

/** Where something was written, as it is published: the catalogue's origins, and the set. */
export type From = Statement['from'];

type Basis =
  { basis: 'stated'; source: string; at?: string | undefined; from: From } | { basis: 'inferred'; from: From };

const basisOf = (citation: { source: string; at?: string | undefined } | undefined, from: From): Basis =>
  citation === undefined
    ? { basis: 'inferred', from }
    : { basis: 'stated', source: citation.source, ...(citation.at === undefined ? {} : { at: citation.at }), from };

/** A sentence of the catalogue. `from` where it is not the place that the catalogue knows. */
export const statementOf = ({ value, citation, from }: Told<string>, written: From = from): Statement => ({
  text: value,
  ...basisOf(citation, written),
});

/** A value of the catalogue. */
export const valueOf = <Value>({ value, citation, from }: Told<Value>): { value: Value } & Basis => ({
  value,
  ...basisOf(citation, from),
});

/** The retry verdict of the catalogue. */
export const retryOf = ({ value, citation, from }: Told<Retry>): PublishedRetry => ({
  value: value.verdict,
  because: value.because ?? null,
  wait: value.wait ?? null,
  cap: value.cap ?? null,
  ...basisOf(citation, from),
});

/** Splits a value as it stands in a file: plain, or with its source. */
function split<Value>(judged: Judged<Value>): { value: Value; citation: Cited | undefined } {
  const isCited = typeof judged === 'object' && judged !== null && 'say' in judged;
  return isCited
    ? { value: judged.say, citation: { source: judged.source, at: judged.at } }
    : { value: judged, citation: undefined };
}

/** A sentence of a file. */
export function fileStatement(judged: Judged<string>, from: From): Statement {
  const { value, citation } = split(judged);
  return { text: value, ...basisOf(citation, from) };
}

/** Sentences of a file, in order. */
export const fileStatements = (list: readonly Judged<string>[] | undefined, from: From): Statement[] =>
  (list ?? []).map((judged) => fileStatement(judged, from));

/** A value of a file. */
export function fileValue<Value>(judged: Judged<Value>, from: From): { value: Value } & Basis {
  const { value, citation } = split(judged);
  return { value, ...basisOf(citation, from) };
}

/** A retry verdict of a file. */
export const fileRetry = (retry: Retry, from: From): PublishedRetry => ({
  value: retry.verdict,
  because: retry.because ?? null,
  wait: retry.wait ?? null,
  cap: retry.cap ?? null,
  ...basisOf(retry.source === undefined ? undefined : { source: retry.source, at: retry.at }, from),
});

/** Nothing known is published as null, so that every key is always there. */
export const orNull = <Value, Result>(value: Value | undefined, map: (value: Value) => Result): Result | null =>
  value === undefined ? null : map(value);
