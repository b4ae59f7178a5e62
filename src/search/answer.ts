import { byName, byNumber, byPattern, missingCodes, namesakesOf, type MissingCode } from './find-codes.ts';
import { IndexReader, type Words } from './index-reader.ts';
import type { WordMatch } from './match-words.ts';
import { readQuery, type Query } from './query.ts';
import { codeResult, setResult, type Result } from './result.ts';
import type { WordAnswer } from './word-search.ts';
import type { PieceName, Pieces, SearchNamesake, SearchSet } from './search-data.ts';

/** Results under one heading: those of a cause, or of a kind. */
export interface ResultGroup {
  /** Id of the cause whose codes these are. */
  readonly cause?: string | undefined;
  readonly results: readonly Result[];
}

export interface Answer {
  readonly query: Query;
  readonly missing: readonly MissingCode[];
  /** Numbers in the query that belong to another numbering. */
  readonly namesakes: readonly { readonly number: string; readonly namesake: SearchNamesake }[];
  readonly groups: readonly ResultGroup[];
  /** Pieces of the index without which the answer is not whole. */
  readonly wants: readonly PieceName[];
  /** Words of a query without answer that would have one by themselves. */
  readonly near: readonly string[];
  /** Words to ask the text engine for, rare ones first, with what each counts; none where it could not add anything. */
  readonly textWords: readonly { readonly word: string; readonly weight: number }[];
}

/** A code that the decoder found in a pasted query. */
export interface PastedCode {
  readonly set: string;
  readonly code: string;
}

const mostResults = 30;

/** Among so many words a number that is no code is an amount: `sent 5000 texts in one minute`. */
const storyWords = 3;

/**
 * Answers a query from the pieces of the index that are loaded, `directory` among them: exact codes first, then names,
 * prefixes and patterns, then words. Load what the answer `wants` and ask again, until it wants nothing. Pure; the
 * same input gives the same answer. `pasted` is what the decoder found in the query, undefined where it was not asked;
 * a paste is answered by that alone.
 */
export function answerQuery(text: string, pieces: Pieces, pasted?: readonly PastedCode[]): Answer {
  const reader = new IndexReader(pieces);
  const { sets } = reader.directory;
  const query = readQuery(text, sets);
  if (query.isPaste) return answerPaste(query, reader, pasted ?? []);

  const named = query.sets.length > 0 ? sets.filter((set) => query.sets.includes(set.id)) : sets;
  // Who says Bird may mean a code of the platform behind it, which stands in the same payload.
  const reachable = sets.filter((set) => named.includes(set) || named.some(({ id }) => id === set.carriedBy));
  const direct: Result[] = [];
  const missing: MissingCode[] = [];
  const alike: Answer['namesakes'][number][] = [];
  const engine = query.words === '' ? undefined : reader.wordSearch();
  const wordCount = engine?.count(query.words) ?? 0;
  const isStory = wordCount >= storyWords;
  for (const pattern of query.patterns) direct.push(...byPattern(pattern, named, reader));
  for (const number of query.numbers) {
    const found = byNumber(number, reachable, reader);
    direct.push(...found);
    if (found.length === 0 && reader.wants.size === 0 && !isStory) missing.push(...missingCodes(number, named, reader));
    if (reader.wants.size === 0) alike.push(...namesakesOf(number, reader, found));
  }
  direct.push(...byName(query, reachable, reader));
  const asksForSet = direct.length === 0 && wordCount === 0 && missing.length === 0 && reader.wants.size === 0;
  if (asksForSet && query.sets.length > 0) direct.push(...named.map(setResult));

  const isAnswered = wordCount === 0 || missing.length > 0;
  const words = isAnswered ? undefined : reader.words();
  const found = engine && words ? engine.find(query.words, words, reader) : noWords;
  const byWords = words ? wordResults(query, found.matches, words, reader) : [];
  // `vonage 1340` names something that we do not know; only a whole code of ours can be meant beside it.
  const isStrange = found.terms.some(({ factors }) => factors.size === 0);
  const sure = isStrange ? direct.filter(({ why, ref }) => why === 'name' || isWholeCode(why, ref)) : direct;
  const nothing = sure.length + byWords.length + missing.length === 0;
  return {
    query,
    missing,
    namesakes: alike,
    groups: group(
      withoutRepeats(sure),
      withoutRepeats(byWords.map((result) => ({ ...result, parts: engine?.mark(result.heading, found.terms) }))),
    ),
    near: nothing ? found.near : [],
    wants: [...reader.wants],
    textWords:
      byWords.length > 0
        ? found.terms
            .filter(({ isSpelled }) => isSpelled)
            .sort(byWeight)
            .slice(0, mostTextWords)
        : [],
  };
}

/** A query without words, or one whose words are not loaded yet. */
const noWords: WordAnswer = { terms: [], matches: [], near: [] };

/** A code of four digits or more as it is listed, neither a range nor a beginning. */
const isWholeCode = (why: Result['why'], ref: string): boolean => why === 'code' && /\/\d{4,}$/.test(ref);

/** The text engine is asked for each word by itself. */
const mostTextWords = 4;

const byWeight = (a: { readonly weight: number }, b: { readonly weight: number }) => b.weight - a.weight;

