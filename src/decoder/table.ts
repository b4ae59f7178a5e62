import Papa from 'papaparse';
import { columnsFrom, indexOfColumn, type Column } from './columns.ts';
import { Evidence, push } from './evidence.ts';
import { judge } from './judge.ts';
import { openLayers } from './layers.ts';
import { LooseText } from './loose-text.ts';
import type { MappedText } from './mapped-text.ts';
import type { Reading } from './reading.ts';
import type { MessageEvent } from './report.ts';
import { noteField } from './records.ts';
import { readStructure } from './text-reader.ts';
import { isNoCode, outcomeOf, squash, type Meaning, type Vocabulary } from './vocabulary.ts';

/** A table that was recognised by its first lines. */
export interface Table {
  /** Where its header, or its first row, begins. */
  readonly start: number;
  readonly layout: Layout;
  readonly columns: readonly Column[];
  /** Where its first row begins. */
  readonly rows: number;
}

interface Layout {
  /**
   * `bordered`: lines and crossings drawn around the cells. `aligned`: columns set apart by blanks.
   * `vertical`: a name and its value on each line.
   */
  readonly kind: 'delimited' | 'bordered' | 'aligned' | 'vertical';
  readonly delimiter: string;
  readonly newline: string;
  /** No border stands before the first cell, so that it may be empty. */
  readonly isOpen?: boolean;
  /** Bounds of the dashes below each heading, for columns that may be aligned to the right. */
  readonly rules?: readonly { readonly start: number; readonly end: number }[];
  /** A line with nothing else ends the rows. */
  readonly last?: string;
}

/** A cell with its bounds in the source. */
export interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Looks for a table that begins with the line at `at`. Two lines are compared: a header (or a row) and what
 * follows it. Prose with commas is no table, a table of orders is one: its numbers are nobody's codes.
 */
