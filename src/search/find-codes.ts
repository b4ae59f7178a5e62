import { isWithinTypos } from './edit-distance.ts';
import type { IndexReader } from './index-reader.ts';
import type { Query } from './query.ts';
import { codeResult, familyResult, type Result } from './result.ts';
import type { SearchCard, SearchFamily, SearchNamesake, SearchSet } from './search-data.ts';

/** A number in the query that has the shape of a code and is none. */
export interface MissingCode {
  readonly code: string;
  readonly set: SearchSet;
  /** Groups of digits with their meaning, where the scheme has one. */
  readonly digits: readonly { readonly digits: string; readonly heading: string | undefined }[];
  /** The narrowest family that the digits lie in. */
  readonly family: SearchFamily | undefined;
  /** Listed codes that begin alike and are one typing mistake away, the nearest numbers first. */
  readonly neighbours: readonly SearchCard[];
}

const mostNeighbours = 4;

/**
 * Pieces that are read for all codes that begin with some digits: a pattern asks for them, and beside a code that does not
 * exist they are close. Digits alone are rather a code half typed, and get the first of them.
 */
const mostPieces = 5;

/** Codes that a number stands for: itself, a range that holds it, the code it is short for, codes that begin so. */
export function byNumber(number: string, sets: readonly SearchSet[], reader: IndexReader): Result[] {
  const ranges = reader.directory.ranges.filter((range) => holds(range, number));
  const exact = [number, ...ranges].flatMap((code) => reader.cardsAt(code));
  const results = (cards: readonly SearchCard[], why: Result['why']) =>
    sets.flatMap((set) => cards.filter((card) => card.set === set.id).map((card) => codeResult(set, card, why)));
  const found = results(exact, 'code');
  const shortForms = results(reader.cardsShort(number), 'short form');
  const begins = byPrefix(number, sets, reader);
  // One or two digits are rather the beginning of a code than the code of a platform.
  const isBeginning = number.length <= 2 && found.every(({ set }) => set?.carriedBy);
  return isBeginning ? [...begins, ...found, ...shortForms] : [...found, ...shortForms, ...begins];
}

/** `200-299` holds the numbers in between; `131026` is itself. */
function holds(code: string, number: string): boolean {
  const range = /^(\d+)-(\d+)$/.exec(code);
  return range ? Number(range[1]) <= Number(number) && Number(number) <= Number(range[2]) : code === number;
}

/** Codes that begin with the digits; the family goes first where the digits are just its own. */
function byPrefix(digits: string, sets: readonly SearchSet[], reader: IndexReader, pieces = 1): Result[] {
  const families = reader.familiesAt(digits);
  const cards = reader.cardsFrom(digits, pieces).filter(({ code }) => code !== digits && /^\d+$/.test(code));
  return sets.flatMap((set) => {
    const inside = cards.filter((card) => card.set === set.id);
    const own = families.filter((family) => family.set === set.id && prefixOf(family.id) === digits);
    const around = families.filter((family) => family.set === set.id && digits.startsWith(prefixOf(family.id)));
    const narrowest = inside.length > 0 ? around.sort(byPrefixLength).slice(0, 1) : [];
    return [
      ...own.map((family) => familyResult(set, family, 'prefix')),
      ...inside.map((card) => codeResult(set, card, 'prefix')),
      ...(own.length > 0 ? [] : narrowest.map((family) => familyResult(set, family, 'prefix'))),
    ];
  });
}

/** Fewer digits are the beginning of a code rather than one of a platform. */
const shortestCode = 4;

const prefixOf = (family: string) => family.replace(/x+$/, '');

const byPrefixLength = (a: SearchFamily, b: SearchFamily): number => prefixOf(b.id).length - prefixOf(a.id).length;

/** The family of a pattern and its codes: 47xx, 43**, 15…. A whole code with an open end (4701*) is itself first. */
export function byPattern(
  pattern: Query['patterns'][number],
  sets: readonly SearchSet[],
  reader: IndexReader,
): Result[] {
  const { digits, length } = pattern;
  const found = byPrefix(digits, sets, reader, mostPieces);
  const idOf = ({ ref }: Result) => ref.slice(ref.indexOf('/') + 1);
  // A pattern of a length that no code has (4xx) is meant as a beginning.
  const isLength = length !== undefined && found.some((result) => result.code && idOf(result).length === length);
  const inside = found
    .filter((result) => !isLength || idOf(result).length === length)
    .map((result) => ({ ...result, why: 'pattern' as const }));
  if (digits.length < shortestCode) return inside;
  const exact = reader.cardsAt(digits);
  return [
    ...sets.flatMap((set) => exact.filter((card) => card.set === set.id).map((card) => codeResult(set, card, 'code'))),
    ...inside,
  ];
}

/** What can be said of a number that is no code: which sets it has the shape of, and how they read it. */
export function missingCodes(number: string, sets: readonly SearchSet[], reader: IndexReader): MissingCode[] {
  const fitting = sets.filter((set) => new RegExp(`^(?:${set.shape})$`).test(number));
  // Where the digits fall into a family of one set, the number is that set's; else every set of the shape may be meant.
  const withFamily = fitting.filter((set) => familyOf(number, set, reader));
  const chosen = withFamily.length > 0 ? withFamily : fitting;
  const close = reader
    .cardsFrom(number.slice(0, Math.ceil(number.length / 2)), mostPieces)
    .filter(({ code }) => isWithinTypos(code, number, 1))
    .sort((a, b) => distance(a.code, number) - distance(b.code, number));
  return chosen.slice(0, 2).map((set) => ({
    code: number,
    set,
    digits: readGroups(number, set),
    family: familyOf(number, set, reader),
    neighbours: close.filter((card) => card.set === set.id).slice(0, mostNeighbours),
  }));
}

const distance = (a: string, b: string): number => Math.abs(Number(a) - Number(b));

const familyOf = (number: string, set: SearchSet, reader: IndexReader): SearchFamily | undefined =>
  reader
    .familiesAt(number)
    .filter(({ set: of, id }) => of === set.id && id.length === number.length && number.startsWith(prefixOf(id)))
    .sort(byPrefixLength)[0];

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

/** Other numberings that have the number; none where it is a code of ours. */
export function namesakesOf(
  number: string,
  reader: IndexReader,
  found: readonly Result[],
): { readonly number: string; readonly namesake: SearchNamesake }[] {
  if (found.some(({ why }) => why === 'code')) return [];
  return reader.directory.namesakes.flatMap((numbers, place) => {
    const namesake = numbers.some((other) => holds(other, number)) ? reader.namesake(place) : undefined;
    return namesake ? [{ number, namesake }] : [];
  });
}
