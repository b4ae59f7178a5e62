import { isWithinTypos } from './edit-distance.ts';
import type { WordSearch } from './word-search.ts';
import {
  frequencyOf,
  placeOf,
  type Directory,
  type ListPiece,
  type NamePiece,
  type PieceName,
  type Pieces,
  type SearchCard,
  type SearchNamesake,
  type WordDirectory,
} from './search-data.ts';

/** The words of an index, taken apart once. */
export interface Words extends Omit<WordDirectory, 'keys' | 'frequency' | 'cardSets' | 'cardCauses'> {
  readonly keys: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  /** In how many pages a key stands, about. */
  readonly frequency: readonly number[];
  /** Place of each card's set in the directory. */
  readonly cardSets: readonly number[];
  /** Page of the first cause of each card; -1 for none. */
  readonly cardCauses: readonly number[];
  /** How many pages there are. */
  readonly pages: number;
}

/** A card with its number. */
export interface NumberedCard extends SearchCard {
  readonly number: number;
}

/**
 * Reads an index of which only some pieces are loaded. What is asked for and is not there is noted in `wants`: load
 * that and ask again, until nothing is wanted.
 */
export class IndexReader {
  readonly #pieces: Pieces;
  readonly wants = new Set<PieceName>();
  readonly directory: Directory;

  /** `pieces` holds the directory. */
  constructor(pieces: Pieces) {
    this.#pieces = pieces;
    this.directory = pieces.get('directory') as Directory;
  }

  /** Cards whose code is the digits or begins with them, in order; of very many, the first ones. */
  cardsFrom(digits: string): NumberedCard[] {
    const { first } = this.directory.cards;
    const from = Math.max(
      0,
      lastBelow(first, (code) => code < digits),
    );
    const to = Math.max(
      from,
      lastBelow(first, (code) => code <= `${digits}\uffff`),
    );
    return this.#cardsOf(from, Math.min(to, from + mostPieces - 1)).filter(({ code }) => code.startsWith(digits));
  }

  /** Cards with just this code. */
  cardsAt(code: string): NumberedCard[] {
    const { first } = this.directory.cards;
    const from = Math.max(
      0,
      lastBelow(first, (other) => other < code),
    );
    const to = Math.max(
      from,
      lastBelow(first, (other) => other <= code),
    );
    return this.#cardsOf(from, to).filter((card) => card.code === code);
  }

  /** A card by its number; undefined while it is not loaded. */
  card(number: number): NumberedCard | undefined {
    const { each } = this.directory.cards;
    const piece = this.#read<readonly SearchCard[]>(`cards-${Math.floor(number / each)}`);
    const card = piece?.[number % each];
    return card && { ...card, number };
  }

  /** Every card. For codes out of a paste: what is loaded then says nothing of what was pasted. */
  allCards(): NumberedCard[] {
    return this.#cardsOf(0, this.directory.cards.first.length - 1);
  }

  /** Cards that a squashed name, or `#` and a short number, leads to. */
  cardsNamed(name: string): NumberedCard[] {
    const place = lastBelow(this.directory.names.first, (first) => first <= name);
    if (place < 0) return [];
    const entry = this.#read<NamePiece>(`names-${place}`)?.find(([known]) => known === name);
    const [, ...numbers] = entry ?? [''];
    return numbers.flatMap((number) => this.card(number) ?? []);
  }

  /** Cards of the names that are a typing mistake or two away and begin alike; of the nearest only. Short names have none. */
  cardsNamedLike(name: string): NumberedCard[] {
    if (name.length < shortestLike) return [];
    const { first } = this.directory.names;
    const beginning = name.slice(0, 2);
    const from = Math.max(
      0,
      lastBelow(first, (other) => other < beginning),
    );
    const to = Math.min(
      lastBelow(first, (other) => other <= `${beginning}\uffff`),
      from + mostPieces - 1,
    );
    const names: NamePiece[number][] = [];
    for (let place = from; place <= to; place++) names.push(...(this.#read<NamePiece>(`names-${place}`) ?? []));
    const alike = names.filter(([known]) => known.startsWith(beginning));
    for (const limit of [1, 2]) {
      const near = alike.filter(([known]) => isWithinTypos(name, known, limit));
      if (near.length > 0)
        return near.flatMap(([, ...numbers]) => numbers.flatMap((number) => this.card(number) ?? []));
    }
    return [];
  }

  /** Other numberings; none while they are not loaded. */
  namesakes(): readonly SearchNamesake[] {
    return this.#read<readonly SearchNamesake[]>('namesakes') ?? [];
  }

  /** What answers words; undefined while it is not loaded. */
  wordSearch(): WordSearch | undefined {
    return this.#read<WordSearch>('word-search');
  }

  words(): Words | undefined {
    const piece = this.#read<WordDirectory>('words');
    return piece && wordsIn(piece);
  }

  /** The list of a key; undefined while it is not loaded. */
  list(key: number, words: Words): readonly number[] | undefined {
    const place = lastBelow(words.lists, (start) => start <= key);
    return this.#read<ListPiece>(`lists-${place}`)?.[key - (words.lists[place] ?? 0)];
  }

  #cardsOf(from: number, to: number): NumberedCard[] {
    const { each } = this.directory.cards;
    const cards: NumberedCard[] = [];
    for (let piece = from; piece <= to; piece++)
      this.#read<readonly SearchCard[]>(`cards-${piece}`)?.forEach((card, place) =>
        cards.push({ ...card, number: piece * each + place }),
      );
    return cards;
  }

  #read<Piece>(name: PieceName): Piece | undefined {
    const piece = this.#pieces.get(name) as Piece | undefined;
    if (piece === undefined) this.wants.add(name);
    return piece;
  }
}

/** In shorter names two mistakes make another word. */
const shortestLike = 10;

/** First digits may stand for thousands of codes; no list of results shows so many. */
const mostPieces = 3;

/** Place of the last of the sorted entries for which the condition holds; -1 if it holds for none. */
function lastBelow<Entry>(entries: readonly Entry[], holds: (entry: Entry) => boolean): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(entries[middle] as Entry)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const placesIn = (letters: string): number[] => Array.from(letters, (letter) => placeOf(letter.charCodeAt(0)));

const taken = new WeakMap<WordDirectory, Words>();

function wordsIn(piece: WordDirectory): Words {
  let words = taken.get(piece);
  if (!words) {
    const keys = piece.keys.split(' ');
    words = {
      ...piece,
      keys,
      places: new Map(keys.map((key, place) => [key, place])),
      frequency: keys.map((_, place) => frequencyOf(piece.frequency.charCodeAt(place))),
      cardSets: placesIn(piece.cardSets),
      cardCauses: placesIn(piece.cardCauses).map((place) => place - 1),
      pages: piece.others.length + piece.cardSets.length,
    };
    taken.set(piece, words);
  }
  return words;
}
