/** A query with the pages that answer it; `tolerate` is for queries that nothing answers. */
export interface Judged {
  readonly q: string;
  readonly kind: string;
  readonly accept: readonly string[];
  readonly best: readonly string[];
  readonly tolerate?: readonly string[];
}

/** One result of the box: the ids it answers for. A cause page answers for each of its codes. */
export type Shown = readonly string[];

export interface Scores {
  readonly queries: number;
  readonly success1: number;
  readonly success3: number;
  readonly mrr10: number;
  readonly best3: number;
}

const depth = 10;

/** Place of the first result in the wanted ids, from 1; undefined if none of the first ten is. */
function rankOf(results: readonly Shown[], wanted: readonly string[]): number | undefined {
  const place = results.slice(0, depth).findIndex((ids) => ids.some((id) => wanted.includes(id)));
  return place < 0 ? undefined : place + 1;
}

/** Shares over the queries that have an answer. */
export function score(answered: readonly { readonly query: Judged; readonly results: readonly Shown[] }[]): Scores {
  const ranks = answered.map(({ query, results }) => ({
    accept: rankOf(results, query.accept),
    best: rankOf(results, query.best),
  }));
  const share = (count: number) => (answered.length === 0 ? 1 : count / answered.length);
  const within = (limit: number, which: 'accept' | 'best') =>
    share(ranks.filter((rank) => (rank[which] ?? Infinity) <= limit).length);
  return {
    queries: answered.length,
    success1: within(1, 'accept'),
    success3: within(3, 'accept'),
    mrr10: share(ranks.reduce((sum, { accept }) => sum + (accept === undefined ? 0 : 1 / accept), 0)),
    best3: within(3, 'best'),
  };
}

/** A query that nothing answers passes if the box shows no page of a code as an answer, save the tolerated ones. */
export const passesNegative = (query: Judged, results: readonly Shown[]): boolean =>
  results.slice(0, depth).every((ids) => ids.every((id) => query.tolerate?.includes(id) ?? false));
