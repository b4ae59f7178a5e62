import type { Responsible, Stopped, Verdict } from '#schema';

/** What search knows of a code without its words; enough for exact codes, prefixes and patterns. */
export interface SearchCode {
  readonly code: string;
  readonly heading: string;
  readonly responsible: Responsible;
  readonly retry: Verdict;
  readonly stopped: Stopped;
  readonly removed?: true;
  /** Other numbers that lead here: three-digit forms. */
  readonly numbers?: readonly string[];
  /** Names that lead here however they are spelled: vendor name, corrected spellings, old names. */
  readonly names?: readonly string[];
}

export interface SearchFamily {
  readonly id: string;
  readonly heading: string;
}

export interface SearchSet {
  readonly id: string;
  readonly name: string;
  /** Words that name the set in a query. */
  readonly aliases: readonly string[];
  /** The set inside whose payloads this one's codes stand. */
  readonly carriedBy?: string;
  /** Words of its payloads that lead to its overview: event names, fields. */
  readonly events: readonly string[];
  readonly stations: readonly [string, string, string, string];
  /** Regular expression source of its codes. */
  readonly shape: string;
  /** Groups of digits with their meanings by prefix; see the scheme of a set. */
  readonly groups?: readonly { readonly digits: number; readonly values: Readonly<Record<string, string>> }[];
  readonly families: readonly SearchFamily[];
  readonly codes: readonly SearchCode[];
}

export interface SearchNamesake {
  readonly numbers: readonly string[];
  readonly numbering: string;
  readonly says: string;
}

/** The code index: small, loaded when the search box opens. */
export interface CodeIndex {
  readonly sets: readonly SearchSet[];
  readonly namesakes: readonly SearchNamesake[];
}

/** What a page is, as search tells results apart. */
export type PageKind = 'code' | 'family' | 'set' | 'cause' | 'guide';

/** Where a text stands on its page; decides how much a match counts. */
export type TextRole = 'name' | 'title' | 'heading' | 'phrase' | 'summary' | 'body';

/** A page with its texts, before it is indexed. */
export interface SearchPage {
  readonly kind: PageKind;
  /** `bandwidth/4775`, `bandwidth/47xx`, `bandwidth`, `recipient-opted-out`, `guides/retry-policy`. */
  readonly ref: string;
  readonly heading: string;
  readonly texts: readonly { readonly role: TextRole; readonly text: string }[];
  /** Causes of a code, the first one first, with the strength of the match. */
  readonly causes?: readonly { readonly cause: string; readonly match: 'same' | 'near' | 'broader' }[];
  readonly responsible?: Responsible;
  readonly retry?: Verdict;
}

/**
 * The word index: loaded with the first query that has words. Texts are lists of word numbers, so that nothing has
 * to be split up in the browser.
 */
export interface WordIndex {
  /** Stemmed words; a word's number is its place. */
  readonly words: readonly string[];
  /** In how many pages a word stands, by number. */
  readonly frequency: readonly number[];
  readonly pages: readonly {
    readonly kind: PageKind;
    readonly ref: string;
    readonly heading: string;
    readonly causes?: SearchPage['causes'];
    readonly responsible?: Responsible;
    readonly retry?: Verdict;
    /** Role, then word numbers. */
    readonly texts: readonly (readonly [TextRole, ...number[]])[];
  }[];
}
