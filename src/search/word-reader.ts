import { isWithinTypos } from './edit-distance.ts';
import { lastBelow, type IndexReader } from './index-reader.ts';
import {
  frequencyOf,
  placeOf,
  type CardPiece,
  type ListPiece,
  type NamePiece,
  type SearchCard,
  type SearchSet,
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

/** Reads what words and names lead to. Notes what it wants with the reader it is made of. */
export class WordReader {
  readonly words: Words;
  readonly #index: IndexReader;

  constructor(piece: WordDirectory, index: IndexReader) {
    this.words = wordsIn(piece);
    this.#index = index;
  }

  /** All sets of the index. */
  get sets(): readonly SearchSet[] {
    return this.#index.directory.sets;
  }

  /** The list of a key; undefined while it is not loaded. */
  list(key: number): readonly number[] | undefined {
    const { lists } = this.words;
    const place = lastBelow(lists, (start) => start <= key);
    return this.#index.read<ListPiece>(`lists-${place}`)?.[key - (lists[place] ?? 0)];
  }

  /** Numbers of the cards that have a cause, with the bond of each; see ListPiece. */
  membersOf(cause: string): readonly number[] {
    const key = this.words.places.get(`=${cause}`);
    return (key === undefined ? undefined : this.list(key)) ?? [];
  }

  /** The set of a page; undefined for a page that is about none. */
  setOf(page: number): SearchSet | undefined {
    const { sets } = this;
    const other = this.words.others[page];
    if (!other) return sets[this.words.cardSets[page - this.words.others.length] ?? 0];
    return sets.find(({ id }) => id === other.ref.split('/')[0]);
  }

  /** Place of the piece that holds a card. */
  pieceOf(card: number): number {
    return lastBelow(this.words.cards, (start) => start <= card);
  }

  /** A card by its number; undefined while it is not loaded. */
  card(number: number): SearchCard | undefined {
    const place = this.pieceOf(number);
    return this.#index.read<CardPiece>(`cards-${place}`)?.cards[number - (this.words.cards[place] ?? 0)];
  }

  /** Pages that a squashed name leads to. */
  pagesNamed(name: string): number[] {
    const place = lastBelow(this.words.names, (first) => first <= name);
    if (place < 0) return [];
    const [, ...pages] = this.#index.read<NamePiece>(`names-${place}`)?.find(([known]) => known === name) ?? [''];
    return pages;
  }

  /** Pages of the names that are a typing mistake or two away and begin alike; of the nearest only. Short names have none. */
  pagesNamedLike(name: string): number[] {
    if (name.length < shortestLike) return [];
    const { names } = this.words;
    const beginning = name.slice(0, 2);
    const from = Math.max(
      0,
      lastBelow(names, (other) => other < beginning),
    );
    const to = Math.min(
      lastBelow(names, (other) => other <= `${beginning}\uffff`),
      from + mostPieces - 1,
    );
    const alike: NamePiece[number][] = [];
    for (let place = from; place <= to; place++)
      alike.push(
        ...(this.#index.read<NamePiece>(`names-${place}`) ?? []).filter(([known]) => known.startsWith(beginning)),
      );
    for (const limit of [1, 2]) {
      const near = alike.filter(([known]) => isWithinTypos(name, known, limit));
      if (near.length > 0) return near.flatMap(([, ...pages]) => pages);
    }
    return [];
  }

  /** Pages of the names that begin so, where they are few. */
  pagesBeginning(name: string): number[] {
    if (name.length < shortestLike) return [];
    const place = Math.max(
      0,
      lastBelow(this.words.names, (first) => first <= name),
    );
    const begun = (this.#index.read<NamePiece>(`names-${place}`) ?? []).filter(([known]) => known.startsWith(name));
    return begun.length > mostBegun ? [] : begun.flatMap(([, ...pages]) => pages);
  }
}

/** In shorter names two mistakes make another word. */
const shortestLike = 10;

/** More names that begin alike are a kind of failure. */
const mostBegun = 6;

/** First letters may stand for thousands of names. */
const mostPieces = 3;

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
