import { sameIdeaFactor, type Term } from './query-terms.ts';
import { lengthIn, matchStrengths, roleIn, type TextRole } from './search-data.ts';
import type { WordReader, Words } from './word-reader.ts';
import { isForeign } from './words.ts';

/** How well a page answers the words of a query. */
export interface WordMatch {
  /** Number of the page: pages that are no codes first, then the cards. */
  readonly page: number;
  readonly score: number;
}

const roleWeight: Readonly<Record<TextRole, number>> = {
  name: 1.05,
  title: 1.1,
  heading: 1.05,
  phrase: 1,
  summary: 0.8,
  body: 0.55,
};

/** How much a causal match of this strength hands on to the code. */
const matchWeight = { same: 0.9, near: 0.72, broader: 0.5 } as const;

/** A cause that is not a code's first one. */
const laterCause = 0.85;

/** What a code's own match adds to the one of its cause. */
const ownShare = 0.2;

/** A cause goes before its codes where both match alike: it shows them side by side. */
const causeBonus = 1.2;

/**
 * So few words are a name of something rather than a story: each of them has to mean something here, or a text has to
 * stand in the query whole; else the question is about something else (`sip trunk jitter`).
 */
const fewWords = 3;

/** Below this share of the query's weight a page does not answer it. */
const leastCoverage = 0.52;

/** Weight of words that together are evidence, however much of a story they leave out. */
const leastEvidence = 2.6;

/** A query of which this share of words means nothing here is about something else. */
const mostStrange = 0.5;

/** A text that the query holds whole is evidence with this weight, whatever else the query says. */
const leastWholeEvidence = 3.4;

/** A cause that scores less than this share of the best page does not bring its codes along. */
const leastCauseShare = 0.5;

/** How much of a page's score is its best text, the rest being the page as a whole. */
const textShare = 0.6;

/** What all texts about a cause together add, on its own page and on those of its codes. */
const causeShare = 0.5;

/** A word that so many texts hold is half as much at home there as a word can be. */
const halfAtHome = 4;

/** What a word counts on a page where one text alone holds it: one of many wordings may hold it by chance. */
const leastAtHome = 0.2;

/** What a text adds that is the query, word for word: a title or a saying that somebody copied. */
const exactBonus = 0.6;

/** A word with a typing mistake in it is still the word; one that means the same is another. */
const leastExact = 0.8;

/** One word of a text meets two of the query that mean the same, but it is not twice as much evidence. */
const sameKeyFactor = 0.4;

/** Fewer letters are no word to guess at. */
const shortestGuess = 5;

/** A text about the other direction than the one asked for. */
const oppositeFactor = 0.55;

/** A long text that holds all words answers less surely than a short one. Phrases are one wording out of many. */
const lengthWeight = (role: TextRole, share: number) => (role === 'phrase' ? 0.8 + 0.2 * share : 0.62 + 0.38 * share);

/** What a text of this role counts where `share` of its words were asked for. */
export const strengthOf = (role: TextRole, share: number): number => roleWeight[role] * lengthWeight(role, share);

/**
 * Ranks pages for a query in words, best first. A text counts by the share of the query it covers, rare words more,
 * and by how much of the text that is; a code also takes on what its causes matched. Steps: the lists of the words,
 * each of bounded length.
 */
export function matchWords(
  query: string,
  terms: readonly Term[],
  reader: WordReader,
  isIdentifier = false,
): WordMatch[] {
  if (terms.length === 0) return [];
  const { words } = reader;
  // A short word by itself that means nothing may be meant for many.
  const [only] = terms;
  if (terms.length === 1 && only?.isSpelled === false && only.word.length < shortestGuess) return [];
  // A misspelt word is one only beside words that are right: `lasagna recipe` is not about a recipient.
  if (terms.some((term) => term.factors.size === 0) && !terms.some((term) => term.isSpelled)) return [];
  const scores = ownScores(terms, reader, { isForeign: isForeign(query), isIdentifier });
  const best = Math.max(0, ...scores.values());
  const own = new Map(scores);
  const firstCard = words.others.length;
  words.others.forEach(({ kind, ref }, page) => {
    const score = own.get(page);
    if (kind !== 'cause' || score === undefined) return;
    scores.set(page, score * causeBonus);
    if (score < best * leastCauseShare) return;
    const members = reader.membersOf(ref);
    for (let at = 0; at < members.length; at += 2) {
      const [card = 0, bond = 0] = [members[at], members[at + 1]];
      const strength = matchWeight[matchStrengths[bond % 3] ?? 'broader'] * (bond < 3 ? 1 : laterCause);
      const ownScore = own.get(firstCard + card) ?? 0;
      // A code whose own words answer as well as any is not held back by a loose tie to its cause.
      const tie = strength + (1 - strength) * (ownScore / best) ** 2;
      const taken = score * tie + ownScore * ownShare;
      if (taken > (scores.get(firstCard + card) ?? 0)) scores.set(firstCard + card, taken);
    }
  });
  return [...scores].map(([page, score]) => ({ page, score })).sort((a, b) => b.score - a.score || a.page - b.page);
}

