import { columnsFrom } from './columns.ts';
import type { MappedText } from './mapped-text.ts';
import { Rows } from './rows.ts';
import { lineAt, type Line, type Table } from './table-layout.ts';
import { isNoCode, type Vocabulary } from './vocabulary.ts';

/** A name and its value on each line: log viewers, psql, data frames, PowerShell. */

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

export function readVertical(
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
