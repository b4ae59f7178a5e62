import type { Ledger } from './ledger.ts';
import type { MappedText } from './mapped-text.ts';
import type { Place } from './report.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What all parts of one decoding share: the words, the findings, the line numbers, the step count. */
export class Reading {
  readonly vocabulary: Vocabulary;
  readonly ledger: Ledger;
  /** Another vendor was named somewhere in the input. */
  hasStranger = false;
  /** The last lines of free text: what they speak of, the next one speaks of too. */
  readonly recentLines: RecentLine[] = [];
  /** Steps of all scanners and readers together. */
  steps = 0;
  /** Reads text that was found inside a value and belongs to no record. */
  readonly open: (text: MappedText) => void;
  /** The code column of tables, where the caller names it: its heading, or its place counted from 0. */
  readonly column: string | number | undefined;

  /** Where the stretch of the input begins that is read now. */
  offset = 0;
  #lineStarts: number[] = [0];
  #firstLine = 1;
  #lastLine = 0;

  constructor(
    vocabulary: Vocabulary,
    ledger: Ledger,
    open: (text: MappedText, reading: Reading) => void,
    column?: string | number,
  ) {
    this.column = column;
    this.vocabulary = vocabulary;
    this.ledger = ledger;
    this.open = (text) => open(text, this);
  }

  /** Makes the line numbers of the next stretch of input known. Earlier stretches are forgotten. */
  enter(text: string, offset: number, firstLine: number): void {
    this.offset = offset;
    this.#firstLine = firstLine;
    this.#lastLine = 0;
    this.#lineStarts = [offset];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lineStarts.push(offset + at + 1);
  }

  /** Line of an offset in the stretch entered last. */
  lineOf(offset: number): number {
    const starts = this.#lineStarts;
    let low = 0;
    let high = starts.length - 1;
    // Most questions are about the line that was asked for before.
    const last = this.#lastLine;
    if (starts[last]! <= offset && (last === high || offset < starts[last + 1]!)) return this.#firstLine + last;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    this.#lastLine = low;
    return this.#firstLine + low;
  }

  /** Remembers a line for those that follow. */
  remember(line: string): void {
    this.recentLines.push({ text: line.slice(0, maxRemembered) });
    if (this.recentLines.length > maxLines) this.recentLines.shift();
  }

  placeOf(source: MappedText, start: number, end: number, path?: string): Place {
    return this.placeAt(source.start(start), Math.max(source.end(end), source.start(start)), source.layers, path);
  }

  placeAt(start: number, end: number, layers: Place['layers'], path?: string): Place {
    return { start, end, line: this.lineOf(start), layers, ...(path !== undefined && { path }) };
  }
}

/** A line of free text and, once somebody asked, whether it speaks of messages. */
export interface RecentLine {
  readonly text: string;
  isOnTopic?: boolean;
}

const maxLines = 8;
const maxRemembered = 400;
