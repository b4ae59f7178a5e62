import { cutNumbers } from './cut-numbers.ts';
import { ideasOf } from './ideas.ts';
import { strengthOf } from './match-words.ts';
import {
  frequencyLetter,
  labelKey,
  lengthIn,
  matchStrengths,
  packText,
  placeLetter,
  roleIn,
  textRoles,
  type CardPiece,
  type Directory,
  type NamePiece,
  type PieceName,
  type SearchCard,
  type SearchCode,
  type SearchContent,
  type SearchPage,
  type WordDirectory,
} from './search-data.ts';
import { squash } from './spelling.ts';
import { wordsOf } from './words.ts';

/** Sizes of pieces: small enough that one more is nothing, large enough that a query needs only some. */
const cardsEach = 48;
const namesEach = 256;
const listNumbersEach = 1600;

/**
 * The directory names the beginnings of so many pieces, about ten thousand codes; of more, it names those of shelves that
 * hold so many. A shelf is one more request before the first answer.
 */
const piecesEach = 256;

/** A key keeps this many texts, those that count most: a longer list could not change which pages come first. */
const longestList = 600;

/** Makes the index of a site. Runs at build time; `version` goes into the directory as it is. */
export function buildIndex(content: SearchContent, version: string): Map<PieceName, unknown> {
  const codes = sorted(content);
  const others = content.pages.filter(({ kind }) => kind !== 'code');
  const pages = new Map(content.pages.map((page) => [`${page.kind} ${page.ref}`, page]));
  const codePages = codes.map(({ set, code }) => pages.get(`code ${set}/${code}`));
  const numbers = cutNumbers(numbersOf(codes), ({ number }) => number, cardsEach);
  const wordCodes = cut(
    codes.filter(({ code }) => !isNumber(code)),
    () => 1,
    cardsEach,
  );
  const cards: CardPiece[] = [
    ...numbers.map(({ first, entries }, place) => ({
      cards: entries.filter(({ isShort }) => !isShort).map(({ code }) => cardOf(code)),
      short: entries.filter(({ isShort }) => isShort).map(({ number, code }) => [number, cardOf(code)] as const),
      families: content.families.filter(({ id }) => liesIn(id, first, numbers[place + 1]?.first)),
    })),
    ...wordCodes.map((piece) => ({ cards: piece.map(cardOf), short: [], families: [] })),
  ];
  const shelves = cut(
    numbers.map(({ first }) => first),
    () => 1,
    piecesEach,
  );
  const names = cut(namesOf(codes, others), () => 1, namesEach);
  const lists = listsOf([...others, ...codePages], codes);
  const keys = [...lists.keys()].sort();
  const listPieces = cut(
    keys.map((key) => lists.get(key)?.numbers ?? []),
    (list) => list.length,
    listNumbersEach,
  );
  const directory: Directory = {
    version,
    sets: content.sets,
    namesakes: content.namesakes.map(({ numbers }) => numbers),
    cards:
      shelves.length > 1
        ? { first: shelves.map(([first]) => first ?? ''), shelf: piecesEach }
        : { first: shelves.flat() },
    ranges: codes.map(({ code }) => code).filter((code) => /^\d+-\d+$/.test(code)),
  };
  const places = new Map(content.sets.map(({ id }, place) => [id, place]));
  const causes = new Map(others.flatMap(({ kind, ref }, place) => (kind === 'cause' ? [[ref, place + 1]] : [])));
  const words: WordDirectory = {
    keys: keys.join(' '),
    frequency: keys.map((key) => frequencyLetter(lists.get(key)?.pages ?? 1)).join(''),
    lists: starts(listPieces),
    names: names.map(([first]) => first?.[0] ?? ''),
    cards: starts(cards.map((piece) => piece.cards)),
    others: others.map(({ kind, ref, heading, responsible, retry }) => ({ kind, ref, heading, responsible, retry })),
    cardSets: codes.map(({ set }) => placeLetter(places.get(set) ?? 0)).join(''),
    cardCauses: codes.map(({ cause }) => placeLetter(causes.get(cause ?? '') ?? 0)).join(''),
  };
  return new Map<PieceName, unknown>([
    ['directory', directory],
    ['words', words],
    ...content.namesakes.map((namesake, number) => [`namesake-${number}`, namesake] as const),
    ['all-cards', codes.map(cardOf)],
    ...(shelves.length > 1 ? shelves.map((shelf, number) => [`shelf-${number}`, shelf] as const) : []),
    ...cards.map((piece, number) => [`cards-${number}`, piece] as const),
    ...names.map((piece, number) => [`names-${number}`, piece] as const),
    ...listPieces.map((piece, number) => [`lists-${number}`, piece] as const),
  ]);
}

/** Codes by their number or word; equal ones in the order of the sets. */
function sorted({ codes, sets }: SearchContent): SearchCode[] {
  const places = new Map(sets.map(({ id }, place) => [id, place]));
  return [...codes].sort(
    (a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) || (places.get(a.set) ?? 0) - (places.get(b.set) ?? 0),
  );
}

/** What a result shows; what leads to it lies in other pieces. Keys are in the order of the card's type. */
const cardOf = ({ set, code, heading, responsible, retry, stopped, removed }: SearchCode): SearchCard => ({
  set,
  code,
  heading,
  responsible,
  retry,
  stopped,
  ...(removed && { removed }),
});

