/**
 * Everything that only words need: stop words, synonyms, typing mistakes, ranking. Loaded with the first query in words,
 * since most people type a code.
 */
import { ideasOf } from './ideas.ts';
import type { IndexReader, Words } from './index-reader.ts';
import { matchWords, type WordMatch } from './match-words.ts';
import { termsOf, type Term } from './query-terms.ts';
import type { HeadingPart } from './result.ts';
import { fold } from './spelling.ts';
import { wordsOf } from './words.ts';

/** What the words of a query lead to. */
export interface WordAnswer {
  readonly terms: readonly Term[];
  /** Pages, best first. */
  readonly matches: readonly WordMatch[];
  /** The words, as they were typed, that would have an answer by themselves. */
  readonly near: readonly string[];
}

export interface WordSearch {
  /** How many words of a text can be looked for. */
  readonly count: (text: string) => number;
  readonly find: (text: string, words: Words, reader: IndexReader) => WordAnswer;
  /** A heading with the words marked that stand for those of the query. */
  readonly mark: (heading: string, terms: readonly Term[]) => HeadingPart[];
}

export const wordSearch: WordSearch = {
  count: (text) => wordsOf(text).length,
  find: (text, words, reader) => {
    const terms = termsOf(text, words);
    return { terms, matches: matchWords(text, terms, words, reader), near: meaningful(text, terms, words) };
  },
  mark: (heading, terms) =>
    marked(
      heading,
      terms.flatMap(({ marks }) => marks),
    ),
};

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
