import { isWithinTypos, typosFor } from './edit-distance.ts';
import { ideasOf, wordsFor } from './ideas.ts';
import { fold } from './spelling.ts';
import type { Words } from './word-reader.ts';
import { isLikeStopWord, writtenWords, type Word } from './words.ts';

/** A word of a query with everything in the index that stands for it. */
export interface Term {
  readonly word: string;
  /** Rarity: what the word adds to a match. */
  readonly weight: number;
  /** A word of this field, or a number, that is not on every page: one such word is evidence by itself. */
  readonly isTelling: boolean;
  /** It stands in the index, or means the same as a word there, without a typing mistake. */
  readonly isSpelled: boolean;
  /** Keys of the index that stand for it → how well. */
  readonly factors: ReadonlyMap<number, number>;
  /** Stemmed words that may be marked where they stand in a heading. */
  readonly marks: readonly string[];
}

/** A word of the same meaning instead of the word itself. */
export const sameIdeaFactor = 0.72;

/** The same for the meaning of a misspelt word. */
const guessedIdeaFactor = 0.55;

const prefixFactor = 0.85;

/** A word that is not of this field: part of the story around what happened. */
const otherWordWeight = 0.75;

/** How many words a beginning or a misspelt word may stand for. */
const mostCandidates = 8;

/** A word that stands on fewer than one page in this many tells something. */
const tellingShare = 9;

const longestQuery = 24;

/** Takes the words of a query apart. Steps: words of the query × words of the index, once for each word. */
export function termsOf(query: string, words: Words): Term[] {
  const wanted = [...new Map(writtenWords(query).map((word) => [word.stem, word])).values()]
    .filter(({ stem }, _, all) => all.length < leastStory || !isAmount(stem, words))
    .filter(({ stem, written }) => isKnown(stem, words) || !isLikeStopWord(written))
    .slice(0, longestQuery);
  // The last word may be half typed. What was typed counts there, not its stem: `recipe` does not begin recipient. Beside
  // other words three letters may as well be a whole one: `porting fee` is not about a feed.
  const typing = /\S+$/.exec(fold(query))?.[0] ?? '';
  const least = wanted.length === 1 ? 3 : 4;
  return wanted.map((word, place) =>
    remembered(word, place === wanted.length - 1 && typing.length >= least ? typing : '', words),
  );
}

/** Beside fewer words a number is what the query is about: `sinch 402`. */
const leastStory = 3;

/** How many there were tells nothing, unless the number is so small that pages speak of just so many. */
const isAmount = (stem: string, words: Words): boolean =>
  /^\d{4,}$/.test(stem) || (/^\d+$/.test(stem) && !isKnown(stem, words));

const isKnown = (word: string, words: Words): boolean => words.places.has(word) || ideasOf(word).length > 0;

const memory = new WeakMap<Words, Map<string, Term>>();

/** The next key changes one word of the query; the others are not looked up again. */
function remembered(word: Word, typing: string, words: Words): Term {
  let known = memory.get(words);
  if (!known) memory.set(words, (known = new Map<string, Term>()));
  const key = `${word.written} ${typing}`;
  let term = known.get(key);
  if (!term) known.set(key, (term = termOf(word, typing, words)));
  return term;
}

function termOf({ stem: word, written }: Word, typing: string, words: Words): Term {
  const factors = new Map<number, number>();
  const marks = new Set<string>();
  const add = (key: number | undefined, factor: number) => {
    if (key !== undefined) factors.set(key, Math.max(factor, factors.get(key) ?? 0));
  };
  const addIdeas = (of: string, factor: number) => {
    for (const idea of ideasOf(of)) {
      add(words.places.get(`~${idea}`), factor);
      for (const same of wordsFor(idea)) marks.add(same);
    }
  };
  add(words.places.get(word), 1);
  marks.add(word);
  addIdeas(word, sameIdeaFactor);
  if (typing !== '') {
    for (const key of beginningWith(typing, words)) {
      add(key, prefixFactor);
      marks.add(words.keys[key] ?? '');
    }
  }
  const isSpelled = factors.size > 0;
  // Only a word that means nothing as it stands may be a misspelt one.
  // A vendor's own misspelling (in one or two pages) must not keep the right word away.
  const isCommon = [...factors.keys()].some((key) => (words.frequency[key] ?? 0) > 2);
  if (!isCommon && ideasOf(word).length === 0) {
    for (const { key, factor } of misspelt({ stem: word, written }, words)) {
      const right = words.keys[key] ?? '';
      add(key, factor);
      marks.add(right);
      if (factor >= 0.8) addIdeas(right, guessedIdeaFactor);
    }
  }
  const weight = weightOf(word, factors, words);
  return {
    word,
    weight,
    isTelling: (ideasOf(word).length > 0 || /^\d{3,}$/.test(word)) && weight > Math.log(1 + tellingShare),
    isSpelled,
    factors,
    marks: [...marks],
  };
}