export function findTable(
  text: string,
  at: number,
  { vocabulary, column }: Pick<Reading, 'vocabulary' | 'column'>,
): Table | undefined {
  const first = lineAt(text, at);
  const start = text.charCodeAt(at);
  if (start === 0x7b || start === 0x5b || first.text.length < 3 || first.text.length > maxHeader) return undefined;
  // A quoted key is no cell; inside of a cell its quotes are doubled.
  if (/(?:^|[^"])["']\s?(?::|=>)/.test(first.text)) return undefined;
  return (
    findCopy(at, first, vocabulary) ??
    findVertical(text, at, first, vocabulary) ??
    findBordered(text, at, first, vocabulary) ??
    findDelimited(text, at, first, vocabulary, column) ??
    findRuled(text, at, first, vocabulary) ??
    findAligned(text, at, first, vocabulary)
  );
}

/** tolerate: rows of a database dump — COPY dlr (id, error_code) FROM stdin;⏎1⇥4720⏎\\. */
function findCopy(at: number, header: Line, vocabulary: Vocabulary): Table | undefined {
  const match = /^\s*COPY\s+[\w."]{1,200}\s*\(([^()]{1,4000})\)\s+FROM\s+stdin\b([^;]{0,200})(;?)\s*$/i.exec(
    header.text,
  );
  if (!match) return undefined;
  const [, names = '', options = ''] = match;
  const delimiter = /csv/i.test(options) ? ',' : '\t';
  const columns = names.split(',').map((name) => name.trim().replace(/^"|"$/g, ''));
  return {
    start: at,
    layout: { kind: 'delimited', delimiter, newline: header.text.endsWith('\r') ? '\r\n' : '\n', last: '\\.' },
    columns: columnsFrom(columns, vocabulary),
    rows: header.next,
  };
}

// A name and its value on each line: log viewers, psql, data frames, PowerShell

const pairLine =
  /^[ \t]*([@\p{L}_][\p{L}\p{N}_.@\-/[\]]*(?: [\p{L}\p{N}_.-]+){0,3})(?:[ \t]+\|[ \t]*|[ ]*\t[ \t]*| {2,})(\S.*)?$/u;
const recordRule = /^[ \t]*(?:-\[ ?RECORD \d+ ?\][-+]*|-{2,}[ \t]+-{2,})[ \t]*\r?$/i;

/**
 * tolerate: records written downwards — errorCode⇥4720⏎type⇥message-failed
 * Two names that mean something, one of them of a code, and lines of this form only.
 */
function findVertical(text: string, at: number, first: Line, vocabulary: Vocabulary): Table | undefined {
  if (!pairLine.test(first.text) && !recordRule.test(first.text)) return undefined;
  let hasCode = false;
  let others = 0;
  let lines = 0;
  for (let line = first; lines < 40; line = lineAt(text, line.next), lines++) {
    if (!recordRule.test(line.text)) {
      const [, name, value] = pairLine.exec(line.text) ?? [];
      if (name === undefined) break;
      // Three cells or more make a row of a table that reads across.
      if (value !== undefined && /\t| {2,}\S|\s\|\s/.test(value.trimEnd())) return undefined;
      const meaning = vocabulary.root.field(name);
      const isNumber = value !== undefined && /^["']?\d[\d.,' ]*["']?\s*$/.test(value);
      if (meaning.isCode && (isNumber || value === undefined || isNoCode(value))) hasCode = true;
      else if (!meaning.isCode && (!meaning.isSilent || /[a-z][A-Z]|[_.@]|^id$/.test(name))) others++;
      // A heading over a column of codes is a table that reads across.
      if (line === first && meaning.isCode && !isNumber && value !== undefined) return undefined;
    }
    if (line.next >= text.length) break;
  }
  if (!hasCode || others === 0) return undefined;
  return {
    start: at,
    layout: { kind: 'vertical', delimiter: '', newline: '\n' },
    columns: columnsFrom(['', ''], vocabulary),
    rows: first.start,
  };
}

function readVertical(
  source: MappedText,
  from: number,
  rows: Rows,
  isFinal: boolean,
): { end: number; isOver: boolean } {
  const { text } = source;
  let at = from;
  while (at < text.length) {
    const line = lineAt(text, at);
    if (line.next >= text.length && !isFinal) return { end: at, isOver: false };
    const match = pairLine.exec(line.text);
    if (match) {
      const [, name = '', value = ''] = match;
      const nameAt = at + line.text.indexOf(name);
      const plain = value.trimEnd();
      const valueAt = at + line.text.length - value.length;
      rows.add(
        [
          { text: name, start: nameAt, end: nameAt + name.length },
          { text: plain, start: valueAt, end: valueAt + plain.length },
        ],
        at,
        at + line.text.length,
      );
    } else if (recordRule.test(line.text)) rows.endRecord();
    else return { end: at, isOver: true };
    at = line.next;
  }
  return { end: text.length, isOver: false };
}

// Lines and crossings: Markdown, psql, mysql

function findBordered(text: string, at: number, first: Line, vocabulary: Vocabulary): Table | undefined {
  let header = first;
  if (isRule(header.text)) header = lineAt(text, header.next);
  if (!header.text.includes('|')) return findOneColumn(text, at, header, vocabulary);
  const below = lineAt(text, header.next);
  const isChat = /^\s*\|\|.*\|\|\s*$/.test(header.text);
  if (!isRule(below.text) && !isChat) return undefined;
  const layout: Layout = {
    kind: 'bordered',
    delimiter: isChat ? '||' : '|',
    newline: '\n',
    isOpen: !/^\s*\|/.test(header.text),
  };
  const names = borderedCells(header.text, header.start, layout).map((cell) => cell.text);
  if (names.length < 1) return undefined;
  return {
    start: at,
    layout,
    columns: columnsFrom(names, vocabulary),
    rows: isRule(below.text) ? below.next : header.next,
  };
}

/** tolerate: the answer to a query for one column — a heading, dashes, a value on each line */
function findOneColumn(text: string, at: number, header: Line, vocabulary: Vocabulary): Table | undefined {
  if (!/^\s*[\w(*)]{1,40}\s*$/.test(header.text)) return undefined;
  const below = lineAt(text, header.next);
  if (!/^-{2,}\s*$/.test(below.text) || !/^\s*\S+\s*$/.test(lineAt(text, below.next).text)) return undefined;
  const columns = columnsFrom([header.text], vocabulary);
  if (!columns.some(({ meaning }) => meaning.isCount || meaning.isCode)) return undefined;
  return {
    start: at,
    layout: { kind: 'bordered', delimiter: '|', newline: '\n', isOpen: true },
    columns,
    rows: below.next,
  };
}

/** A line of dashes, crossings and bars. */
function isRule(line: string): boolean {
  return (
    line.length < 2000 &&
    /^[\s|+:=-]*-{2,}[\s|+:=-]*$|^[\s|+:=-]*={3,}[\s|+:=-]*$|^\s*\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?\s*$/.test(line)
  );
}

function borderedCells(line: string, start: number, { delimiter, isOpen = false }: Layout): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  const end = line.trimEnd().length;
  for (let at = line.indexOf(delimiter); ; at = line.indexOf(delimiter, from)) {
    const to = at < 0 ? end : at;
    const raw = line.slice(from, to);
    // What stands before the first bar and after the last one is outside of the table.
    const isOutside = raw.trim() === '' && ((from === 0 && !isOpen) || at < 0);
    if (!isOutside && to >= from) {
      const lead = raw.length - raw.trimStart().length;
      const cell = raw.trim();
      cells.push({
        text: cell.replace(/^[*`_~]+|[*`_~]+$/g, ''),
        start: start + from + lead,
        end: start + from + lead + cell.length,
      });
    }
    if (at < 0) return cells;
    from = at + delimiter.length;
  }
}

// Delimited: CSV, TSV, with semicolons, with bars

const delimiters = [',', '\t', ';', '|'] as const;

function findDelimited(
  text: string,
  at: number,
  first: Line,
  vocabulary: Vocabulary,
  given: string | number | undefined,
): Table | undefined {
  const newline = text.charCodeAt(first.start + first.text.length - 1) === 13 ? '\r\n' : '\n';
  const second = lineAt(text, first.next);
  for (const delimiter of delimiters) {
    if (!first.text.includes(delimiter)) continue;
    const header = splitLine(first.text, delimiter);
    if (header.length < 2) continue;
    const layout: Layout = { kind: 'delimited', delimiter, newline };
    const columns = columnsFrom(header, vocabulary);
    const isSpaced = delimiter !== '\t' && count(first.text, `${delimiter} `) * 2 > header.length - 1;
    const isKnown =
      columns.some(({ meaning }) => meaning.isCode || meaning.sourceCode.length > 0 || meaning.isOutcome) ||
      (typeof given === 'string' && indexOfColumn(columns, given) >= 0);
    const looksLikeHeader = header.every(isColumnName) && new Set(header.map(squash)).size === header.length;
    const width = second.text.trim() === '' ? 0 : splitLine(second.text, delimiter).length;
    const fits = width === header.length || (second.text.includes('"') && width > 1);
    const isFigures = !isSpaced && splitLine(second.text, delimiter).every((cell) => /\d/.test(cell));
    if (
      looksLikeHeader &&
      fits &&
      (isKnown || isFigures || (header.length >= 3 && !isSpaced)) &&
      !(isSpaced && header.length < 3)
    ) {
      // A header of words over a line of words is a sentence, not a table.
      if (!isKnown && !/\d/.test(second.text)) continue;
      return { start: at, layout, columns, rows: first.next };
    }
    if (typeof given === 'number' && holdsNumbers(text, at, header.length, delimiter, given)) {
      const unnamed = header.map(() => '');
      return { start: at, layout, columns: columnsFrom(unnamed, vocabulary), rows: at };
    }
    if (header.length >= 4 && !isSpaced && !header.some((cell) => /^[^{["]*[:=]\s*["'{[]/.test(cell))) {
      const guessed = guessColumns(text, at, header, delimiter, vocabulary);
      if (guessed) return { start: at, layout, columns: guessed, rows: at };
    }
  }
  return undefined;
}

/** Whether the lines from `at` on are rows with nothing but numbers in this column, as somebody said who names it. */
function holdsNumbers(text: string, at: number, width: number, delimiter: string, column: number): boolean {
  const cells = rowsFrom(text, at, width, delimiter).map((row) => row[column]?.trim() ?? '');
  return cells.length > 1 && cells.every((cell) => /^\d*$/.test(cell)) && cells.some((cell) => cell !== '');
}

/** The first rows of a table without quoted line breaks, at most 20. */
function rowsFrom(text: string, at: number, width: number, delimiter: string): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  while (rows.length < 20 && at < text.length) {
    const line = lineAt(text, at);
    const cells = splitLine(line.text, delimiter);
    if (cells.length !== width) break;
    rows.push(cells);
    at = line.next;
  }
  return rows;
}

function isColumnName(name: string): boolean {
  const plain = name.trim();
  return (
    plain.length <= 60 &&
    /^[\p{L}_#$@][\p{L}\p{N}_ .,:/()[\]#%$@*?-]*$/u.test(plain) &&
    !/^[+\d]/.test(plain) &&
    plain.split(/\s+/).length <= 6
  );
}

/** Columns of a table without a header, told from what stands in them. */
function guessColumns(
  text: string,
  at: number,
  first: readonly string[],
  delimiter: string,
  vocabulary: Vocabulary,
): readonly Column[] | undefined {
  const rows = rowsFrom(text, at, first.length, delimiter);
  const outcome = (cell: string) => outcomeOf(cell) ?? vocabulary.outcomeOf(cell);
  const indexes = first.map((_, index) => index);
  const status = indexes.find(
    (index) =>
      rows.every((row) => row[index]!.trim() === '' || outcome(row[index]!) !== undefined) &&
      rows.some((row) => outcome(row[index]!) !== undefined),
  );
  if (status === undefined)
    return rows.length > 1 && first.filter((cell) => /\d/.test(cell)).length >= 2
      ? columnsFrom(
          first.map(() => ''),
          vocabulary,
        )
      : undefined;
  const isCodeColumn = (index: number) =>
    rows.every((row) => {
      const cell = row[index]!.trim().replace(/\.0$/, '');
      if (outcome(row[status]!) === 'fine')
        return cell === '' || cell === '0' || cell === '-' || /^(?:null|none|n\/a)$/i.test(cell);
      return cell === '' || (/^\d+$/.test(cell) && vocabulary.byDigits(cell).length > 0);
    }) && rows.some((row) => vocabulary.byDigits(row[index]!.trim().replace(/\.0$/, '')).length > 0);
  const code = indexes.find((index) => index !== status && isCodeColumn(index));
  const phones = indexes.filter((index) => rows.every((row) => /^\+?\d{10,15}$/.test(row[index]!.trim())));
  return columnsFrom(
    first.map((_, index) =>
      index === status ? 'status' : index === code ? 'error code' : index === phones.at(-1) ? 'to' : '',
    ),
    vocabulary,
  ).map((column, index) => (index === code ? { ...column, name: '' } : column));
}

// Aligned with blanks

/** tolerate: headings with dashes below each of them, their columns aligned to either side, as PowerShell prints them */
function findRuled(text: string, at: number, header: Line, vocabulary: Vocabulary): Table | undefined {
  const below = lineAt(text, header.next);
  if (below.text.length > 2000 || !/^\s*-+(?:\s+-+)+\s*$/.test(below.text)) return undefined;
  const rules = Array.from(below.text.matchAll(/-+/g), ({ 0: dashes, index }) => ({
    start: index,
    end: index + dashes.length,
  }));
  const names = ruledCells(header.text, header.start, rules).map((cell) => cell.text);
  const columns = columnsFrom(names, vocabulary);
  if (!columns.some(({ meaning }) => meaning.isCode)) return undefined;
  return {
    start: at,
    layout: { kind: 'aligned', delimiter: ' ', newline: '\n', rules },
    columns,
    rows: below.next,
  };
}

/** Each word belongs to the column whose dashes it shares most places with, else to the nearest before it. */
function ruledCells(line: string, start: number, rules: NonNullable<Layout['rules']>): Cell[] {
  const cells = rules.map((): { from: number; to: number } => ({ from: -1, to: -1 }));
  for (const word of line.matchAll(/\S+/g)) {
    const from = word.index;
    const to = from + word[0].length;
    let best = 0;
    let most = 0;
    rules.forEach((rule, index) => {
      const shared = Math.min(to, rule.end) - Math.max(from, rule.start);
      if (shared > most) [best, most] = [index, shared];
      else if (most === 0 && rule.start <= from) best = index;
    });
    const cell = cells[best]!;
    if (cell.from < 0) cell.from = from;
    cell.to = to;
  }
  return cells.map(({ from, to }) =>
    from < 0
      ? { text: '', start: start + line.length, end: start + line.length }
      : { text: line.slice(from, to), start: start + from, end: start + to },
  );
}

function findAligned(text: string, at: number, first: Line, vocabulary: Vocabulary): Table | undefined {
  if (!/\S {2,}\S/.test(first.text) || first.text.includes(':') || first.text.includes('=')) return undefined;
  const names = first.text.trim().split(/\s{2,}/);
  if (names.length < 2 || !names.every(isColumnName)) return undefined;
  const columns = columnsFrom(names, vocabulary);
  if (!columns.some((column) => column.meaning.isCode)) return undefined;
  let below = lineAt(text, first.next);
  if (isRule(below.text)) below = lineAt(text, below.next);
  if (below.text.trim() === '' || below.text.trim().split(/\s{2,}/).length < 2) return undefined;
  let from = 0;
  const placed = columns.map((column, index) => {
    const start = first.text.indexOf(names[index]!, from);
    from = start + names[index]!.length;
    return { ...column, start };
  });
  return { start: at, layout: { kind: 'aligned', delimiter: ' ', newline: '\n' }, columns: placed, rows: below.start };
}

function alignedCells(line: string, start: number, columns: readonly Column[]): Cell[] {
  const all = Array.from(line.matchAll(/\S+(?: \S+)*/g), (match) => ({
    text: match[0],
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
  // Data frames print the number of the row in front of it.
  const pieces =
    all.length === columns.length + 1 && columns[0]!.start > 0 && /^\d+$/.test(all[0]!.text) ? all.slice(1) : all;
  if (pieces.length === columns.length) return pieces;
  // A cell is missing or has a wide gap in it: the header says where each one stands.
  return columns.map((column, index) => {
    const raw = line.slice(column.start, columns[index + 1]?.start ?? line.length);
    const lead = raw.length - raw.trimStart().length;
    return {
      text: raw.trim(),
      start: start + column.start + lead,
      end: start + column.start + lead + raw.trim().length,
    };
  });
}

// Reading

/**
 * Reads the rows of a table from `from` and returns where the table ends, or where the last complete row ends
 * when more text is to come.
 */
export function readTable(
  table: Table,
  source: MappedText,
  from: number,
  reading: Reading,
  isFinal: boolean,
): { end: number; isOver: boolean } {
  const rows = new Rows(table.columns, source, reading);
  const result =
    table.layout.kind === 'delimited'
      ? readDelimited(table, source, from, rows, isFinal)
      : table.layout.kind === 'vertical'
        ? readVertical(source, from, rows, isFinal)
        : readByLines(table, source, from, rows, isFinal);
  rows.finish();
  reading.steps += result.end - from;
  return result;
}

function readByLines(
  { layout, columns }: Table,
  source: MappedText,
  from: number,
  rows: Rows,
  isFinal: boolean,
): { end: number; isOver: boolean } {
  const { text } = source;
  let at = from;
  while (at < text.length) {
    const line = lineAt(text, at);
    if (line.next >= text.length && !isFinal) return { end: at, isOver: false };
    if (isRule(line.text)) {
      at = line.next;
      continue;
    }
    const belongs =
      layout.kind === 'bordered' && columns.length > 1 ? line.text.includes('|') : line.text.trim() !== '';
    if (!belongs) return { end: at, isOver: true };
    const cells =
      layout.kind === 'bordered'
        ? borderedCells(line.text, at, { ...layout, delimiter: '|' })
        : layout.rules
          ? ruledCells(line.text, at, layout.rules)
          : alignedCells(line.text, at, columns);
    rows.add(
      cells.filter((cell, index) => !(layout.delimiter === '||' && cell.text === '' && index === 0)),
      at,
      at + line.text.length,
    );
    at = line.next;
  }
  return { end: text.length, isOver: false };
}

function readDelimited(
  table: Table,
  source: MappedText,
  from: number,
  rows: Rows,
  isFinal: boolean,
): { end: number; isOver: boolean } {
  const { delimiter, newline } = table.layout;
  const input = source.text.slice(from);
  const place = new DelimitedRows(table, input.length, from, rows, isFinal);
  const options = { delimiter, newline: newline as '\n' | '\r\n' };
  if (input.includes('"')) {
    Papa.parse<string[]>(input, {
      ...options,
      step({ data, meta }, parser) {
        if (!place.take(data, meta.cursor)) parser.abort();
      },
    });
    return place.result();
  }
  // Handing over each row takes the parser more time than to find it. Without quotes a row is a line.
  let after = 0;
  for (const data of Papa.parse<string[]>(input, options).data) {
    const end = input.indexOf(newline, after);
    after = end < 0 ? input.length : end + newline.length;
    if (!place.take(data, after)) break;
  }
  return place.result();
}

/** Hands the rows of a stretch on until one is met that is not of the table. */
class DelimitedRows {
  readonly #table: Table;
  readonly #length: number;
  readonly #from: number;
  readonly #rows: Rows;
  readonly #isFinal: boolean;
  #end = 0;
  #isOver = false;

  constructor(table: Table, length: number, from: number, rows: Rows, isFinal: boolean) {
    this.#table = table;
    this.#length = length;
    this.#from = from;
    this.#rows = rows;
    this.#isFinal = isFinal;
  }

  /** Takes a row that ends before `after`, counted from the beginning of the stretch. False when the table is over. */
  take(data: readonly string[], after: number): boolean {
    const { columns, layout } = this.#table;
    // The last row may go on in the text that is still to come.
    if (!this.#isFinal && after >= this.#length) return true;
    if (data.length < 2 && columns.length > 1) {
      this.#isOver = true;
      const isEmpty = (data[0] ?? '').trim() === '';
      if (isEmpty || data[0] === layout.last) this.#end = after;
      return false;
    }
    this.#rows.addRaw(data, this.#from + this.#end, this.#from + after, layout.delimiter);
    this.#end = after;
    return true;
  }

  result(): { end: number; isOver: boolean } {
    return { end: this.#from + this.#end, isOver: this.#isOver || (this.#isFinal && this.#end >= this.#length) };
  }
}

/** Turns rows into records. */
export class Rows {
  readonly #columns: readonly Column[];
  readonly #source: MappedText;
  readonly #reading: Reading;
  readonly #hasCounts: boolean;
  /** Two columns of names and values. */
  readonly #isPairs: boolean;
  /** The record that the rows so far tell of. */
  #pairs: Evidence | undefined;
  /** Names met in the pairs so far: one that comes again begins the next record. */
  #names = new Set<string>();
  readonly #roles: Roles;

  constructor(columns: readonly Column[], source: MappedText, reading: Reading) {
    this.#columns = columns;
    this.#source = source;
    this.#reading = reading;
    this.#roles = rolesOf(columns);
    const { recipient, messageId, time, codes } = this.#roles;
    this.#hasCounts = (recipient ?? messageId ?? time) === undefined;
    this.#isPairs = columns.length === 2 && codes.length === 0;
  }

  add(cells: readonly Cell[], start: number, end: number): void {
    this.#row(
      cells.length,
      (index) => cells[index]!.text,
      (index) => cells[index]!,
      start,
      end,
    );
  }

  /** A row as the table parser gives it; where its cells stand is found out only if something is found in them. */
  addRaw(data: readonly string[], start: number, end: number, delimiter: string): void {
    if (this.#isPlainlyFine(data)) {
      this.#reading.ledger.seeOther();
      this.#reading.ledger.addFine(() => this.#fineEvent(data, start, end));
      return;
    }
    let bounds: Cell[] | undefined;
    this.#row(
      data.length,
      (index) => data[index]!,
      (index) =>
        (bounds ??= cellsOf(this.#source.text, start, end, delimiter, data))[index] ?? { text: '', start, end },
      start,
      end,
    );
  }

  finish(): void {
    if (this.#pairs) judge(this.#pairs, this.#reading);
  }

  /** Ends a record of pairs; the next one begins. */
  endRecord(): void {
    this.finish();
    this.#pairs = undefined;
    this.#names = new Set();
  }

  /** The commonest row by far: delivered, no code, and nothing in a cell that could hold a record of its own. */
  #isPlainlyFine(data: readonly string[]): boolean {
    if (this.#isPairs) return false;
    const { statuses, codes } = this.#roles;
    let isFine = false;
    for (const status of statuses) {
      const cell = data[status];
      if (cell === undefined || cell === '') continue;
      const outcome = this.#columns[status]!.meaning.outcomeOf(cell)?.outcome;
      if (outcome === 'failed') return false;
      isFine ||= outcome === 'fine';
    }
    if (!isFine) return false;
    for (const code of codes) {
      const cell = data[code];
      if (cell !== undefined && cell !== '' && cell !== '0' && !isNoCode(cell)) return false;
    }
    for (const cell of data) if (cell.length >= 16 && mayHold.test(cell)) return false;
    return true;
  }

  #fineEvent(data: readonly string[], start: number, end: number): MessageEvent {
    const { recipient, messageId, time } = this.#roles;
    const from = this.#source.start(start);
    return {
      outcome: 'fine',
      codes: [],
      sources: [],
      ...(recipient !== undefined && { recipient: data[recipient] }),
      ...(messageId !== undefined && { messageId: data[messageId] }),
      ...(time !== undefined && { time: data[time] }),
      start: from,
      end: this.#source.end(end),
      line: this.#reading.lineOf(from),
    };
  }

  #row(
    width: number,
    textOf: (index: number) => string,
    cellOf: (index: number) => Cell,
    start: number,
    end: number,
  ): void {
    this.#reading.ledger.seeOther();
    if (this.#isPairs && width >= 2) {
      const name = textOf(0);
      if (this.#names.has(name)) this.endRecord();
      if (this.#names.size < maxNames) this.#names.add(name);
      if (!this.#pairs) {
        const from = this.#source.start(start);
        this.#pairs = new Evidence(from, this.#reading.lineOf(from));
      }
      this.#pairs.end = this.#source.end(end);
      const meaning = this.#reading.vocabulary.root.field(name);
      this.#note(this.#pairs, { name, meaning, isRead: true, start: 0 }, textOf(1), () => cellOf(1));
      return;
    }
    const from = this.#source.start(start);
    const evidence = new Evidence(from, this.#reading.lineOf(from));
    evidence.end = this.#source.end(end);
    const columns = this.#columns;
    for (let index = 0; index < columns.length && index < width; index++) {
      const column = columns[index]!;
      const text = textOf(index);
      if (text === '') continue;
      if (column.isRead || mayHold.test(text)) this.#note(evidence, column, text, () => cellOf(index));
    }
    judge(evidence, this.#reading);
  }

  #note(evidence: Evidence, column: Column, text: string, cell: () => Cell): void {
    const { meaning } = column;
    const mapped = () => {
      const { start, end } = cell();
      const raw = this.#source.slice(start, end);
      return raw.text === text ? raw : raw.replaced(text, 'table');
    };
    noteField(
      evidence,
      {
        meaning,
        name: column.name,
        text,
        isSure: true,
        isColumn: true,
        place: (at, length) => () => {
          const { start, end } = cell();
          const isVerbatim = end - start === text.length;
          return this.#reading.placeOf(
            this.#source,
            isVerbatim ? start + at : start,
            isVerbatim ? start + at + length : end,
            column.name || undefined,
          );
        },
      },
      this.#reading,
    );
    if (meaning.isCount && this.#hasCounts) evidence.weight = countIn(text) ?? evidence.weight;
    const isWords = meaning.isProse || meaning.suggest.length > 0 || meaning.reason.length > 0;
    if (isWords || meaning.text === 'opaque') return;
    if (text.length >= 16 && mayHold.test(text)) {
      const inner = openLayers(mapped());
      const left = inner && readStructure(inner, this.#reading, { depth: 1, outer: column.name ? [column.name] : [] });
      if (left) {
        left.texts.length = 0;
        evidence.absorb(left);
        return;
      }
      if (inner) return;
    }
    if (meaning.text === 'message' && !meaning.isCode) push(evidence.texts, LooseText.whole(mapped()));
  }
}

/** Which columns say what, by index. */
interface Roles {
  readonly statuses: readonly number[];
  readonly codes: readonly number[];
  readonly recipient: number | undefined;
  readonly messageId: number | undefined;
  readonly time: number | undefined;
}

function rolesOf(columns: readonly Column[]): Roles {
  const all = (is: (meaning: Meaning) => boolean) =>
    columns.flatMap(({ meaning }, index) => (is(meaning) ? [index] : []));
  return {
    statuses: all((meaning) => meaning.isOutcome),
    codes: all((meaning) => meaning.isCode),
    recipient: all((meaning) => meaning.isRecipient)[0],
    messageId: all((meaning) => meaning.isMessageId)[0],
    time: all((meaning) => meaning.isTime)[0],
  };
}

const mayHold = /[{]|^\s*\[|^<|^eyJ|%7B/i;
const maxHeader = 10_000;
const maxNames = 500;

/** A count, also with groups of thousands as spreadsheets write them: 4720, 4,720, 4.720. */
function countIn(text: string): number | undefined {
  const plain = text.trim();
  if (!/^\d{1,9}$|^\d{1,3}(?:[., ']\d{3}){1,2}$/.test(plain)) return undefined;
  return Number(plain.replace(/\D/g, '')) || undefined;
}

interface Line {
  readonly text: string;
  readonly start: number;
  /** Where the next line begins. */
  readonly next: number;
}

function lineAt(text: string, start: number): Line {
  const end = text.indexOf('\n', start);
  return end < 0
    ? { text: text.slice(start), start, next: text.length }
    : { text: text.slice(start, end), start, next: end + 1 };
}

function count(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found++;
  return found;
}

/** Cells of one line; quotes keep delimiters together. */
function splitLine(line: string, delimiter: string): string[] {
  if (!line.includes('"')) return line.replace(/\r$/, '').split(delimiter);
  return cellsOf(line, 0, line.length, delimiter).map((cell) => unquote(line.slice(cell.start, cell.end)));
}

function unquote(cell: string): string {
  const plain = cell.trim();
  return plain.startsWith('"') && plain.endsWith('"') && plain.length > 1
    ? plain.slice(1, -1).replaceAll('""', '"')
    : plain;
}

/** Bounds of the cells of a row, without their quotes. */
function cellsOf(text: string, start: number, end: number, delimiter: string, data?: readonly string[]): Cell[] {
  const cells: Cell[] = [];
  if (data && !text.slice(start, end).includes('"')) {
    let from = start;
    for (const cell of data) {
      cells.push({ text: cell, start: from, end: from + cell.length });
      from += cell.length + delimiter.length;
    }
    return cells;
  }
  let at = start;
  while (at <= end) {
    let stop = at;
    let from = at;
    if (text[at] === '"') {
      from = at + 1;
      stop = from;
      while (stop < end && !(text[stop] === '"' && text[stop + 1] !== '"')) stop += text[stop] === '"' ? 2 : 1;
      cells.push({ text: data?.[cells.length] ?? '', start: from, end: Math.min(stop, end) });
      while (stop < end && !text.startsWith(delimiter, stop)) stop++;
    } else {
      while (stop < end && !text.startsWith(delimiter, stop) && text[stop] !== '\n' && text[stop] !== '\r') stop++;
      cells.push({ text: data?.[cells.length] ?? '', start: from, end: stop });
    }
    if (stop >= end || text[stop] === '\n' || text[stop] === '\r') break;
    at = stop + delimiter.length;
  }
  return cells;
}
