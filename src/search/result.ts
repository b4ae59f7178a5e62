import type { PageKind, SearchCard, SearchFamily, SearchSet } from './search-data.ts';

/** A piece of a heading. */
export interface HeadingPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** One page that answers a query. */
export interface Result {
  readonly kind: PageKind;
  /** `bandwidth/4775`, `bandwidth/47xx`, `bandwidth`, a cause id, or a path of a guide. */
  readonly ref: string;
  readonly heading: string;
  readonly set?: SearchSet | undefined;
  readonly code?: SearchCard | undefined;
  /** Id of the cause that brings it together with others: its first one, or itself. Only where words were asked for. */
  readonly cause?: string | undefined;
  /** Whose move it is and whether to retry; families and overviews have none. */
  readonly verdict?:
    { readonly responsible: SearchCard['responsible']; readonly retry: SearchCard['retry'] } | undefined;
  /** Why it is here, for the reader. */
  readonly why: 'code' | 'short form' | 'prefix' | 'pattern' | 'name' | 'paste' | 'words';
  /** The heading with the words marked that stand for those of the query; undefined where no word was asked for. */
  readonly parts?: readonly HeadingPart[] | undefined;
}

/** So many of a kind are listed. */
export const mostResults = 30;

/** A code as a result. */
export const codeResult = (set: SearchSet | undefined, card: SearchCard, why: Result['why']): Result => ({
  kind: 'code',
  ref: `${card.set}/${card.code}`,
  heading: card.heading,
  set,
  code: card,
  verdict: { responsible: card.responsible, retry: card.retry },
  why,
});

/** A family as a result. */
export const familyResult = (set: SearchSet, family: SearchFamily, why: Result['why']): Result => ({
  kind: 'family',
  ref: `${set.id}/${family.id}`,
  heading: family.heading,
  set,
  why,
});

/** A set as a result. */
export const setResult = (set: SearchSet): Result => ({
  kind: 'set',
  ref: set.id,
  heading: set.name,
  set,
  why: 'name',
});