const isNumber = (code: string): boolean => /^\d/.test(code);

interface NumberEntry {
  readonly number: string;
  readonly code: SearchCode;
  readonly isShort: boolean;
}

/** Every number that leads to a code, sorted as text; codes themselves in their order. */
function numbersOf(codes: readonly SearchCode[]): NumberEntry[] {
  const own = codes
    .filter(({ code }) => isNumber(code))
    .map((code): NumberEntry => ({ number: code.code, code, isShort: false }));
  const short = codes.flatMap((code) =>
    [
      ...(code.numbers ?? []),
      ...allNames(code)
        .map(squash)
        .filter((name) => /^\d+$/.test(name)),
    ]
      .filter((number) => number !== code.code)
      .map((number): NumberEntry => ({ number, code, isShort: true })),
  );
  return [...own, ...short].sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0));
}

/** Whether some number of a family of digits (`47xx`) may lie in a piece that begins here and ends before `end`. */
function liesIn(family: string, first: string, end: string | undefined): boolean {
  const digits = /^(\d+)x+$/.exec(family)?.[1];
  return digits !== undefined && `${digits}\uffff` >= first && (end === undefined || digits < end);
}

const allNames = ({ names = [], otherNames = [] }: SearchCode): readonly string[] => [...names, ...otherNames];

/**
 * Names with the numbers of their pages: those that are no codes first, then codes whose name it is, those without a
 * known meaning last, then codes that have been called so.
 */
function namesOf(codes: readonly SearchCode[], others: readonly SearchPage[]): NamePiece {
  const pages = new Map<string, number[]>();
  const add = (name: string, page: number, keyOf = (squashed: string) => squashed) => {
    const known = listAt(pages, keyOf(squash(name)));
    if (!known.includes(page)) known.push(page);
  };
  others.forEach(({ names = [] }, page) => names.forEach((name) => add(name, page)));
  for (const guessed of [undefined, true])
    codes.forEach(({ code, names = [], label, isGuessed }, card) => {
      if (isGuessed !== guessed) return;
      if (label !== undefined) add(label, others.length + card, labelKey);
      // A code that is a word is its own name.
      for (const name of isNumber(code) ? names : [code, ...names]) add(name, others.length + card);
    });
  codes.forEach(({ otherNames = [] }, card) => otherNames.forEach((name) => add(name, others.length + card)));
  return [...pages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, list]) => [name, ...list] as const);
}

interface List {
  readonly numbers: readonly number[];
  readonly pages: number;
}

function listsOf(pages: readonly (SearchPage | undefined)[], codes: readonly SearchCode[]): Map<string, List> {
  const texts = new Map<string, { page: number; packed: number }[]>();
  const causes = new Map<string, number[]>();
  const firstCard = pages.length - codes.length;
  pages.forEach((page, number) => {
    const seen = new Set<string>();
    page?.texts.forEach(({ role, text }, place) => {
      const words = [...new Set(wordsOf(text))];
      const key = words.join(' ');
      if (words.length === 0 || seen.has(key)) return;
      seen.add(key);
      const packed = packText(place, textRoles.indexOf(role), words.length);
      const ideas = new Set(words.flatMap((word) => ideasOf(word).map((idea) => `~${idea}`)));
      for (const entry of [...words, ...ideas]) listAt(texts, entry).push({ page: number, packed });
    });
    page?.causes?.forEach(({ cause, match }, place) => {
      listAt(causes, `=${cause}`).push(number - firstCard, Math.min(place, 1) * 3 + matchStrengths.indexOf(match));
    });
  });
  const lists = new Map<string, List>();
  for (const [key, all] of texts) {
    const strongest = [...all]
      .sort(
        (a, b) =>
          strengthOf(roleIn(b.packed), 1 / lengthIn(b.packed)) - strengthOf(roleIn(a.packed), 1 / lengthIn(a.packed)),
      )
      .slice(0, longestList)
      .sort((a, b) => a.page - b.page || a.packed - b.packed);
    const numbers = strongest.flatMap(({ page, packed }, at) => [page - (strongest[at - 1]?.page ?? 0), packed]);
    lists.set(key, { numbers, pages: new Set(all.map(({ page }) => page)).size });
  }
  for (const [key, numbers] of causes)
    lists.set(key, { numbers: numbers.slice(0, 2 * longestList), pages: numbers.length / 2 });
  return lists;
}

/** The list of a key, which is made where there is none: added to in place, since some grow as long as the catalogue. */
function listAt<Entry>(lists: Map<string, Entry[]>, key: string): Entry[] {
  const known = lists.get(key);
  if (known) return known;
  const made: Entry[] = [];
  lists.set(key, made);
  return made;
}

/** Cuts a list where its parts together reach the size. */
function cut<Part>(parts: readonly Part[], sizeOf: (part: Part) => number, size: number): Part[][] {
  const pieces: Part[][] = [];
  let room = 0;
  for (const part of parts) {
    if (room <= 0) {
      pieces.push([]);
      room = size;
    }
    pieces.at(-1)?.push(part);
    room -= sizeOf(part);
  }
  return pieces;
}

function starts(pieces: readonly (readonly unknown[])[]): number[] {
  let start = 0;
  return pieces.map((piece) => (start += piece.length) - piece.length);
}
