import type { DecoderData } from '#catalog';
import { readDialects } from './dialects.ts';
import { fold } from './fold.ts';
import { judge } from './judge.ts';
import { openLayers } from './layers.ts';
import { Ledger } from './ledger.ts';
import { LineSkipper } from './line-skipper.ts';
import { MappedText } from './mapped-text.ts';
import { Reading } from './reading.ts';
import type { MessageEvent, Report } from './report.ts';
import { readStructure, TextReader } from './text-reader.ts';
import { vocabularyOf } from './vocabulary.ts';

export interface DecoderOptions {
  /** Called for each message event as its record is completed, in input order. */
  readonly onEvent?: (event: MessageEvent) => void;
  /** The events that `onEvent` is called for. `failed` makes less work of a large log. Default `all`. */
  readonly events?: 'all' | 'failed';
  /** Places kept per finding. Default 20. */
  readonly maxPlaces?: number;
  /**
   * The code column of tables, instead of the one that is found: its heading, or its place counted from 0 where
   * a table has no header. Tables that have no such column are read as usual.
   */
  readonly column?: string | number | undefined;
}

/** Takes text in chunks of any size; the report does not depend on how the text was cut. */
export interface Decoder {
  push(chunk: string): void;
  /** Ends the input. Further pushes are ignored; calling it again gives the same report. */
  end(): Report;
}

/** A decoder for one input. It holds the findings and a bounded tail of the text, never the whole of it. */
export function createDecoder(data: DecoderData, options: DecoderOptions = {}): Decoder {
  return new PushDecoder(data, options, usualWindows);
}

/** Decodes one text. */
export function decode(text: string, data: DecoderData, options: DecoderOptions = {}): Report {
  const decoder = createDecoder(data, options);
  decoder.push(text);
  return decoder.end();
}

/** Lengths of the windows in which text is read, in code units. */
export interface Windows {
  /** Up to this length the input is read as a whole, as every paste is. */
  readonly first: number;
  /** The rest of a longer one is read in windows of this length: strings that engines allocate cheaply. */
  readonly next: number;
  /** A single record or value can make a window grow up to this; beyond it is cut. */
  readonly most: number;
}

const usualWindows: Windows = { first: 262_144, next: 65_536, most: 8 * 1_048_576 };

/** As `createDecoder`, with other windows: for tests. */
export function createWindowedDecoder(data: DecoderData, options: DecoderOptions, windows: Windows): Decoder {
  return new PushDecoder(data, options, windows);
}

class PushDecoder implements Decoder {
  readonly #ledger: Ledger;
  readonly #reading: Reading;
  readonly #reader: TextReader;
  readonly #skipper: LineSkipper;
  /** Text that was pushed and not yet read. */
  #tail = '';
  /** Where the tail begins in the input. */
  #offset = 0;
  #line = 1;
  readonly #windows: Windows;
  #window: number;
  #isBlank = true;
  #report: Report | undefined;

  constructor(
    data: DecoderData,
    { onEvent, events = 'all', maxPlaces = 20, column }: DecoderOptions,
    windows: Windows,
  ) {
    this.#windows = windows;
    this.#window = windows.first;
    const vocabulary = vocabularyOf(data);
    this.#ledger = new Ledger(vocabulary, { maxPlaces, onEvent, onlyFailed: events === 'failed' });
    this.#reading = new Reading(vocabulary, this.#ledger, openValue, column);
    this.#reader = new TextReader(MappedText.of(''), this.#reading);
    this.#skipper = new LineSkipper(this.#reading, () => this.#reader.interrupt());
  }

  push(chunk: string): void {
    if (this.#report) return;
    this.#isBlank &&= !hasInk.test(chunk);
    this.#tail += chunk;
    // A window is a stretch of the input and not of a chunk, so that the answer does not depend on the chunks.
    while (this.#tail.length >= this.#window) {
      const isForced = this.#window >= this.#windows.most;
      const read = this.#read(this.#tail.slice(0, this.#window), { isFinal: false, isForced });
      this.#window = read > 0 ? this.#windows.next : Math.min(this.#window * 2, this.#windows.most);
    }
  }

  end(): Report {
    if (!this.#report) {
      this.#read(this.#tail, { isFinal: true });
      this.#reader.finish();
      this.#report = this.#ledger.report(this.#offset, this.#isBlank, this.#reading.steps + this.#reader.steps);
    }
    return this.#report;
  }

  /** Reads from the window and drops what was read from the tail. */
  #read(window: string, options: { isFinal: boolean; isForced?: boolean }): number {
    this.#reading.enter(window, this.#offset, this.#line);
    const read = this.#readStretches(window, options);
    this.#line = this.#reading.lineOf(this.#offset + read);
    this.#offset += read;
    this.#tail = this.#tail.slice(read);
    return read;
  }

  /** Skips the lines that are settled without the scanner, wherever nothing is open, and reads what is between them. */
  #readStretches(window: string, options: { isFinal: boolean; isForced?: boolean }): number {
    let at = 0;
    while (at < window.length) {
      const isIdle = this.#reader.isIdle;
      if (isIdle) at = this.#skipLines(window, at);
      // The beginning of a line waits for the rest of it as long as whole lines come.
      if (at > 0 && !options.isFinal && !window.includes('\n', at)) return at;
      const start = at;
      const end = this.#skipper.stretchEnd(window, start);
      const isLast = end === window.length;
      const read = () => {
        at += this.#readStretch(window, start, end, isLast ? options : { isFinal: false });
      };
      if (isIdle) this.#skipper.learn(window, start, read);
      else read();
      if (isLast) return at;
      // What stands before the next line cannot be read without it.
      if (at < end) return at + this.#readStretch(window, at, window.length, options);
    }
    return at;
  }

  #skipLines(window: string, from: number): number {
    let at = from;
    for (let next = this.#skipper.skip(window, at); next > at; next = this.#skipper.skip(window, at)) at = next;
    return at;
  }

  #readStretch(window: string, start: number, end: number, options: { isFinal: boolean; isForced?: boolean }): number {
    const source = readDialects(fold(MappedText.of(window.slice(start, end), this.#offset + start)));
    const stopped = this.#reader.read(source, options);
    const isAll = options.isFinal || stopped >= source.text.length;
    return isAll ? end - start : source.start(stopped) - this.#offset - start;
  }
}

const hasInk = /[^\s\p{Cf}\u0000]/u;

/** Reads a value that was kept aside until nothing else was found. */
function openValue(text: MappedText, reading: Reading): void {
  const inner = openLayers(text);
  const left = inner && readStructure(inner, reading, { depth: 4, outer: [] });
  if (left) judge(left, reading);
}
