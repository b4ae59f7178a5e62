import { instantOf } from '#batch';
import type { MessageEvent } from '#decoder';
import type { Explainer } from './explainer.ts';
import type { ColumnOrder } from './sortable-heads.ts';
import { textOrder } from './text-order.ts';

/** One failed message as a row of the table. */
export interface Failure {
  /** Index of its file in `Outcome.files`. */
  readonly file: number;
  readonly line: number;
  /** Milliseconds since 1970; undefined where the record has no time that can be read. */
  readonly time: number | undefined;
  readonly recipient: string | undefined;
  /** Undefined for a message that failed without a code. */
  readonly code: { readonly set: string; readonly code: string } | undefined;
}

export type FailureColumn = 'line' | 'time' | 'recipient' | 'code' | 'what' | 'move' | 'retry';
export type FailureOrder = ColumnOrder<FailureColumn>;

/** What is known of a log without asking for its rows. */
export interface LogSize {
  /** Failures that can be listed. */
  readonly kept: number;
  /** Failures that came in. More than are kept in a very large input. */
  readonly all: number;
  /** Memory that the kept ones take, in bytes. */
  readonly bytes: number;
}

/** Failures kept at most: 20 MB of them. */
const mostKept = 1_000_000;
/** Distinct recipients that are no numbers, kept as text. */
const mostTexts = 50_000;
const longestText = 100;
const rowsPerChunk = 8192;
/** Of one row: two whole numbers of 4 bytes, seconds in another, a recipient in 8. */
const bytesPerRow = 20;
const withoutCode = 0;

/** Columns of some rows. One object per failure would take ten times the memory. */
interface Chunk {
  readonly lines: Uint32Array;
  /** Index in the list of codes. */
  readonly codes: Uint32Array;
  /** Seconds since 1970; 0 where not known. */
  readonly times: Uint32Array;
  /** See `#keyOf`. */
  readonly recipients: Float64Array;
}

/** The failures of an input one by one, in input order, in bounded memory. They are found and sorted without copying them. */
export class FailureLog {
  readonly #explainer: Explainer;
  readonly #chunks: Chunk[] = [];
  readonly #codes: Failure['code'][] = [undefined];
  readonly #codeIndex = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #textIndex = new Map<string, number>();
  /** First row of each file. */
  readonly #files: number[] = [];
  #kept = 0;
  #all = 0;

  constructor(explainer: Explainer) {
    this.#explainer = explainer;
  }

