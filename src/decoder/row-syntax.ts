/**
 * Tables written in other languages: rows of HTML, rows of an INSERT statement.
 * Each function reads the table that begins at `at` and returns the index after it, or undefined.
 */
import { columnsFrom, settleColumns } from './columns.ts';
import type { MappedText } from './mapped-text.ts';
import type { Reading } from './reading.ts';
import { Rows } from './rows.ts';
import type { Cell } from './table-layout.ts';

const rowStart = /\s{0,200}(?:<(?:table|tbody|thead)\b[^>\n]{0,500}>\s{0,200}){0,3}<tr\b/iy;

/** What begins and ends a table, and what stands before each row and each cell. */
interface Markup {
  readonly start: RegExp;
  readonly end: RegExp;
  readonly row: RegExp;
  readonly cell: RegExp;
}

const markups: readonly Markup[] = [
  // tolerate: tables copied from a web page — <tr><th>Error Code</th></tr><tr><td>4770</td></tr>
  { start: rowStart, end: /<\/table\s*>|$/gi, row: /<tr\b[^>]{0,500}>/gi, cell: /<t[dh]\b[^>]{0,500}>/gi },
  // tolerate: tables of a wiki — {|⏎! Error code !! Count⏎|-⏎| 4720 || style="color: red" | 12⏎|}
  {
    start: /\{\|/y,
    end: /\n\|\}/g,
    row: /(?:\{\||\n\|-).*/g,
    cell: /(?:\n[|!](?!\+)|\|\||!!)(?:[^|!=\n]{0,60}=[^|!\n]{0,200}\|(?!\|))?/g,
  },
  // tolerate: tables of AsciiDoc — |===⏎|Error code |Count⏎⏎|4720⏎|12⏎|===
  { start: /\|===/y, end: /\n\|===/g, row: /\|===.*/g, cell: /\|/g },
];

/** Reads a table whose rows and cells are marked. Where there is none, `end` tells up to where nobody needs to look again. */
export function findMarkupTable(
  source: MappedText,
  at: number,
  reading: Reading,
): { end: number; isTable: boolean } | undefined {
  const { text } = source;
  const markup = markups.find(({ start }) => {
    start.lastIndex = at;
    return start.test(text);
  });
  if (!markup) return undefined;
  markup.end.lastIndex = at + 1;
  const close = markup.end.exec(text);
  if (!close) return { end: text.length, isTable: false };
  const rows = inRows(
    cutAt(text, at, close.index, markup.row).map((row) =>
      cutAt(text, row.start, row.end, markup.cell).map((cell) => cellOf(text, cell.start, cell.end)),
    ),
    text,
  );
  const [header, ...body] = rows.filter((row) => row.length > 0);
  if (!header || body.length === 0) return { end: close.index, isTable: false };
  const columns = columnsFrom(
    header.map((cell) => cell.text),
    reading.vocabulary,
  );
  const table = new Rows(settleColumns(columns, reading), source, reading);
  for (const row of body) table.add(row, row[0]!.start, row.at(-1)!.end);
  table.finish();
  return { end: close.index + close[0].length, isTable: true };
}

/** Cells without a mark between rows: the first line, or all up to a blank one, says how many there are in each. */
function inRows(rows: Cell[][], text: string): Cell[][] {
  const [cells = [], ...others] = rows;
  if (others.length > 0) return rows;
  const before = (sign: RegExp) =>
    cells.findIndex(({ start }, index) => sign.test(text.slice(cells[index - 1]?.end ?? start, start)));
  const line = before(/\n/);
  const width = line === 1 ? before(/\n\s*\n/) : line;
  return width < 1
    ? rows
    : cells.flatMap((_, index) => (index % width === 0 ? [cells.slice(index, index + width)] : []));
}

/** Stretches that begin after each match of the pattern and end before the next one. */
function cutAt(text: string, from: number, to: number, pattern: RegExp): { start: number; end: number }[] {
  const cuts: { start: number; end: number }[] = [];
  for (const match of text.slice(from, to).matchAll(pattern)) {
    const last = cuts.at(-1);
    if (last) last.end = from + match.index;
    cuts.push({ start: from + match.index + match[0].length, end: to });
  }
  return cuts;
}

function cellOf(text: string, start: number, end: number): Cell {
  const close = text.slice(start, end).search(/<\/t[dhr]\b/i);
  const raw = text.slice(start, close < 0 ? end : start + close);
  const plain = raw.replace(/<[^<>]{0,500}>/g, ' ').trim();
  const lead = plain === '' ? 0 : Math.max(0, raw.indexOf(plain));
  return {
    text: plain,
    start: start + lead,
    end: start + (plain === '' || raw.indexOf(plain) < 0 ? raw.length : lead + plain.length),
  };
}

const insert =
  /\s{0,50}INSERT\s{1,20}(?:IGNORE\s{1,20})?INTO\s{1,20}[\w."`[\]]{1,100}\s{0,20}\(([^()]{1,4000})\)\s{0,20}VALUES\s{0,20}(?=\()/iy;

/** tolerate: rows of a dump — INSERT INTO dlr (type, error_code) VALUES ('message-failed', 4770), … */
export function findInsert(source: MappedText, at: number, reading: Reading): number | undefined {
  const { text } = source;
  insert.lastIndex = at;
  const match = insert.exec(text);
  if (!match) return undefined;
  const names = match[1]!.split(',').map((name) => name.trim().replace(/^["'`[]+|["'`\]]+$/g, ''));
  const table = new Rows(settleColumns(columnsFrom(names, reading.vocabulary), reading), source, reading);
  let i = at + match[0].length;
  while (text[i] === '(') {
    const row = valuesAt(text, i);
    table.add(row.cells, i, row.end);
    i = row.end;
    const gap = /[\s,]{0,200}/y;
    gap.lastIndex = i;
    i += gap.exec(text)?.[0].length ?? 0;
  }
  table.finish();
  return Math.max(i, at + match[0].length);
}

/** Values between parentheses; quotes are doubled or escaped inside of quotes. */
function valuesAt(text: string, open: number): { cells: Cell[]; end: number } {
  const cells: Cell[] = [];
  let i = open + 1;
  let depth = 0;
  let from = i;
  const add = (end: number) => {
    const raw = text.slice(from, end);
    const plain = raw
      .trim()
      .replace(/^N?'([\s\S]*)'$/, '$1')
      .replace(/^null$/i, '')
      .replaceAll("''", "'");
    const lead = Math.max(0, raw.indexOf(plain));
    cells.push({ text: plain, start: from + lead, end: from + lead + plain.length });
  };
  for (; i < text.length; i++) {
    const character = text[i]!;
    if (character === "'") {
      for (i++; i < text.length && !(text[i] === "'" && text[i + 1] !== "'"); i++)
        if (text[i] === '\\' || text[i] === "'") i++;
    } else if (character === '(') depth++;
    else if (character === ')') {
      if (depth-- === 0) break;
    } else if (character === ',' && depth === 0) {
      add(i);
      from = i + 1;
    }
  }
  add(Math.min(i, text.length));
  return { cells, end: Math.min(i + 1, text.length) };
}
