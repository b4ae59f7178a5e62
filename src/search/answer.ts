import { isWithinTypos } from './edit-distance.ts';
import { matchWords } from './match-words.ts';
import { namesIn, readQuery, type Query } from './query.ts';
import type { CodeIndex, PageKind, SearchCode, SearchNamesake, SearchSet, WordIndex } from './search-data.ts';
import { squash } from './words.ts';

/** One page that answers a query. */
export interface Result {
  readonly kind: PageKind;
  /** `bandwidth/4775`, `bandwidth/47xx`, `bandwidth`, a cause id, or a path of a guide. */
  readonly ref: string;
  readonly heading: string;
  readonly set?: SearchSet;
  readonly code?: SearchCode;
  /** Whose move it is and whether to retry; families and overviews have none. */
  readonly verdict?: { readonly responsible: SearchCode['responsible']; readonly retry: SearchCode['retry'] };
  /** Why it is here, for the reader. */
  readonly why: 'code' | 'short form' | 'prefix' | 'pattern' | 'name' | 'paste' | 'words' | 'text';
  /** Stemmed words of the query that the page holds, to be marked. */
  readonly matched: readonly string[];
}

/** Results under one heading: those of a cause, or of a kind. */
export interface ResultGroup {
  /** Id of the cause whose codes these are. */
  readonly cause?: string;
  readonly results: readonly Result[];
}

/** A number in the query that has the shape of a code and is none. */
export interface MissingCode {
  readonly code: string;
  readonly set: SearchSet;
  /** Groups of digits with their meaning, where the scheme has one. */
  readonly digits: readonly { readonly digits: string; readonly heading: string | undefined }[];
  /** The narrowest family that the digits lie in. */
  readonly family: SearchSet['families'][number] | undefined;
  /** Listed codes that are one typing mistake away. */
  readonly neighbours: readonly SearchCode[];
}

export interface Answer {
  readonly query: Query;
  readonly missing: readonly MissingCode[];
  /** Numbers in the query that belong to another numbering. */
  readonly namesakes: readonly { readonly number: string; readonly namesake: SearchNamesake }[];
  readonly groups: readonly ResultGroup[];
}

/** A code that the decoder found in a pasted query. */
export interface PastedCode {
  readonly set: string;
  readonly code: string;
}

const mostResults = 30;

/**
 * Answers a query from the code index and, once it is loaded, the word index: exact codes first, then names, prefixes
 * and patterns, then words. Pure; the same input gives the same answer.
 */
export function answerQuery(
  text: string,
  codes: CodeIndex,
  words?: WordIndex,
  pasted: readonly PastedCode[] = [],
): Answer {
  const query = readQuery(text, codes);
  const sets = query.sets.length > 0 ? codes.sets.filter((set) => query.sets.includes(set.id)) : codes.sets;
  // Who says Bird may mean a code of the platform behind it, which stands in the same payload.
  const reachable = codes.sets.filter((set) => sets.includes(set) || sets.some(({ id }) => id === set.carriedBy));
  const direct: Result[] = pasted.flatMap(({ set: id, code }) => {
    const set = codes.sets.find((candidate) => candidate.id === id);
    const entry = set?.codes.find((candidate) => candidate.code === code);
    return set && entry ? [codeResult(set, entry, 'paste')] : [];
  });
  const missing: MissingCode[] = [];
  const namesakes: { number: string; namesake: SearchNamesake }[] = [];

  if (pasted.length === 0) {
    for (const pattern of query.patterns) direct.push(...byPattern(pattern, sets));
    for (const number of query.numbers) {
      const found = byNumber(number, reachable);
      direct.push(...found);
      namesakes.push(...namesakesOf(number, codes.namesakes, found));
      if (found.length === 0) missing.push(...missingCodes(number, sets));
    }
    direct.push(...byName(query, reachable));
    if (direct.length === 0 && query.words === '' && query.sets.length > 0 && missing.length === 0)
      direct.push(...sets.map(setResult));
  }

  const isAnswered = direct.length > 0 && (query.words === '' || pasted.length > 0);
  const byWords = words && !isAnswered && missing.length === 0 ? wordResults(query, words, codes) : [];
  return { query, missing, namesakes, groups: group(withoutRepeats(direct), withoutRepeats(byWords), words) };
}

/** Whether an answer needs the word index: the query has words that codes and names do not answer. */
export const needsWords = (answer: Answer): boolean =>
  answer.query.words !== '' &&
  answer.missing.length === 0 &&
  !answer.groups.some(({ results }) => results.some(({ why }) => why === 'paste'));