interface TextMatch {
  readonly packed: number;
  /** How well each term is met, by its place. */
  readonly factors: Float64Array;
  /** The key of the index by which each term is met best. */
  readonly keys: Int32Array;
}

/** How much a word is at home where texts hold it so often: the tenth text says little that the first ones did not. */
const atHome = (held: number): number => held / (held + halfAtHome);

/** The best text of a page, before any was read. */
const noText = { score: 0, used: 0, telling: 0, evidence: 0, isWhole: false };

/** What each page scores by its own texts. */
function ownScores(
  terms: readonly Term[],
  reader: WordReader,
  query: { readonly isForeign: boolean; readonly isIdentifier: boolean },
): Map<number, number> {
  const pages = textsWith(terms, reader);
  const against = opposite(terms, reader);
  const total = terms.reduce((sum, term) => sum + term.weight, 0);
  const share = (countOf: (place: number) => number) =>
    terms.reduce((sum, term, place) => sum + term.weight * countOf(place), 0) / total;
  const heldOn = new Map([...pages].map(([page, texts]) => [page, heldIn(texts.values(), terms)]));
  const heldAround = heldByCause(heldOn, reader.words);
  const scores = new Map<number, number>();
  for (const [page, texts] of pages) {
    const onPage = new Float64Array(terms.length);
    let best = noText;
    for (const { packed, factors, keys } of texts.values()) {
      const role = roleIn(packed);
      let covered = 0;
      let used = 0;
      let telling = 0;
      terms.forEach((term, place) => {
        const isAgain = keys.indexOf(keys[place] ?? 0) < place;
        const factor = (factors[place] ?? 0) * (isAgain ? sameKeyFactor : 1);
        if (factor === 0) return;
        used++;
        if (term.isTelling && factor >= sameIdeaFactor) telling++;
        covered += term.weight * factor;
        onPage[place] = Math.max(onPage[place] ?? 0, factor * roleWeight[role]);
      });
      const direction = against?.get(page)?.has(packed) ? oppositeFactor : 1;
      const exact = factors.filter((factor) => factor >= leastExact).length;
      const strays = terms.length - exact + Math.max(0, lengthIn(packed) - used);
      // An identifier with a word too many or too few is still rather that one than a sentence.
      const isExact = strays === 0 || (query.isIdentifier && role === 'name' && strays === 1 && exact > 1);
      const score =
        ((covered / total) * strengthOf(role, Math.min(1, used / lengthIn(packed))) + (isExact ? exactBonus : 0)) *
        direction;
      const isWhole = used >= lengthIn(packed) && covered >= leastWholeEvidence;
      if (score > best.score) best = { score, used, telling, evidence: covered, isWhole };
    }
    if (
      !isAnswer(
        best,
        share((place) => onPage[place] ?? 0),
        onPage,
        terms,
        query.isForeign,
      )
    )
      continue;
    const held = heldOn.get(page);
    const together = share(
      (place) => (onPage[place] ?? 0) * (leastAtHome + (1 - leastAtHome) * atHome(held?.[place] ?? 0)),
    );
    const around = share((place) => atHome(heldAround(page)[place] ?? 0));
    scores.set(page, best.score * textShare + together * (1 - textShare) + around * causeShare);
  }
  return scores;
}

