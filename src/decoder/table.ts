import { findCounts, readCounts } from './count-table.ts';
import { findCopy, findDelimited, readDelimited } from './delimited-table.ts';
import { findAligned, findBordered, findRuled, readDrawn } from './drawn-table.ts';
import type { MappedText } from './mapped-text.ts';
import type { Reading } from './reading.ts';
import { Rows } from './rows.ts';
import { lineAt, type RowsRead, type Table } from './table-layout.ts';
import { findVertical, readVertical } from './vertical-table.ts';

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
    findCounts(text, at, first, vocabulary) ??
    findVertical(text, at, first, vocabulary) ??
    findBordered(text, at, first, vocabulary) ??
    findDelimited(text, at, first, vocabulary, column) ??
    findRuled(text, at, first, vocabulary) ??
    findAligned(text, at, first, vocabulary)
  );
}

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
): RowsRead {
  const rows = new Rows(table.columns, source, reading);
  const result =
    table.layout.kind === 'delimited'
      ? readDelimited(table, source, from, rows, isFinal)
      : table.layout.kind === 'counts'
        ? readCounts(source, from, rows, isFinal)
        : table.layout.kind === 'vertical'
          ? readVertical(source, from, rows, isFinal)
          : readDrawn(table, source, from, rows, isFinal);
  rows.finish();
  reading.steps += result.end - from;
  return result;
}

const maxHeader = 10_000;