function byNumber(number: string, sets: readonly SearchSet[]): Result[] {
  const exact = sets.flatMap((set) =>
    set.codes.filter((code) => holdsNumber(code.code, number)).map((code) => codeResult(set, code, 'code')),
  );
  const shortForms = sets.flatMap((set) =>
    set.codes.filter((code) => code.numbers?.includes(number)).map((code) => codeResult(set, code, 'short form')),
  );
  const begins = sets.flatMap((set) => byPrefix(number, set));
  // One or two digits are rather the beginning of a code than the code of a platform.
  const isBeginning = number.length <= 2 && exact.every(({ set }) => set?.carriedBy);
  return isBeginning ? [...begins, ...exact, ...shortForms] : [...exact, ...shortForms, ...begins];
}

/** `131026` is itself; `200-299` holds the numbers in between. */
function holdsNumber(code: string, number: string): boolean {
  const range = /^(\d+)-(\d+)$/.exec(code);
  return range ? Number(range[1]) <= Number(number) && Number(number) <= Number(range[2]) : code === number;
}

/** Codes that begin with the digits; the family goes first where the digits are just its own. */
function byPrefix(digits: string, set: SearchSet): Result[] {
  const inside = set.codes.filter(
    (code) => code.code !== digits && code.code.startsWith(digits) && /^\d+$/.test(code.code),
  );
  const own = set.families.filter((family) => family.id.replace(/x+$/, '') === digits && family.id !== digits);
  const around =
    inside.length > 0
      ? set.families.filter(
          (family) =>
            /x$/.test(family.id) &&
            digits.length > prefixOf(family.id).length &&
            digits.startsWith(prefixOf(family.id)),
        )
      : [];
  const narrowest = around.sort((a, b) => prefixOf(b.id).length - prefixOf(a.id).length).slice(0, 1);
  return [
    ...own.map((family) => familyResult(set, family, 'prefix')),
    ...inside.map((code) => codeResult(set, code, 'prefix')),
    ...(own.length > 0 ? [] : narrowest.map((family) => familyResult(set, family, 'prefix'))),
  ];
}

const prefixOf = (family: string) => family.replace(/x+$/, '');

function byPattern(pattern: Query['patterns'][number], sets: readonly SearchSet[]): Result[] {
  const { digits, length } = pattern;
  // A pattern of a length that no code has (4xx) is meant as a beginning.
  const isLength =
    length !== undefined &&
    sets.some((set) => set.codes.some(({ code }) => code.length === length && code.startsWith(digits)));
  const fits = (id: string) => !isLength || id.length === length;
  return sets.flatMap((set) => {
    const found = byPrefix(digits, set);
    return found
      .filter(({ ref }) => fits(ref.slice(set.id.length + 1)))
      .map((result) => ({ ...result, why: 'pattern' as const }));
  });
}

function byName(query: Query, sets: readonly SearchSet[]): Result[] {
  const names = namesIn(query);
  return sets.flatMap((set) => [
    ...set.codes
      .filter((code) => namesOf(code).some((name) => names.includes(squash(name))))
      .map((code) => codeResult(set, code, 'name')),
    ...(set.events.some((event) => names.includes(squash(event))) ? [setResult(set)] : []),
  ]);
}

/** Names of a code; a code that is a word is its own name. */
const namesOf = ({ code, names = [] }: SearchCode): readonly string[] => (/^\d/.test(code) ? names : [code, ...names]);

function missingCodes(number: string, sets: readonly SearchSet[]): MissingCode[] {
  const fitting = sets.filter((set) => new RegExp(`^(?:${set.shape})$`).test(number));
  // Where the digits fall into a family of one set, the number is that set's; else every set of the shape may be meant.
  const withFamily = fitting.filter((set) => familyOf(number, set));
  const chosen = withFamily.length > 0 ? withFamily : fitting;
  return chosen.slice(0, 2).map((set) => ({
    code: number,
    set,
    digits: readGroups(number, set),
    family: familyOf(number, set),
    neighbours: set.codes.filter((code) => isWithinTypos(code.code, number, 1)).slice(0, 4),
  }));
}

function familyOf(number: string, set: SearchSet): SearchSet['families'][number] | undefined {
  return set.families
    .filter(({ id }) => /^\d+x+$/.test(id) && id.length === number.length && number.startsWith(prefixOf(id)))
    .sort((a, b) => prefixOf(b.id).length - prefixOf(a.id).length)[0];
}

function readGroups(number: string, set: SearchSet): MissingCode['digits'] {
  let start = 0;
  return (set.groups ?? []).map(({ digits: length, values }) => {
    const digits = number.slice(start, (start += length));
    const read = number.slice(0, start);
    const key = Object.keys(values)
      .filter((candidate) => read.startsWith(candidate))
      .sort((a, b) => b.length - a.length)[0];
    return { digits, heading: key === undefined ? undefined : values[key] };
  });
}