/** Words that begin so, the frequent ones first. */
function beginningWith(typing: string, words: Words): number[] {
  const found: number[] = [];
  words.keys.forEach((key, place) => {
    if (key.startsWith(typing)) found.push(place);
  });
  return mostFrequent(found, words);
}

/** Words that a misspelt word may be meant for. The first letter is seldom wrong. */
function misspelt({ stem, written }: Word, words: Words): { key: number; factor: number }[] {
  // A number with a wrong digit is another number. Endings are not what makes a word long.
  const limit = /\d/.test(written) ? 0 : Math.max(typosFor(stem.length), Math.min(1, typosFor(written.length)));
  const found: { key: number; factor: number }[] = [];
  if (limit === 0) return found;
  words.keys.forEach((candidate, key) => {
    if (/[~=#\d]/.test(candidate)) return;
    const isFirst = candidate[0] === written[0];
    if (isFirst && isFormOf(written, candidate, limit)) found.push({ key, factor: 0.8 });
    else if (!isFirst && written.length > 4 && isWithinTypos(written, candidate, 1)) found.push({ key, factor: 0.7 });
  });
  const kept = mostFrequent(
    found.map(({ key }) => key),
    words,
  );
  return found.filter(({ key }) => kept.includes(key));
}

/** Forms of a word whose stem the index has. */
const formsOf = (word: string): string[] => {
  // Short words have too many neighbours, but for the forms that make them long: `barred`.
  const ends = word.length < 4 ? [''] : ['', 'e', 's', 'es', 'ed', 'ing', 'ion', 'ions', 'ment', 'ments'];
  return [
    ...ends.map((ending) => word + ending),
    ...['ed', 'ing'].map((ending) => word + word.slice(-1) + ending),
    ...(word.endsWith('y') ? ['ied', 'ies'].map((ending) => word.slice(0, -1) + ending) : []),
  ];
};

/** A word with one of these ends as words do; with another letter there it is another word: a router is not routed. */
const wordEnding = /(e[dnrs]|or|ing|ion|ly|al|y)$/;

/** Whether a word is a form of another with a mistake in it: `roamign`, `blocekd`, `operatoins`. */
const isFormOf = (written: string, stemmed: string, limit: number): boolean =>
  formsOf(stemmed).some(
    (form) =>
      isWithinTypos(written, form, limit) && (!wordEnding.test(written) || written.slice(-1) === form.slice(-1)),
  );

const mostFrequent = (keys: readonly number[], words: Words): number[] =>
  [...keys].sort((a, b) => (words.frequency[b] ?? 0) - (words.frequency[a] ?? 0)).slice(0, mostCandidates);

function weightOf(word: string, factors: Term['factors'], words: Words): number {
  const rarity = (frequency: number) => Math.log(1 + words.pages / frequency);
  let frequency = 0;
  for (const [key, factor] of factors)
    if (factor >= sameIdeaFactor) frequency = Math.max(frequency, words.frequency[key] ?? 0);
  // An unknown word says little about what is wanted; it must not outweigh the known ones.
  if (frequency === 0) return 0.5 * rarity(8);
  const isOfField = ideasOf(word).length > 0 || /\d|#/.test(word);
  const exact = words.places.get(word);
  if (exact === undefined) return rarity(frequency);
  // A rare word of a common idea tells more than the idea and less than it would by itself.
  const weight = (rarity(frequency) + rarity(words.frequency[exact] ?? frequency)) / 2;
  return isOfField ? weight : weight * otherWordWeight;
}
