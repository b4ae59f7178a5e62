/** Tables drawn for the eye: with lines and crossings (Markdown, psql, mysql), or aligned with blanks. */
import { columnsFrom, type Column } from './columns.ts';
import type { MappedText } from './mapped-text.ts';
import { Rows } from './rows.ts';
import {
  isColumnName,
  lineAt,
  readLines,
  type Cell,
  type Layout,
  type Line,
  type RowsRead,
  type Table,
} from './table-layout.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A table with bars between its columns that begins with this line; undefined where none does. */
export function findBordered(text: string, at: number, first: Line, vocabulary: Vocabulary): Table | undefined {
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

/** tolerate: headings with dashes below each of them, their columns aligned to either side, as PowerShell prints them */
export function findRuled(text: string, at: number, header: Line, vocabulary: Vocabulary): Table | undefined {
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

/** A table whose columns are held apart by blanks that begins with this line; undefined where none does. */
export function findAligned(text: string, at: number, first: Line, vocabulary: Vocabulary): Table | undefined {
  if (!/\S {2,}\S/.test(first.text) || first.text.includes(':') || first.text.includes('=')) return undefined;
  const names = first.text.trim().split(/\s{2,}/);
  if (names.length < 2 || !names.every(isColumnName)) return undefined;
  const columns = columnsFrom(names, vocabulary);
  let below = lineAt(text, first.next);
  if (isRule(below.text)) below = lineAt(text, below.next);
  const cells = below.text.trim().split(/\s{2,}/);
  // Without a code column it is a table of something else if its first row has as many cells, one of them a number.
  const isOther =
    names.length > 2 &&
    cells.length === names.length &&
    cells.some((cell) => /^\d+$/.test(cell)) &&
    !names.some((name) => /reason|fail|error|reject|bounce|result|response/i.test(name));
  if (cells.length < 2 || !(isOther || columns.some((column) => column.meaning.isCode))) return undefined;
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

/** Reads the rows of a drawn table from a place on. */
export function readDrawn(
  { layout, columns }: Table,
  source: MappedText,
  from: number,
  rows: Rows,
  isFinal: boolean,
): RowsRead {
  const hasCode = layout.kind === 'bordered' || columns.some(({ meaning }) => meaning.isCode);
  return readLines(source.text, from, isFinal, ({ text, start }) => {
    if (isRule(text)) return true;
    const belongs =
      layout.kind === 'bordered' && columns.length > 1
        ? text.includes('|')
        : // A sentence below a table of something else is none of its rows.
          text.trim() !== '' && (hasCode || /\S\s{2,}\S/.test(text));
    if (!belongs) return false;
    const cells =
      layout.kind === 'bordered'
        ? borderedCells(text, start, { ...layout, delimiter: '|' })
        : layout.rules
          ? ruledCells(text, start, layout.rules)
          : alignedCells(text, start, columns);
    rows.add(
      cells.filter((cell, index) => !(layout.delimiter === '||' && cell.text === '' && index === 0)),
      start,
      start + text.length,
    );
    return true;
  });
}