function namesakesOf(number: string, all: readonly SearchNamesake[], found: readonly Result[]): Answer['namesakes'] {
  if (found.some(({ why }) => why === 'code')) return [];
  return all
    .filter(({ numbers }) => numbers.some((other) => holdsNumber(other, number)))
    .map((namesake) => ({ number, namesake }));
}

/**
 * Pages that the words lead to. A set that the query names keeps the others out; a carried set (WhatsApp behind Bird)
 * lets the codes of the set around it through, since those are what its user sees.
 */
function wordResults(query: Query, words: WordIndex, codes: CodeIndex): Result[] {
  const named = new Set(query.sets);
  for (const set of codes.sets) if (named.has(set.id) && set.carriedBy) named.add(set.carriedBy);
  const causes = new Set(
    words.pages
      .filter(({ ref }) => named.has(setOf(ref)))
      .flatMap((page) => page.causes?.map(({ cause }) => cause) ?? []),
  );
  const matches = matchWords(query.words, words);
  const least = (matches[0]?.score ?? 0) * leastShare;
  return matches
    .filter(({ score }) => score >= least)
    .map((match) => ({ match, page: words.pages[match.page] as WordIndex['pages'][number] }))
    .filter(
      ({ page }) => named.size === 0 || named.has(setOf(page.ref)) || (page.kind === 'cause' && causes.has(page.ref)),
    )
    .map(({ match, page }) => {
      const set = codes.sets.find((candidate) => candidate.id === setOf(page.ref));
      const code =
        page.kind === 'code' ? set?.codes.find((candidate) => `${set.id}/${candidate.code}` === page.ref) : undefined;
      const score = match.score * (set?.carriedBy && !query.sets.includes(set.id) ? carriedWeight : 1);
      const { responsible, retry } = code ?? page;
      const verdict = responsible && retry && { responsible, retry };
      const result: Result = {
        kind: page.kind,
        ref: page.ref,
        heading: page.heading,
        set,
        code,
        verdict,
        why: 'words',
        matched: match.words,
      };
      // Scores that hardly differ leave the order to the index: causes, then sets in their order.
      return { score: Math.round(score * scoreSteps), place: match.page, result };
    })
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ result }) => result);
}

/** A platform's own code answers after the code its user sees in the payload. */
const carriedWeight = 0.8;

/** What scores less than this share of the best match is left out: it answers something else. */
const leastShare = 0.5;

/** Steps into which a score is rounded. */
const scoreSteps = 25;

const setOf = (ref: string) => ref.split('/')[0] ?? '';

const codeResult = (set: SearchSet, code: SearchCode, why: Result['why']): Result => ({
  kind: 'code',
  ref: `${set.id}/${code.code}`,
  heading: code.heading,
  set,
  code,
  verdict: { responsible: code.responsible, retry: code.retry },
  why,
  matched: [],
});

const familyResult = (set: SearchSet, family: SearchSet['families'][number], why: Result['why']): Result => ({
  kind: 'family',
  ref: `${set.id}/${family.id}`,
  heading: family.heading,
  set,
  why,
  matched: [],
});

const setResult = (set: SearchSet): Result => ({
  kind: 'set',
  ref: set.id,
  heading: set.name,
  set,
  why: 'name',
  matched: [],
});

function withoutRepeats(results: readonly Result[]): Result[] {
  const seen = new Set<string>();
  return results.filter(({ kind, ref }) => !seen.has(`${kind} ${ref}`) && seen.add(`${kind} ${ref}`));
}

/** Direct answers stay in their order; the others come together by cause, groups in the order of their best result. */
function group(direct: readonly Result[], byWords: readonly Result[], words: WordIndex | undefined): ResultGroup[] {
  const groups: { cause?: string; results: Result[] }[] = [];
  if (direct.length > 0) groups.push({ results: direct.slice(0, mostResults) });
  const listed = new Set(direct.map(({ ref }) => ref));
  const causeOf = new Map(
    words?.pages.map((page) => [page.ref, page.kind === 'cause' ? page.ref : page.causes?.[0]?.cause]),
  );
  for (const result of byWords.filter(({ ref }) => !listed.has(ref)).slice(0, mostResults)) {
    const cause = causeOf.get(result.ref);
    const own = groups.find((candidate) => candidate.cause !== undefined && candidate.cause === cause);
    if (own) own.results.push(result);
    else groups.push({ cause, results: [result] });
  }
  return groups;
}
