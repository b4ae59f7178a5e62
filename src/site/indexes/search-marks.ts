import type { Phrases } from '#schema';

/** What the search index keeps of a page: enough to show it and to find it. */
export interface SearchMarks {
  readonly title: string;
  readonly kind: 'code' | 'family' | 'set' | 'cause' | 'guide';
  /** Id of the set, where the page belongs to one. */
  readonly set?: string | undefined;
  readonly code?: string | undefined;
  /** How people say it; indexed, not shown. */
  readonly phrases?: string | undefined;
}

/** All wordings of all languages as one text. */
export const joinPhrases = (phrases: Phrases | undefined): string =>
  Object.values(phrases ?? {})
    .flat()
    .join(' · ');