  get size(): LogSize {
    const texts = this.#texts.reduce((sum, text) => sum + text.length, 0);
    return { kept: this.#kept, all: this.#all, bytes: this.#chunks.length * rowsPerChunk * bytesPerRow + texts };
  }

  /** The events that follow are of the next file. */
  beginFile(): void {
    this.#files.push(this.#kept);
  }

  /** Takes an event; only failures are kept. */
  take({ outcome, codes: [first], line, time, recipient }: MessageEvent): void {
    if (outcome !== 'failed') return;
    this.#all += 1;
    if (this.#kept >= mostKept) return;
    const at = this.#kept % rowsPerChunk;
    if (at === 0) this.#chunks.push(emptyChunk());
    const chunk = this.#chunks.at(-1)!;
    chunk.lines[at] = line;
    chunk.codes[at] = first ? this.#codeOf(first) : withoutCode;
    chunk.times[at] = Math.floor((instantOf(time) ?? 0) / 1000);
    chunk.recipients[at] = this.#keyOf(recipient);
    this.#kept += 1;
  }

  /** Row at this place of the input order. */
  row(index: number): Failure {
    const chunk = this.#chunks[Math.floor(index / rowsPerChunk)]!;
    const at = index % rowsPerChunk;
    const time = chunk.times[at]!;
    return {
      file: this.#fileOf(index),
      line: chunk.lines[at]!,
      time: time === 0 ? undefined : time * 1000,
      recipient: this.#recipientOf(chunk.recipients[at]!),
      code: this.#codes[chunk.codes[at]!],
    };
  }

  /**
   * The rows that hold every word of the query, sorted; rows that are equal in the column stay in input order. A word is
   * looked for in what is said of the code, in the recipient, and is the line if it is its number.
   */
  arrange(query: string, order: FailureOrder | undefined): Uint32Array {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    const rows = this.#rowsWith(words);
    if (!order || (order.column === 'line' && !order.isDescending)) return rows;
    if (order.column === 'line') return rows.reverse();
    const keys = this.#keys(order.column);
    const direction = order.isDescending ? -1 : 1;
    return rows.sort((a, b) => direction * (keys[a]! - keys[b]!) || a - b);
  }

  #rowsWith(words: readonly string[]): Uint32Array {
    const rows = new Uint32Array(this.#kept);
    const ofCode = this.#codes.map((code) => this.#wordsOf(code));
    const inCode = words.map((word) => ofCode.map((said) => said.includes(word)));
    let count = 0;
    for (let index = 0; index < this.#kept; index += 1) {
      const { lines, codes, recipients } = this.#chunks[Math.floor(index / rowsPerChunk)]!;
      const at = index % rowsPerChunk;
      const isWanted = words.every(
        (word, number) =>
          inCode[number]![codes[at]!] ||
          String(lines[at]) === word ||
          this.#recipientOf(recipients[at]!)?.toLowerCase().includes(word),
      );
      if (isWanted) rows[count++] = index;
    }
    return rows.subarray(0, count);
  }

  #wordsOf(code: Failure['code']): string {
    const explained = code && this.#explainer.explain(code.set, code.code);
    if (!code || !explained) return 'no code';
    const { set, heading, responsible, retry, cause, stopped } = explained;
    return [code.code, set.name, set.provider, heading, responsible, retry, stopped, cause?.heading]
      .join(' ')
      .toLowerCase();
  }

  /** A number for each row by which the column is sorted. */
  #keys(column: Exclude<FailureColumn, 'line'>): Float64Array {
    const keys = new Float64Array(this.#kept);
    const ranks = column === 'time' || column === 'recipient' ? [] : this.#codeRanks(column);
    const textRanks = column === 'recipient' ? ranksOf(this.#texts, textOrder()) : [];
    this.#chunks.forEach(({ codes, times, recipients }, number) => {
      const start = number * rowsPerChunk;
      const end = Math.min(rowsPerChunk, this.#kept - start);
      for (let at = 0; at < end; at += 1) {
        const recipient = recipients[at]!;
        keys[start + at] =
          column === 'time'
            ? times[at]!
            : column === 'recipient'
              ? isText(recipient)
                ? Number.MAX_SAFE_INTEGER + textRanks[Math.floor(recipient)]!
                : Math.abs(recipient)
              : ranks[codes[at]!]!;
      }
    });
    return keys;
  }

  #codeRanks(column: 'code' | 'what' | 'move' | 'retry'): number[] {
    const values = this.#codes.map((code) => {
      const explained = code && this.#explainer.explain(code.set, code.code);
      if (!code || !explained) return '';
      if (column === 'code') return `${explained.set.name} ${code.code}`;
      if (column === 'what') return explained.heading;
      return column === 'move' ? explained.responsible : explained.retry;
    });
    return ranksOf(values, textOrder());
  }

  #codeOf({ set, code }: { readonly set: string; readonly code: string }): number {
    const key = `${set}:${code}`;
    const known = this.#codeIndex.get(key);
    if (known !== undefined) return known;
    const index = this.#codes.push({ set: ownCopy(set), code: ownCopy(code) }) - 1;
    this.#codeIndex.set(ownCopy(key), index);
    return index;
  }

  /**
   * A recipient as one number: a phone number as itself, below zero without its plus sign; anything else as its index among
   * the texts plus a half. 0 for none.
   */
  #keyOf(recipient: string | undefined): number {
    const text = recipient?.trim() ?? '';
    if (text === '') return 0;
    const digits = text.replace(/^(?:\+|00)|[\s().-]/g, '');
    if (/^[1-9]\d{4,14}$/.test(digits)) return /^(?:\+|00)/.test(text) ? Number(digits) : -Number(digits);
    const known = this.#textIndex.get(text);
    if (known !== undefined) return known + 0.5;
    if (this.#texts.length >= mostTexts || text.length > longestText) return 0;
    const own = ownCopy(text);
    const index = this.#texts.push(own) - 1;
    this.#textIndex.set(own, index);
    return index + 0.5;
  }

  #recipientOf(key: number): string | undefined {
    if (key === 0) return undefined;
    if (isText(key)) return this.#texts[Math.floor(key)];
    return key > 0 ? `+${key}` : String(-key);
  }

  #fileOf(index: number): number {
    let file = this.#files.length - 1;
    while (file > 0 && this.#files[file]! > index) file -= 1;
    return Math.max(file, 0);
  }
}

const emptyChunk = (): Chunk => ({
  lines: new Uint32Array(rowsPerChunk),
  codes: new Uint32Array(rowsPerChunk),
  times: new Uint32Array(rowsPerChunk),
  recipients: new Float64Array(rowsPerChunk),
});

const isText = (key: number): boolean => !Number.isInteger(key);

/** A text that does not keep the piece of the file alive that it was cut from: engines share the memory of the two. */
const ownCopy = (text: string): string => ` ${text}`.slice(1);

/** The place of each value in their order; equal values have the same. */
function ranksOf(values: readonly string[], compare: (a: string, b: string) => number): number[] {
  const sorted = values.map((value, index) => ({ value, index })).sort((a, b) => compare(a.value, b.value));
  const ranks: number[] = [];
  let rank = 0;
  sorted.forEach(({ value, index }, place) => {
    if (place > 0 && compare(sorted[place - 1]!.value, value) !== 0) rank = place;
    ranks[index] = rank;
  });
  return ranks;
}
