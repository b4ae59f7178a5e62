import type { Match, Responsible, Stopped, Verdict } from '#schema';

/** A page of a code as search shows it: a card in the drawer of its number. */
export interface SearchCard {
  readonly set: string;
  readonly code: string;
  readonly heading: string;
  readonly responsible: Responsible;
  readonly retry: Verdict;
  readonly stopped: Stopped;
  readonly removed?: true;
}

/** A code with what leads to it; the words of its page come beside it, see SearchPage. */
export interface SearchCode extends SearchCard {
  /** Id of its first cause: results for words are grouped by it. */
  readonly cause?: string;
  /** Other numbers that lead here: three-digit forms. */
  readonly numbers?: readonly string[];
  /** Names that lead here however they are spelled: what the vendor calls it. */
  readonly names?: readonly string[];
  /** Other spellings and names of old: a code whose name it is goes before. */
  readonly otherNames?: readonly string[];
  /** The vendor's label: it goes before names where it is written as words, and behind them where as an identifier. */
  readonly label?: string;
  /** No document says what it means: another code of the same name goes before. */
  readonly isGuessed?: true;
}

export interface SearchFamily {
  readonly set: string;
  readonly id: string;
  readonly heading: string;
  readonly stopped: Stopped;
  /** Whose move it is with a code that no table lists. */
  readonly responsible: Responsible;
}

export interface SearchSet {
  readonly id: string;
  readonly name: string;
  /** Words that name the set in a query. */
  readonly aliases: readonly string[];
  /** The set inside whose payloads this one's codes stand. */
  readonly carriedBy?: string;
  readonly stations: readonly [string, string, string, string];
  /** Regular expression source of its codes. */
  readonly shape: string;
  /** Groups of digits with their meanings by prefix; see the scheme of a set. */
  readonly groups?: readonly { readonly digits: number; readonly values: Readonly<Record<string, string>> }[];
}

export interface SearchNamesake {
  readonly numbers: readonly string[];
  readonly numbering: string;
  readonly says: string;
}

/** What a page is, as search tells results apart. */
export type PageKind = 'code' | 'family' | 'set' | 'cause' | 'guide';

/** Where a text stands on its page; decides how much a match counts. The order is that of the numbers in the index. */
export const textRoles = ['title', 'name', 'heading', 'phrase', 'summary', 'body'] as const;
export type TextRole = (typeof textRoles)[number];

/** A page with its texts, before it is indexed. */
export interface SearchPage {
  readonly kind: PageKind;
  /** `bandwidth/4775`, `bandwidth/47xx`, `bandwidth`, `recipient-opted-out`, `guides/retry-policy`. */
  readonly ref: string;
  readonly heading: string;
  readonly texts: readonly { readonly role: TextRole; readonly text: string }[];
  /** Names that lead here however they are spelled. Those of a code stand with the code. */
  readonly names?: readonly string[];
  /** Causes of a code, the first one first, with the strength of the match. */
  readonly causes?: readonly { readonly cause: string; readonly match: Match }[];
  readonly responsible?: Responsible;
  readonly retry?: Verdict;
}

/** Everything that an index is made of. Each code has a page of the kind `code` with the same ref. */
export interface SearchContent {
  readonly sets: readonly SearchSet[];
  readonly families: readonly SearchFamily[];
  readonly namesakes: readonly SearchNamesake[];
  readonly codes: readonly SearchCode[];
  readonly pages: readonly SearchPage[];
}

/**
 * The index lies in pieces, so that an answer loads little however many codes there are. `directory` comes first and
 * says how the rest is cut:
 *
 * - `cards-N`: the cards whose numbers begin alike, whatever their set, a few dozen at most. One piece holds everything
 *   that some digits lead to, or the first part of it.
 * - `shelf-N`: where each piece of cards begins, in a catalogue with so many pieces that the directory would grow.
 * - `all-cards`: every card, for a paste: no piece is chosen by what it holds.
 * - `namesake-N`: what another numbering says of numbers that are no codes of ours.
 * - `words`: all words with their frequency, and the pages that are no codes. Loaded with the first query in words.
 * - `names-N`: squashed names, sorted, with the pages they lead to.
 * - `lists-N`: for each word, idea and cause, sorted, the texts or cards it stands for.
 *
 * One piece is no data: `word-search` is the module `#search/words`, with all that is needed for words only.
 *
 * Which piece is loaded tells a server no more than a range of the alphabet or of the numbers.
 */
