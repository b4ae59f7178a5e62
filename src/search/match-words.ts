import { isWithinTypos, typosFor } from './edit-distance.ts';
import { hasIdea, isSameIdea } from './ideas.ts';
import type { TextRole, WordIndex } from './search-data.ts';
import { fold, wordsOf } from './words.ts';

/** How well a page answers the words of a query. */
export interface WordMatch {
  /** Place of the page in the index. */
  readonly page: number;
  readonly score: number;
  /** The text that matched best, as role and the matched words of the index. */
  readonly role: TextRole;
  readonly words: readonly string[];
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

/** A word of the same meaning instead of the word itself. */
const sameIdeaFactor = 0.72;

/** A cause goes before its codes where both match alike: it shows them side by side. */
const causeBonus = 1.2;

/** A word that stands on fewer than one page in this many tells something. */
const tellingShare = 9;

/** Below this share of the query's weight a page does not answer it. */
const leastCoverage = 0.52;

/** Weight of words that together are evidence, however much of the query they leave out: two that stand on one page in ten. */
const leastEvidence = 4.2;

/** The same where a word of the field is among the matched ones. */
const leastTellingCoverage = 0.36;

/**
 * Ranks the pages of the index for a query in words, best first. A text counts by the share of the query it covers,
 * rare words more, and by how much of the text that is; a code also takes on what its causes' phrases matched.
 * Steps: words of the query × words of the index, plus the texts of the index.
 */
export function matchWords(query: string, index: WordIndex): WordMatch[] {
  const wanted = [...new Set(wordsOf(query))].slice(0, 24);
  if (wanted.length === 0) return [];
  // The last word may be half typed. What was typed counts there, not its stem: `recipe` does not begin recipient.
  const typing = /\S+$/.exec(fold(query))?.[0] ?? '';
  const terms = wanted.map((word, place) => termOf(word, index, place === wanted.length - 1 ? typing : ''));
  // A misspelt word is one only beside words that are right: `lasagna recipe` is not about a recipient.
  if (terms.some((term) => term.factors.size === 0) && !terms.some((term) => term.isSpelled)) return [];
  const total = terms.reduce((sum, term) => sum + term.weight, 0);
  const matches = index.pages.map((page, number) => matchPage(page.texts, number, terms, total, index));
  const byCause = new Map<string, WordMatch>();
  index.pages.forEach((page, number) => {
    const match = matches[number];
    if (page.kind === 'cause' && match) byCause.set(page.ref, match);
  });
  return index.pages
    .flatMap((page, number): WordMatch[] => {
      const own = matches[number];
      let best = own;
      for (const [place, { cause, match }] of (page.causes ?? []).entries()) {
        const causal = byCause.get(cause);
        if (!causal) continue;
        const score = causal.score * matchWeight[match] * (place === 0 ? 1 : 0.85) + (own ? own.score * 0.12 : 0);
        if (!best || score > best.score) best = { ...causal, page: number, score };
      }
      if (!best) return [];
      return [page.kind === 'cause' ? { ...best, score: best.score * causeBonus } : best];
    })
    .filter((match) => match.score > 0)
    .sort((a, b) => b.score - a.score);
}

interface Term {
  /** Rarity: what the word adds to a match. */
  readonly weight: number;
  /** A word of this field, or a number, that is not on every page: one such word is evidence by itself. */
  readonly isTelling: boolean;
  /** It stands in the index, or means the same as a word there, without a typing mistake. */
  readonly isSpelled: boolean;
  /** Words of the index that stand for it → how well. */
  readonly factors: ReadonlyMap<number, number>;
}

function termOf(word: string, index: WordIndex, typing: string): Term {
  const factors = new Map<number, number>();
  const exact = index.words.indexOf(word);
  if (exact >= 0) factors.set(exact, 1);
  index.words.forEach((candidate, number) => {
    if (number === exact) return;
    if (isSameIdea(word, candidate)) factors.set(number, sameIdeaFactor);
    else if (typing.length >= 3 && candidate.startsWith(typing)) factors.set(number, 0.85);
  });
  // Only a word that means nothing as it stands may be a misspelt one.
  // A vendor's own misspelling (in one or two pages) must not keep the right word away.
  const isKnown = [...factors.keys()].some((number) => (index.frequency[number] ?? 0) > 2);
  const typos = isKnown || hasIdea(word) ? 0 : typosFor(word.length);
  const isSpelled = factors.size > 0;
  if (typos === 0) return term(word, factors, index, isSpelled);
  index.words.forEach((candidate, number) => {
    if (factors.has(number)) return;
    if (candidate[0] === word[0] && candidate[0] === word[0] && isWithinTypos(word, candidate, typos))
      factors.set(number, 0.8);
    else if (word.length > 4 && isWithinTypos(word, candidate, 1)) factors.set(number, 0.7);
  });
  // A misspelt word carries its right spelling's synonyms along.
  for (const [number, factor] of [...factors]) {
    const right = index.words[number] ?? '';
    if (factor < 0.8) continue;
    index.words.forEach((candidate, other) => {
      if (!factors.has(other) && isSameIdea(right, candidate)) factors.set(other, 0.55);
    });
  }
  return term(word, factors, index, isSpelled);
}

function term(word: string, factors: Term['factors'], index: WordIndex, isSpelled: boolean): Term {
  const weight = weightOf(factors, index);
  return {
    weight,
    factors,
    isSpelled,
    isTelling: (hasIdea(word) || /^\d{3,}$/.test(word)) && weight > Math.log(1 + tellingShare),
  };
}

function weightOf(factors: Term['factors'], index: WordIndex): number {
  const pages = index.pages.length;
  let frequency = 0;
  for (const [number, factor] of factors)
    if (factor >= sameIdeaFactor) frequency = Math.max(frequency, index.frequency[number] ?? 0);
  // An unknown word says little about what is wanted; it must not outweigh the known ones.
  if (frequency === 0) return 0.5 * Math.log(1 + pages / 8);
  return Math.log(1 + pages / frequency);
}

/** A long text that holds all words answers less surely than a short one. Phrases are one wording out of many. */
const lengthWeight = (role: TextRole, share: number) => (role === 'phrase' ? 0.8 + 0.2 * share : 0.62 + 0.38 * share);

/** The mark of the other direction, where the query names one only: From is no answer to a question about To. */
function opposites(terms: readonly Term[], index: WordIndex): ReadonlySet<number> {
  const from = index.words.indexOf('#from');
  const to = index.words.indexOf('#to');
  const asks = (mark: number) => terms.some((term) => term.factors.get(mark) === 1);
  if (asks(from) === asks(to)) return new Set();
  return new Set([asks(from) ? to : from]);
}

function matchPage(
  texts: WordIndex['pages'][number]['texts'],
  page: number,
  terms: readonly Term[],
  total: number,
  index: WordIndex,
): WordMatch | undefined {
  let best:
    { score: number; text: (typeof texts)[number]; used: number; telling: number; evidence: number } | undefined;
  const against = opposites(terms, index);
  const onPage = new Array<number>(terms.length).fill(0);
  for (const text of texts) {
    const [role, ...words] = text;
    let covered = 0;
    let used = 0;
    let telling = 0;
    terms.forEach((term, place) => {
      let factor = 0;
      for (const word of words) factor = Math.max(factor, term.factors.get(word) ?? 0);
      if (factor === 0) return;
      used++;
      if (term.isTelling && factor >= sameIdeaFactor) telling++;
      covered += term.weight * factor;
      onPage[place] = Math.max(onPage[place] ?? 0, factor * roleWeight[role]);
    });
    if (used === 0) continue;
    const share = Math.min(1, used / words.length);
    const direction = words.some((word) => against.has(word)) ? 0.55 : 1;
    const score = (covered / total) * roleWeight[role] * lengthWeight(role, share) * direction;
    if (!best || score > best.score) best = { score, text, used, telling, evidence: covered };
  }
  if (!best) return undefined;
  const together = terms.reduce((sum, term, place) => sum + term.weight * (onPage[place] ?? 0), 0) / total;
  // One word out of several is a chance hit, unless it is a word of this field. People tell stories, though: a long query
  // may have many words that no page has, and then those that stand together in one text decide.
  const isCovered = together >= leastCoverage && (best.used > 1 || terms.length === 1 || best.telling > 0);
  const isTold = best.used > 1 && best.evidence >= leastEvidence;
  const isNamed = best.telling > 0 && (together >= leastTellingCoverage || terms.length >= 4);
  if (!isCovered && !isTold && !isNamed) return undefined;
  const [role, ...words] = best.text;
  const matched = words
    .filter((word) => terms.some((term) => term.factors.has(word)))
    .map((word) => index.words[word] ?? '');
  return { page, score: best.score * 0.72 + together * 0.28, role, words: matched };
}
