/**
 * Values as open data and the package give them out: what a value rests on stands beside it. They come linked, from the
 * catalog, or as they are written in a file. What is not known is null, so that every key is always there.
 */
import type { Cited, Judged, Retry, Verdict } from '#schema';
import { splitJudged, type Origin, type Told } from './told.ts';

/** Where something was written: one of the catalog's origins, or the file of the set. */
type From = Origin | 'set';

/** A retry verdict may have a source without a place in it. */
type Citation = Omit<Cited, 'at'> & { readonly at?: string | undefined };

type Basis =
  | { readonly basis: 'stated'; readonly source: string; readonly at?: string; readonly from: From }
  | { readonly basis: 'inferred'; readonly from: From };

type FlatValue<Value> = { readonly value: Value } & Basis;
type FlatStatement = { readonly text: string } & Basis;
type FlatRetry = FlatValue<Verdict> & {
  readonly because: string | null;
  readonly wait: string | null;
  readonly cap: string | null;
};

const basisOf = (citation: Citation | undefined, from: From): Basis =>
  citation === undefined
    ? { basis: 'inferred', from }
    : { basis: 'stated', source: citation.source, ...(citation.at === undefined ? {} : { at: citation.at }), from };

/** A sentence of the catalog. `written` where it does not stand in the file that the catalog knows. */
export const statementOf = ({ value, citation, from }: Told<string>, written: From = from): FlatStatement => ({
  text: value,
  ...basisOf(citation, written),
});

/** A value of the catalog. */
export const valueOf = <Value>({ value, citation, from }: Told<Value>): FlatValue<Value> => ({
  value,
  ...basisOf(citation, from),
});

/** The retry verdict of the catalog. */
export const retryOf = ({ value, citation, from }: Told<Retry>): FlatRetry => flatRetry(value, citation, from);

/** A retry verdict of a file. */
export const fileRetry = (retry: Retry, from: From): FlatRetry =>
  flatRetry(retry, retry.source === undefined ? undefined : { source: retry.source, at: retry.at }, from);

const flatRetry = ({ verdict, because, wait, cap }: Retry, citation: Citation | undefined, from: From): FlatRetry => ({
  value: verdict,
  because: because ?? null,
  wait: wait ?? null,
  cap: cap ?? null,
  ...basisOf(citation, from),
});

/** A value of a file: plain, or with its source. */
export function fileValue<Value>(judged: Judged<Value>, from: From): FlatValue<Value> {
  const { value, citation } = splitJudged(judged);
  return { value, ...basisOf(citation, from) };
}

/** A sentence of a file. */
export function fileStatement(judged: Judged<string>, from: From): FlatStatement {
  const { value, ...basis } = fileValue(judged, from);
  return { text: value, ...basis };
}

/** Sentences of a file, in order. */
export const fileStatements = (list: readonly Judged<string>[] | undefined, from: From): FlatStatement[] =>
  (list ?? []).map((judged) => fileStatement(judged, from));

/** What is made of a value, or null where there is none. */
export const orNull = <Value, Result>(value: Value | undefined, map: (value: Value) => Result): Result | null =>
  value === undefined ? null : map(value);
