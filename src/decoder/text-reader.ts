import { settleColumns } from './columns.ts';
import type { Evidence } from './evidence.ts';
import { openLayers } from './layers.ts';
import { judge } from './judge.ts';
import type { MappedText } from './mapped-text.ts';
import type { Reading } from './reading.ts';
import { Records } from './records.ts';
import { Scanner } from './scanner.ts';
import { findMarkupTable, findInsert } from './row-syntax.ts';
import { findTable, readTable } from './table.ts';
import type { Table } from './table-layout.ts';

/**
 * Reads a text from top to bottom: tables go to the table reader, blocks of base64 are opened, and everything else goes through the scanner.
 */
export class TextReader {
  readonly #reading: Reading;
  readonly #records: Records;
  readonly #scanner: Scanner;
  readonly #depth: number;
  #table: Table | undefined;
  /** No table in markup begins before. */
  #noTableTo = 0;
  /** No table begins here. */
  #noTableAt = -1;

  constructor(source: MappedText, reading: Reading, options: { depth?: number; outer?: readonly string[] } = {}) {
    this.#reading = reading;
    this.#depth = options.depth ?? 0;
    this.#records = new Records(source, reading, options);
    this.#scanner = new Scanner(this.#records, reading.vocabulary.digits);
  }

  get steps(): number {
    return this.#scanner.steps;
  }

  /** Nothing that was begun goes on: what comes next can be read by itself. */
  get isIdle(): boolean {
    return this.#table === undefined && this.#scanner.idle && !this.#scanner.isMidLine;
  }

  /** Something that is not read here stands between what was read and what comes next. */
  interrupt(): void {
    this.#records.interrupt();
  }

  /**
   * Reads what can be read and returns where it stopped. Unless `isFinal`, that is a place from which reading
   * goes on when more text has come; with `isForced` something is read even if it may be incomplete.
   */
  read(source: MappedText, options: { isFinal: boolean; isForced?: boolean }): number {
    const { text } = source;
    const { isFinal, isForced = false } = options;
    this.#records.enter(source);
    this.#noTableTo = 0;
    this.#noTableAt = -1;
    const lastLine = text.lastIndexOf('\n') + 1;
    // Without a line break in sight, the scanner stops between two tokens of the line.
    const limit = isFinal
      ? text.length
      : lastLine > 0
        ? lastLine
        : text.length - (isForced ? 0 : Math.min(margin, text.length >> 2));
    let at = 0;
    while (at < limit) {
      if (this.#table) {
        const rows = readTable(this.#table, source, at, this.#reading, isFinal);
        // What looked like a table without a heading has no row: it is text, and must not be taken for a table again.
        if (rows.isOver && rows.end === at && this.#table.start === at) this.#noTableAt = at;
        at = rows.end;
        if (!rows.isOver) return at === 0 && isForced ? limit : at;
        this.#table = undefined;
        continue;
      }
      if (this.#scanner.idle && !this.#scanner.isMidLine) {
        const after = this.#readSpecial(source, at, isFinal);
        if (after > at) {
          at = after;
          continue;
        }
        if (this.#table) continue;
      }
      const after = this.#scanner.scan(source, at, { isFinal, isForced, isOneLine: true, limit });
      if (after <= at) return at;
      at = after;
    }
    return at;
  }

  finish(): Evidence | undefined {
    return this.#records.finish();
  }

  /** Whatever has a reader of its own. Returns the index after it, or `at`. */
  #readSpecial(source: MappedText, at: number, isFinal: boolean): number {
    const { text } = source;
    if (text.length === at || (this.#depth > 0 && !text.includes('\n', at))) return at;
    const table = at === this.#noTableAt ? undefined : findTable(text, at, this.#reading);
    if (table) {
      this.#records.interrupt();
      this.#table = { ...table, columns: settleColumns(table.columns, this.#reading) };
      return table.rows;
    }
    const lead = firstInk(text, at);
    let rows: number | undefined;
    if (lead === 'I' || lead === 'i') rows = findInsert(source, at, this.#reading);
    else if ((lead === '<' || lead === '{' || lead === '|') && at >= this.#noTableTo) {
      const found = findMarkupTable(source, at, this.#reading);
      if (found?.isTable) rows = found.end;
      else if (found) this.#noTableTo = found.end;
    }
    if (rows !== undefined) {
      this.#records.interrupt();
      this.#reading.steps += rows - at;
      return rows;
    }
    return isFinal ? this.#readEncodedLines(source, at) : at;
  }

  /** tolerate: base64 broken into lines, as mail does it */
  #readEncodedLines(source: MappedText, at: number): number {
    encodedLines.lastIndex = at;
    const match = encodedLines.exec(source.text);
    if (!match) return at;
    const inner = openLayers(source.slice(at, at + match[0].trimEnd().length));
    if (!inner) return at;
    this.#reading.steps += match[0].length;
    this.#records.interrupt();
    this.#reading.ledger.seeOther();
    const left = readStructure(inner, this.#reading, { depth: this.#depth + 1, outer: [] });
    if (left) judge(left, this.#reading);
    return at + match[0].length;
  }
}

/** The first character of a line that is no blank. */
function firstInk(text: string, at: number): string | undefined {
  let i = at;
  while (i < at + 200 && (text[i] === ' ' || text[i] === '\t')) i++;
  return text[i];
}

/** A token this close to the end of a window may go on in the next. */
const margin = 16_384;
const encodedLines = /(?:[A-Za-z0-9+/_-]{40,}\r?\n)+[A-Za-z0-9+/_-]+={0,2}(?:\r?\n|$)/y;

/** Reads a text that stands inside a value. Returns what could not be judged inside. */
export function readStructure(
  text: MappedText,
  reading: Reading,
  options: { depth: number; outer: readonly string[] },
): Evidence | undefined {
  const reader = new TextReader(text, reading, options);
  reader.read(text, { isFinal: true });
  const left = reader.finish();
  reading.steps += reader.steps;
  return left;
}