/** How many texts hold each term, counted by how well they do. */
function heldIn(texts: Iterable<TextMatch>, terms: readonly Term[]): Float64Array {
  const held = new Float64Array(terms.length);
  for (const { packed, factors } of texts) {
    const weight = roleWeight[roleIn(packed)];
    for (let place = 0; place < held.length; place++)
      held[place] = (held[place] ?? 0) + weight * (factors[place] ?? 0) ** 2;
  }
  return held;
}

/**
 * The same over all pages that are about one cause: what people say of it stands partly on its own page and partly on
 * those of its codes. A page without a cause stands by itself.
 */
function heldByCause(heldOn: ReadonlyMap<number, Float64Array>, words: Words): (page: number) => Float64Array {
  const firstCard = words.others.length;
  const causeOf = (page: number) => {
    const cause = words.cardCauses[page - firstCard] ?? -1;
    return cause < 0 ? page : cause;
  };
  const around = new Map<number, Float64Array>();
  for (const [page, held] of heldOn) {
    const sum = around.get(causeOf(page));
    if (sum) held.forEach((count, place) => (sum[place] = (sum[place] ?? 0) + count));
    else around.set(causeOf(page), held.slice());
  }
  return (page) => around.get(causeOf(page)) ?? new Float64Array();
}

/**
 * Whether a page answers. One word out of several is a chance hit, unless it is a word of this field. People tell
 * stories, though: a long query may have words that no page has, and then those that stand together in one text decide.
 */
function isAnswer(
  best: Readonly<typeof noText>,
  together: number,
  onPage: Float64Array,
  terms: readonly Term[],
  foreign: boolean,
): boolean {
  const isWholly = terms.length >= fewWords && onPage.every((factor) => factor > 0);
  const isCovered = together >= leastCoverage && (best.used > 1 || terms.length === 1 || best.telling > 0 || isWholly);
  const isTold = best.used > 1 && best.evidence >= leastEvidence;
  const strange = terms.filter((term) => term.factors.size === 0).length;
  if (terms.length <= fewWords) {
    const isPartly = terms.length < fewWords && onPage.some((factor) => factor === 0);
    const isMet = strange === 0 && !isPartly;
    return (isCovered || (isMet && isTold)) && (isMet || (foreign && best.isWhole));
  }
  // Mostly about something else.
  if (strange >= terms.length * mostStrange && !best.isWhole) return false;
  return isCovered || isTold || best.telling > 0;
}

/** The texts that hold a word of the query, by page. */
function textsWith(terms: readonly Term[], reader: WordReader): Map<number, Map<number, TextMatch>> {
  const pages = new Map<number, Map<number, TextMatch>>();
  terms.forEach((term, place) => {
    for (const [key, factor] of term.factors) {
      forEachText(reader.list(key), (page, packed) => {
        let texts = pages.get(page);
        if (!texts) pages.set(page, (texts = new Map<number, TextMatch>()));
        let text = texts.get(packed);
        if (!text) {
          text = { packed, factors: new Float64Array(terms.length), keys: new Int32Array(terms.length).fill(-1) };
          texts.set(packed, text);
        }
        if (factor <= (text.factors[place] ?? 0)) return;
        text.factors[place] = factor;
        text.keys[place] = key;
      });
    }
  });
  return pages;
}

/** Texts with the mark of the other direction, where the query names one only: From is no answer to a question about To. */
function opposite(terms: readonly Term[], reader: WordReader): Map<number, Set<number>> | undefined {
  const asks = (mark: string) => terms.some(({ word }) => word === mark);
  if (asks('#from') === asks('#to')) return undefined;
  const key = reader.words.places.get(asks('#from') ? '#to' : '#from');
  const pages = new Map<number, Set<number>>();
  if (key === undefined) return pages;
  forEachText(reader.list(key), (page, packed) => {
    const texts = pages.get(page);
    if (texts) texts.add(packed);
    else pages.set(page, new Set([packed]));
  });
  return pages;
}

/** Reads a list of pairs: the distance to the page before, and the text. */
function forEachText(list: readonly number[] | undefined, use: (page: number, packed: number) => void): void {
  let page = 0;
  for (let at = 0; list && at < list.length; at += 2) {
    page += list[at] ?? 0;
    use(page, list[at + 1] ?? 0);
  }
}
