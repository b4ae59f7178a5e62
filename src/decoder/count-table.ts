/** Codes and how often each came, a pair on each line, without a heading: what `uniq -c` prints, 4770 x 118, 4770.0  118. */
import { columnsFrom } from './columns.ts';
import type { MappedText } from './mapped-text.ts';
import type { Rows } from './rows.ts';
import { lineAt, readLines, type Cell, type Line, type RowsRead, type Table } from './table-layout.ts';
import type { Vocabulary } from './vocabulary.ts';

const pair =
  /^[ \t]*["']?(\d{1,9})(?:\.0)?["']?(?:[ \t]?[x×][ \t]?|[ \t]{1,20}|:[ \t]?)["']?(\d{1,9}|null|none|-)?["']?[ \t]*\r?$/i;

/**
 * tolerate: counts and codes in either order — 4701 4720⏎ 311 4740. Two lines or more; one side has listed codes
 * only, the other has something else in it.
 */
export function findCounts(text: string, at: number, first: Line, vocabulary: Vocabulary): Table | undefined {
  if (!pair.test(first.text)) return undefined;
  const isListed = (number = '') => vocabulary.isListed(number);
  const rows: string[][] = [];
  for (let line = first; rows.length < 20; line = lineAt(text, line.next)) {
    const match = pair.exec(line.text);
    if (!match) break;
    rows.push([match[1]!, match[2] ?? '']);
    if (line.next >= text.length) break;
  }
  const isCodes = (side: number) =>
    rows.some((row) => isListed(row[side])) && rows.every((row) => isListed(row[side]) || !/^\d{2,}$/.test(row[side]!));
  if (rows.length < 2 || isCodes(0) === isCodes(1)) return undefined;
  const names = isCodes(0) ? ['error code', 'count'] : ['count', 'error code'];
  const columns = columnsFrom(names, vocabulary).map((column) => ({ ...column, name: '' }));
  return { start: at, layout: { kind: 'counts', delimiter: ' ', newline: '\n' }, columns, rows: first.start };
}

/** Reads the rows of such a table, each a code and how often it came. */
export function readCounts(source: MappedText, from: number, rows: Rows, isFinal: boolean): RowsRead {
  return readLines(source.text, from, isFinal, ({ text, start }) => {
    if (!pair.test(text)) return false;
    const cells: Cell[] = Array.from(text.matchAll(/(?<!\.)\b\d+|null|none/gi), ({ 0: word, index }) => ({
      text: word,
      start: start + index,
      end: start + index + word.length,
    }));
    rows.add(cells, start, start + text.length);
    return true;
  });
}
