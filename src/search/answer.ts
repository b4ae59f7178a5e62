import { byNumber, byPattern, missingCodes, namesakesOf, type MissingCode } from './find-codes.ts';
import { IndexReader } from './index-reader.ts';
import { readQuery, type Query } from './query.ts';
import { codeResult, mostResults, setResult, type Result } from './result.ts';
import type { PieceName, Pieces, SearchNamesake, SearchSet } from './search-data.ts';
import type { WordAnswer } from './word-search.ts';

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
  readonly textWords: WordAnswer['textWords'];
}

/** A code that the decoder found in a pasted query. */
export interface PastedCode {
  readonly set: string;
  readonly code: string;
}

/** A number before what is counted: `2000 letters`. */
const amount =
  /\d[\d.,]*\s+(?:character|letter|message|text|sms|part|segment|people|recipient|contact|customer|number|word)s?(?!\p{L})/iu;

/** Numbers of so many digits are called by people and are few. */
const spokenLength = 3;

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
  const query = withSpokenNumber(readQuery(text, sets), sets, reader);
  if (query.isPaste) return answerPaste(query, reader, pasted ?? []);

  const named = query.sets.length > 0 ? sets.filter((set) => query.sets.includes(set.id)) : sets;
  // Who says Bird may mean a code of the platform behind it, which stands in the same payload, or of its other lists.
  const reachable = sets.filter(
    (set) =>
      named.includes(set) || named.some(({ id, name }) => id === set.carriedBy || set.name.startsWith(`${name} `)),
  );
  // And who says WhatsApp may have been given the code of the provider around it.
  const carriers = sets.filter(
    (set) => !reachable.includes(set) && named.some(({ carriedBy }) => carriedBy === set.id),
  );
  const direct: Result[] = [];
  const missing: MissingCode[] = [];
  const alike: Answer['namesakes'][number][] = [];
  const engine = query.words === '' ? undefined : reader.wordSearch();
  const wordCount = engine?.count(query.words) ?? 0;
  const isStory = wordCount >= storyWords || amount.test(query.text);
  for (const pattern of query.patterns) direct.push(...byPattern(pattern, named, reader));
  for (const number of numbersMeant(query, reachable, reader)) {
    const found = [...byNumber(number, reachable, reader), ...wholeCodes(number, carriers, reader)];
    direct.push(...found);
    if (found.length === 0 && reader.wants.size === 0 && !isStory) missing.push(...missingCodes(number, named, reader));
    if (reader.wants.size === 0) alike.push(...namesakesOf(number, reader, found));
  }
  const byName = engine?.named(query, reachable, reader) ?? [];
  // A label may speak of a family: `… covered by other 4xxx codes`.
  if (query.numbers.length > 0) direct.push(...byName);
  else direct.unshift(...byName);
  const asksForSet = direct.length === 0 && wordCount === 0 && missing.length === 0 && reader.wants.size === 0;
  if (asksForSet && query.sets.length > 0) direct.push(...named.map(setResult));

  const isAnswered = wordCount === 0 || missing.length > 0;
  const found = isAnswered ? undefined : engine?.find(query, reader);
  const byWords = found?.results ?? [];
  // `vonage 1340` names something that we do not know; only a whole code of ours can be meant beside it.
  const sure = found?.isStrange ? direct.filter(({ why, ref }) => why === 'name' || isWholeCode(why, ref)) : direct;
  const nothing = sure.length + byWords.length + missing.length === 0;
  return {
    query,
    missing,
    namesakes: alike,
    groups: group(withoutRepeats(sure), withoutRepeats(byWords)),
    near: nothing ? (found?.near ?? []) : [],
    wants: [...reader.wants],
    textWords: found?.textWords ?? [],
  };
}

/** A short number by itself that is no code may be a word of this field: 911. */
function withSpokenNumber(query: Query, sets: readonly SearchSet[], reader: IndexReader): Query {
  const [number = ''] = query.numbers;
  const isAlone = /^\W*\d{3}\W*$/.test(query.text) && number.length === spokenLength;
  if (!isAlone || byNumber(number, sets, reader).length > 0 || reader.wants.size > 0) return query;
  return reader.wordSearch()?.isWord(number) ? { ...query, numbers: [], words: number } : query;
}

/** `15 017` is one code with a blank in it, and `04701` one with a zero before it, if there is such a code. */
function numbersMeant({ joined, numbers }: Query, sets: readonly SearchSet[], reader: IndexReader): readonly string[] {
  const isCode = (number: string) => wholeCodes(number, sets, reader).length > 0;
  if (joined !== undefined && isCode(joined)) return [joined];
  return numbers.map((number) => {
    const plain = number.replace(/^0+/, '');
    return plain !== number && isCode(plain) ? plain : number;
  });
}

const wholeCodes = (number: string, sets: readonly SearchSet[], reader: IndexReader): Result[] =>
  byNumber(number, sets, reader).filter(({ why, ref }) => isWholeCode(why, ref));

/** A code of four digits or more as it is listed, neither a range nor a beginning. */
const isWholeCode = (why: Result['why'], ref: string): boolean => why === 'code' && /\/\d{4,}$/.test(ref);

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
