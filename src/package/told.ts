import type { Cited, Judged, Retry } from '#schema';
import type { Origin, Told as CatalogTold } from '#catalog';
import type { Basis, Statement, Told, ToldRetry } from './explained.ts';

type From = Origin | 'set';

const basisOf = (citation: { readonly source: string; readonly at?: string } | undefined, from: From): Basis =>
  citation === undefined ? { basis: 'inferred', from } : { basis: 'stated', ...citation, from };

/** A sentence of the catalogue. */
export const statementOf = ({ value, citation, from }: CatalogTold<string>, written: From = from): Statement => ({
  text: value,
  ...basisOf(citation, written),
});

/** A value of the catalogue. */
export const valueOf = <Value>({ value, citation, from }: CatalogTold<Value>): Told<Value> => ({
  value,
  ...basisOf(citation, from),
});

/** The retry verdict of the catalogue. */
export const retryOf = ({ value, citation, from }: CatalogTold<Retry>): ToldRetry => ({
  ...fileRetry(value, from),
  ...basisOf(citation, from),
});

/** A retry verdict of a file. */
export const fileRetry = ({ verdict, because, wait, cap, source, at }: Retry, from: From): ToldRetry => ({
  value: verdict,
  because: because ?? null,
  wait: wait ?? null,
  cap: cap ?? null,
  ...basisOf(source === undefined ? undefined : { source, at }, from),
});

/** A value of a file: plain, or with its source. */
export function fileValue<Value>(judged: Judged<Value>, from: From): Told<Value> {
  if (typeof judged !== 'object' || judged === null || !('say' in judged))
    return { value: judged, basis: 'inferred', from };
  const { say, source, at }: { say: Value } & Cited = judged;
  return { value: say, ...basisOf({ source, at }, from) };
}

/** A sentence of a file. */
export function fileStatement(judged: Judged<string>, from: From): Statement {
  const { value, ...basis } = fileValue(judged, from);
  return { text: value, ...basis };
}

/** Sentences of a file, in order. */
export const fileStatements = (list: readonly Judged<string>[] | undefined, from: From): Statement[] =>
  (list ?? []).map((judged) => fileStatement(judged, from));
