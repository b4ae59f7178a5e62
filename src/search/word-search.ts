/**
 * Everything that only words need: stop words, synonyms, typing mistakes, ranking. Loaded with the first query in words,
 * since most people type a code.
 */
import { ideasOf } from './ideas.ts';
import type { IndexReader } from './index-reader.ts';
import { matchWords } from './match-words.ts';
import { isIdentifier } from './names.ts';
import type { Query } from './query.ts';
import { termsOf, type Term } from './query-terms.ts';
import type { HeadingPart, Result } from './result.ts';
import type { SearchSet, WordDirectory } from './search-data.ts';
import { fold } from './spelling.ts';
import { byName, byWords } from './word-results.ts';
import { WordReader, type Words } from './word-reader.ts';
import { wordsOf } from './words.ts';

/** What the words of a query lead to. */
export interface WordAnswer {
  /** Pages, best first. */
  readonly results: readonly Result[];
  /** A word of the query means nothing here. */
  readonly isStrange: boolean;
  /** The words, as they were typed, that would have an answer by themselves. */
  readonly near: readonly string[];
  /** Words to ask the text engine for, rare ones first, with what each counts; none where it could not add anything. */
  readonly textWords: readonly { readonly word: string; readonly weight: number }[];
}

export interface WordSearch {
  /** How many words of a text can be looked for. */
  readonly count: (text: string) => number;
  /** Whether a number is a word of this field: 911. */
  readonly isWord: (number: string) => boolean;
  /** Pages of these sets whose name stands in the query. */
  readonly named: (query: Query, sets: readonly SearchSet[], index: IndexReader) => Result[];
  readonly find: (query: Query, index: IndexReader) => WordAnswer | undefined;
}

export const wordSearch: WordSearch = {
  count: (text) => wordsOf(text).length,
  isWord: (number) => ideasOf(number).length > 0,
  named: (query, sets, index) => {
    const reader = readerOf(index);
    return reader ? byName(query, sets, reader) : [];
  },
  find: (query, index) => {
    const reader = readerOf(index);
    if (!reader) return undefined;
    const terms = termsOf(query.words, reader.words);
    const marks = terms.flatMap((term) => term.marks);
    const results = byWords(
      query,
      matchWords(query.words, terms, reader, isIdentifier(query.text)),
      index.directory.sets,
      reader,
    );
    return {
      results: results.map((result) => ({ ...result, parts: marked(result.heading, marks) })),
      isStrange: terms.some(({ factors }) => factors.size === 0),
      near: meaningful(query.words, terms, reader.words),
      textWords: results.length > 0 ? textWordsOf(terms) : [],
    };
  },
};

/** Undefined while the words are not loaded. */
function readerOf(index: IndexReader): WordReader | undefined {
  const piece = index.read<WordDirectory>('words');
  return piece && new WordReader(piece, index);
}

/** The text engine is asked for each word by itself. */
const mostTextWords = 4;

const textWordsOf = (terms: readonly Term[]): WordAnswer['textWords'] =>
  terms
    .filter(({ isSpelled }) => isSpelled)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostTextWords);

/** The words, as they were typed, that belong to this field or stand in the heading of a page. */
function meaningful(typed: string, terms: readonly Term[], { others }: Words): string[] {
  const headings = new Set(others.flatMap(({ heading }) => wordsOf(heading)));
  const known = new Set(
    terms
      .filter(({ word, isSpelled }) => isSpelled && (ideasOf(word).length > 0 || headings.has(word)))
      .map(({ word }) => word),
  );
  return [...new Set(typed.split(/\s+/))].filter((part) => wordsOf(part).some((word) => known.has(word))).slice(0, 4);
}

/** Two words are marked together where they are one term: opted out. */
function marked(text: string, matched: readonly string[]): HeadingPart[] {
  const wanted = new Set(matched.map(fold));
  const isWanted = (part: string) => wordsOf(part).some((word) => wanted.has(word));
  const parts = text.split(/(\s+)/);
  const heading: HeadingPart[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? '';
    const pair = parts.slice(at, at + 3).join('');
    if (isWanted(part)) heading.push({ text: part, isMarked: true });
    else if (part.trim() !== '' && isTerm(pair) && isWanted(pair)) {
      heading.push({ text: pair, isMarked: true });
      at += 2;
    } else heading.push({ text: part, isMarked: false });
  }
  return heading;
}

/** Two words that search reads as one. */
const isTerm = (pair: string): boolean => /\S\s+\S/.test(pair) && wordsOf(pair).length === 1;
