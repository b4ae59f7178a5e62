/** A name and its value on each line: log viewers, psql, data frames, PowerShell. */
import { columnsFrom } from './columns.ts';
import type { MappedText } from './mapped-text.ts';
import { isNoCode } from './outcomes.ts';
import { Rows } from './rows.ts';
import { lineAt, readLines, type Line, type RowsRead, type Table } from './table-layout.ts';
import type { Vocabulary } from './vocabulary.ts';

const pairLine =
  /^[ \t]*([@\p{L}_][\p{L}\p{N}_.@\-/[\]]*(?: [\p{L}\p{N}_.-]+){0,3})(?:[ \t]+\|[ \t]*|[ ]*\t[ \t]*| {2,})(\S.*)?$/u;

const recordRule = /^[ \t]*(?:-\[ ?RECORD \d+ ?\][-+]*|-{2,}[ \t]+-{2,})[ \t]*\r?$/i;

/**
 * tolerate: records written downwards — errorCode⇥4720⏎type⇥message-failed
 * Two names that mean something, one of them of a code, and lines of this form only.
 */
export function findVertical(text: string, at: number, first: Line, vocabulary: Vocabulary): Table | undefined {
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

/** Reads the rows of such a table, one cell a line. */
export function readVertical(source: MappedText, from: number, rows: Rows, isFinal: boolean): RowsRead {
  return readLines(source.text, from, isFinal, ({ text, start }) => {
    const match = pairLine.exec(text);
    if (!match) {
      if (!recordRule.test(text)) return false;
      rows.endRecord();
      return true;
    }
    const [, name = '', value = ''] = match;
    const nameAt = start + text.indexOf(name);
    const plain = value.trimEnd();
    const valueAt = start + text.length - value.length;
    rows.add(
      [
        { text: name, start: nameAt, end: nameAt + name.length },
        { text: plain, start: valueAt, end: valueAt + plain.length },
      ],
      start,
      start + text.length,
    );
    return true;
  });
}
