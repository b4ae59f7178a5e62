import type { WordSearch } from './word-search.ts';
import type {
  CardPiece,
  Directory,
  PieceName,
  Pieces,
  SearchCard,
  SearchFamily,
  SearchNamesake,
} from './search-data.ts';

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

  /** A piece, or undefined while it is not loaded. */
  read<Piece>(name: PieceName): Piece | undefined {
    const piece = this.#pieces.get(name) as Piece | undefined;
    if (piece === undefined) this.wants.add(name);
    return piece;
  }

  /** Cards whose code is the digits or begins with them, in order; of very many, the first ones. */
  cardsFrom(digits: string, mostPieces = 1): SearchCard[] {
    return this.#piecesFrom(digits, mostPieces)
      .flatMap(({ cards }) => cards)
      .filter(({ code }) => code.startsWith(digits));
  }

  /** Cards with just this code. */
  cardsAt(code: string): SearchCard[] {
    return this.#piecesFrom(code, 1)
      .flatMap(({ cards }) => cards)
      .filter((card) => card.code === code);
  }

  /** Cards that the number is short for, or another spelling of. */
  cardsShort(number: string): SearchCard[] {
    return this.#piecesFrom(number, 1).flatMap(({ short }) =>
      short.flatMap(([known, card]) => (known === number ? [card] : [])),
    );
  }

  /** Families of digits in which a number lies or that begin with it, among others, from broad to narrow in each set. */
  familiesAt(number: string): readonly SearchFamily[] {
    return this.#piecesFrom(number, 1).flatMap(({ families }) => families);
  }

  /** Every card. For codes out of a paste: what is loaded then says nothing of what was pasted. */
  allCards(): readonly SearchCard[] {
    return this.read<readonly SearchCard[]>('all-cards') ?? [];
  }

  /** Another numbering by its place in the directory; undefined while it is not loaded. */
  namesake(place: number): SearchNamesake | undefined {
    return this.read<SearchNamesake>(`namesake-${place}`);
  }

  /** What answers words; undefined while it is not loaded. */
  wordSearch(): WordSearch | undefined {
    return this.read<WordSearch>('word-search');
  }

  /** The piece in which the digits lie or that begins with them, and those behind it that do, too. */
  #piecesFrom(digits: string, most: number): CardPiece[] {
    const { first, shelf } = this.directory.cards;
    const placeIn = (begins: readonly string[]) => lastBelow(begins, (begin) => begin <= digits);
    const begins = shelf === undefined ? first : this.read<readonly string[]>(`shelf-${placeIn(first)}`);
    if (!begins) return [];
    const place = placeIn(begins);
    let end = place + 1;
    while (end < place + most && begins[end]?.startsWith(digits)) end++;
    const before = shelf === undefined ? 0 : placeIn(first) * shelf;
    return begins
      .slice(place, end)
      .flatMap((_, behind) => this.read<CardPiece>(`cards-${before + place + behind}`) ?? []);
  }
}

/** Place of the last of the sorted entries for which the condition holds; -1 if it holds for none. */
export function lastBelow<Entry>(entries: readonly Entry[], holds: (entry: Entry) => boolean): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(entries[middle] as Entry)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
