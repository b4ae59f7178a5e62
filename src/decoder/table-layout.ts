import type { Column } from './columns.ts';

/** A table that was recognised by its first lines. */
export interface Table {
  /** Where its header, or its first row, begins. */
  readonly start: number;
  readonly layout: Layout;
  readonly columns: readonly Column[];
  /** Where its first row begins. */
  readonly rows: number;
}

export interface Layout {
  /**
   * `bordered`: lines and crossings drawn around the cells. `aligned`: columns set apart by blanks.
   * `vertical`: a name and its value on each line. `counts`: a code and its count on each line.
   */
  readonly kind: 'delimited' | 'bordered' | 'aligned' | 'vertical' | 'counts';
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

/** Whether a cell may be the heading of a column. */
export function isColumnName(name: string): boolean {
  const plain = name.trim();
  return (
    plain.length <= 60 &&
    /^[\p{L}_#$@][\p{L}\p{N}_ .,:/()[\]#%$@*?-]*$/u.test(plain) &&
    !/^[+\d]/.test(plain) &&
    plain.split(/\s+/).length <= 6
  );
}

export interface Line {
  readonly text: string;
  readonly start: number;
  /** Where the next line begins. */
  readonly next: number;
}

/** The line that starts here, without its line break. */
export function lineAt(text: string, start: number): Line {
  const end = text.indexOf('\n', start);
  return end < 0
    ? { text: text.slice(start), start, next: text.length }
    : { text: text.slice(start, end), start, next: end + 1 };
}

/** Where the rows of a table end, or where the last whole row ends when more text is to come. */
export interface RowsRead {
  readonly end: number;
  readonly isOver: boolean;
}

/** Hands lines over until one is refused, which is not of the table. A last line without its break waits for more text. */
export function readLines(text: string, from: number, isFinal: boolean, take: (line: Line) => boolean): RowsRead {
  let at = from;
  while (at < text.length) {
    const line = lineAt(text, at);
    if (line.next >= text.length && !isFinal) return { end: at, isOver: false };
    if (!take(line)) return { end: at, isOver: true };
    at = line.next;
  }
  return { end: text.length, isOver: false };
}

/** Cells of one line; quotes keep delimiters together. */
export function splitLine(line: string, delimiter: string): string[] {
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
export function cellsOf(text: string, start: number, end: number, delimiter: string, data?: readonly string[]): Cell[] {
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