export type PieceName =
  | 'directory'
  | 'all-cards'
  | 'words'
  | 'word-search'
  | `${'cards' | 'shelf' | 'namesake' | 'names' | 'lists'}-${number}`;

/** What is loaded of an index so far. */
export type Pieces = ReadonlyMap<PieceName, unknown>;

export interface Directory {
  /** Changes with the content; a part of the address of all other pieces, which can so be kept for ever. */
  readonly version: string;
  readonly sets: readonly SearchSet[];
  /** Numbers and ranges of each other numbering; what it says of them is a piece of its own. */
  readonly namesakes: readonly (readonly string[])[];
  /**
   * Where each piece of cards begins; pieces of codes that are words come after them. Where `shelf` is given, it says
   * where each shelf of so many pieces begins instead.
   */
  readonly cards: { readonly first: readonly string[]; readonly shelf?: number };
  /** Codes that are ranges: `200-299`. */
  readonly ranges: readonly string[];
}

/** A label as it stands among the names. */
export const labelKey = (squashed: string): string => `"${squashed}`;

/** Numbers, sorted as text, that begin alike. */
export interface CardPiece {
  readonly cards: readonly SearchCard[];
  /** Numbers that are short for a code, or another spelling of it. */
  readonly short: readonly (readonly [number: string, card: SearchCard])[];
  /** Families whose codes lie here, or would, from broad to narrow in each set. */
  readonly families: readonly SearchFamily[];
}

/** Names of a piece in order, with the numbers of their pages. Labels have a quote before them. */
export type NamePiece = readonly (readonly [name: string, ...pages: number[]])[];

/** A page that is no code. */
export type OtherPage = Pick<SearchPage, 'kind' | 'ref' | 'heading' | 'responsible' | 'retry'>;

export interface WordDirectory {
  /** Keys of the lists, sorted: stemmed words, then `~12` for ideas and `=cause` for causes. Separated by blanks. */
  readonly keys: string;
  /** In how many pages a key stands, one letter each; see frequencyOf. */
  readonly frequency: string;
  /** Number of the first key of each piece of lists. */
  readonly lists: readonly number[];
  /** The first name of each piece of names. */
  readonly names: readonly string[];
  /** Number of the first card of each piece of cards. */
  readonly cards: readonly number[];
  /** Pages are numbered: these first, then the cards. */
  readonly others: readonly OtherPage[];
  /** Place of each card's set in the directory, one letter each, `0` for the first. */
  readonly cardSets: string;
  /** Place of the first cause of each card among the other pages, one letter each, `1` for the first, `0` for none. */
  readonly cardCauses: string;
}

/**
 * Lists of a piece, one per key. A list of a word or idea holds pairs: the distance to the page before, and text,
 * role and length in one number (see packText). A list of a cause holds pairs: the number of a card, and the place of
 * the cause in it (0 for the first) × 3 + the strength of the match.
 */
export type ListPiece = readonly (readonly number[])[];

const maxWords = 32;

/** One number for the place of a text on its page, its role, and how many words it has (31 at most). */
export const packText = (place: number, role: number, length: number): number =>
  (place * textRoles.length + role) * maxWords + Math.min(length, maxWords - 1);

/** How many words the packed text has. */
export const lengthIn = (packed: number): number => packed % maxWords;

/** The role of the packed text. */
export const roleIn = (packed: number): TextRole =>
  textRoles[Math.floor(packed / maxWords) % textRoles.length] ?? 'body';

/** Frequencies are kept in steps of the square root of two, a letter each. */
export const frequencyLetter = (pages: number): string => String.fromCharCode(65 + Math.round(2 * Math.log2(pages)));

/** The frequency that a letter stands for. */
export const frequencyOf = (letter: number): number => 2 ** ((letter - 65) / 2);

/** Places in a list are kept as a letter each, from `0` on. */
export const placeLetter = (place: number): string => String.fromCharCode(48 + place);

/** The place that a letter stands for. */
export const placeOf = (letter: number): number => letter - 48;

export const matchStrengths = ['same', 'near', 'broader'] as const;
