import type { MappedText } from './mapped-text.ts';

/** Text that belongs to no field, with the fields cut out of it. */
export class LooseText {
  readonly text: string;
  readonly #source: MappedText;
  /** Pairs: index in the text, index in the source. */
  readonly #pieces: readonly number[];

  constructor(source: MappedText, ranges: readonly number[]) {
    this.#source = source;
    const pieces: number[] = [];
    let text = '';
    for (let i = 0; i + 1 < ranges.length; i += 2) {
      // The gap shows the reader that something stood there, so that numbers beside it are not neighbours.
      if (i > 0 && ranges[i] !== ranges[i - 1]) text += gap;
      pieces.push(text.length, ranges[i]!);
      text += source.text.slice(ranges[i], ranges[i + 1]);
    }
    this.text = text;
    this.#pieces = pieces;
  }

  static whole(source: MappedText): LooseText {
    return new LooseText(source, [0, source.text.length]);
  }

  get layers() {
    return this.#source.layers;
  }

  /** Bounds in the input of a stretch of this text. */
  bounds(start: number, end: number): { start: number; end: number } {
    return { start: this.#source.start(this.#toSource(start)), end: this.#source.end(this.#toSource(end - 1) + 1) };
  }

  #toSource(index: number): number {
    let i = this.#pieces.length - 2;
    while (i > 0 && this.#pieces[i]! > index) i -= 2;
    return i < 0 ? 0 : this.#pieces[i + 1]! + (index - this.#pieces[i]!);
  }
}

/** Stands where a field was cut out. */
export const gap = '\u0001';