/** Codes of a paste. All cards are asked for, so that what is loaded says nothing of what was pasted. */
function answerPaste(query: Query, reader: IndexReader, pasted: readonly PastedCode[]): Answer {
  const cards = reader.allCards();
  const { sets } = reader.directory;
  const decoded = pasted.flatMap(({ set, code }) =>
    cards.filter((candidate) => candidate.set === set && candidate.code === code),
  );
  // A piece of a payload that no set recognises, or one that did not pass through a vendor of ours, may still name a code.
  const named = decoded.length > 0 ? [] : codesInFields(query.text);
  const results = sets.flatMap((set) =>
    named.flatMap((code) => cards.filter((card) => card.set === set.id && card.code === code)),
  );
  const found = [...decoded, ...results].map((card) =>
    codeResult(
      sets.find(({ id }) => id === card.set),
      card,
      'paste',
    ),
  );
  const groups = group(withoutRepeats(found), []);
  return { query, missing: [], namesakes: [], groups, near: [], wants: [...reader.wants], textWords: [] };
}

/** Fields whose code says what went wrong; a post code or the code of a country does not. */
const codeField =
  /(?<![\w-])((?:\w{0,20}(?:err|fail|meta|reason|reject|result|source|status)\w{0,20})?)code["']?\s*[:=]\s*["']?([\w-]{1,40})(?![\w-])/gi;

/** What stands in such fields: words and numbers, short ones only where the field is just `code`. */
const codesInFields = (text: string): string[] =>
  [...text.matchAll(codeField)].flatMap(([, field = '', value = '']) =>
    /^\d{1,2}$/.test(value) && field !== '' ? [] : [value],
  );

/** A platform's own code answers after the code its user sees. */
const carriedWeight = 0.8;

/** What scores less than this share of the best match is left out: it answers something else. */
const leastShare = 0.5;

/** Steps into which a score is rounded. */
const scoreSteps = 25;

/** Results come from few pieces of cards, so that an answer loads little; those that are left out score less. */
const mostCardPieces = 6;

/**
 * Pages that the words lead to. A set that the query names keeps the others out; a carried set (WhatsApp behind Bird)
 * lets the codes of the set around it through, since those are what its user sees.
 */
function wordResults(query: Query, matches: readonly WordMatch[], words: Words, reader: IndexReader): Result[] {
  const { sets, cards } = reader.directory;
  const named = new Set(query.sets);
  for (const set of sets) if (named.has(set.id) && set.carriedBy) named.add(set.carriedBy);
  const firstCard = words.others.length;
  const setOf = (page: number): SearchSet | undefined => {
    const other = words.others[page];
    if (!other) return sets[words.cardSets[page - firstCard] ?? 0];
    return sets.find(({ id }) => id === other.ref.split('/')[0]);
  };
  const least = (matches[0]?.score ?? 0) * leastShare;
  const ranked = matches
    .filter(({ score }) => score >= least)
    .map(({ page, score }) => ({ page, score, set: setOf(page) }))
    .filter(({ page, set }) => named.size === 0 || (set ? named.has(set.id) : words.others[page]?.kind === 'cause'))
    .map(({ page, score, set }) => {
      const weight = set?.carriedBy && !query.sets.includes(set.id) ? carriedWeight : 1;
      // Scores that hardly differ leave the order to the index: causes, then sets in their order. Causes have no order
      // among themselves.
      const place = page < firstCard ? -score : set ? sets.indexOf(set) : 0;
      return { page, set, place, score: Math.round(score * weight * scoreSteps) };
    })
    .sort((a, b) => b.score - a.score || a.place - b.place || a.page - b.page);

  const used = new Set<number>();
  const results: Result[] = [];
  for (const { page, set } of ranked) {
    if (results.length >= mostResults) break;
    const other = words.others[page];
    if (other) {
      const { kind, ref, heading, responsible, retry } = other;
      const verdict = responsible && retry && { responsible, retry };
      results.push({ kind, ref, heading, set, verdict, why: 'words', cause: kind === 'cause' ? ref : undefined });
      continue;
    }
    const piece = Math.floor((page - firstCard) / cards.each);
    if (!used.has(piece) && used.size >= mostCardPieces) continue;
    used.add(piece);
    const card = reader.card(page - firstCard);
    const cause = words.others[words.cardCauses[page - firstCard] ?? -1]?.ref;
    if (card) results.push({ ...codeResult(set, card, 'words'), cause });
  }
  return results;
}

function withoutRepeats(results: readonly Result[]): Result[] {
  const seen = new Set<string>();
  return results.filter(({ kind, ref }) => !seen.has(`${kind} ${ref}`) && seen.add(`${kind} ${ref}`));
}

/** Direct answers stay in their order; the others come together by cause, groups in the order of their best result. */
function group(direct: readonly Result[], byWords: readonly Result[]): ResultGroup[] {
  const groups: { cause?: string | undefined; results: Result[] }[] = [];
  if (direct.length > 0) groups.push({ results: direct.slice(0, mostResults) });
  const listed = new Set(direct.map(({ ref }) => ref));
  for (const result of byWords.filter(({ ref }) => !listed.has(ref))) {
    const { cause } = result;
    const own = groups.find((candidate) => candidate.cause !== undefined && candidate.cause === cause);
    if (own) own.results.push(result);
    else groups.push({ cause, results: [result] });
  }
  return groups;
}
