import type { Meaning } from './meaning.ts';
import type { Reading } from './reading.ts';
import type { TableInfo } from './report.ts';
import { squash } from './spelling.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One column of a table: what its heading says of the cells below. */
export interface Column {
  /** Empty where the table has no header. */
  readonly name: string;
  readonly meaning: Meaning;
  /** Anything at all is to be read here. */
  readonly isRead: boolean;
  /** Where it begins in its line, for columns set apart by blanks. */
  readonly start: number;
}

/** Columns by their headings, with what each means. */
export function columnsFrom(names: readonly string[], vocabulary: Vocabulary): Column[] {
  const columns = names.map((name) => {
    const plain = name.trim().replace(/^["'*`]+|["'*`]+$/g, '');
    // tolerate: headings of dashboards — Top 5 values of errorCode.keyword, error_code: Descending, Code (Bandwidth)
    const field = plain.replace(
      /^(?:top|unique)(?: \d+)?(?: values)? of |(?:\.keyword)?(?:: (?:de|a)scending)?$|\s*\((?!count|total|number|n\)|[%#]|ms\)|s\))[^()]*\)$/gi,
      '',
    );
    const said = vocabulary.root.field(field);
    // Of many of them a cell says how many there were: errors, failures
    const meaning = said.isCount ? { ...said, isCode: false } : said;
    return { name: plain, meaning, isRead: isRead(meaning), start: 0 };
  });
  return columns.length === 2 ? columns.map((column, index) => withCount(column, columns[1 - index]!)) : columns;
}

/** tolerate: the answer to a query for counts, however it is called — error_code | c. Of two columns the one beside the code. */
function withCount(column: Column, other: Column): Column {
  const { meaning, name } = column;
  if (!other.meaning.isCode || !meaning.isSilent || meaning.isCount || name === '' || otherFigures.test(name))
    return column;
  return { ...column, isRead: true, meaning: { ...meaning, isCount: true } };
}

/** Columns with numbers that count nothing. */
const otherFigures =
  /id$|line|port|price|cost|account|segment|size|bytes|time|date|_?ms$|row|offset|order|zip|pid|key|version|name|text|description|meaning|%|percent|share|rate/i;

function isRead(meaning: Meaning): boolean {
  return !meaning.isSilent || meaning.isCount || meaning.text === 'message';
}

/**
 * Settles which column carries the code, and notes the table for the report. A column that the caller names wins
 * over the automatic choice in every table that has it; a table without it is read as if nobody had named one.
 */
export function settleColumns(columns: readonly Column[], reading: Reading): readonly Column[] {
  const given = indexOfColumn(columns, reading.column);
  const settled = given < 0 ? columns : columns.map((column, index) => withCode(column, index === given, reading));
  const code = given >= 0 ? given : mostSpecific(columns);
  const info: TableInfo = {
    columns: columns.map(({ name }) => name),
    codeColumn: code < 0 ? undefined : columns[code]!.name || code,
    chosen: given < 0 ? 'found' : 'given',
  };
  reading.ledger.addTable(info);
  return settled;
}

/** The code column that a set claims, else the first that everybody would call one; -1 where there is none. */
function mostSpecific(columns: readonly Column[]): number {
  const claimed = columns.findIndex(({ meaning }) => meaning.isCode && meaning.own.length > 0);
  return claimed >= 0 ? claimed : columns.findIndex(({ meaning }) => meaning.isCode);
}

/** Index of the column that the caller named; -1 where nobody did or the table has no such column. */
export function indexOfColumn(columns: readonly Pick<Column, 'name'>[], wanted: string | number | undefined): number {
  if (wanted === undefined) return -1;
  if (typeof wanted === 'number') return columns[wanted] ? wanted : -1;
  const exact = columns.findIndex(({ name }) => name === wanted.trim());
  if (exact >= 0 || squash(wanted) === '') return exact;
  return columns.findIndex(({ name }) => squash(name) === squash(wanted));
}

/** The column as the only one with a code, or as one without any. */
function withCode(column: Column, isCode: boolean, { vocabulary }: Reading): Column {
  const { meaning } = column;
  if (!isCode) return meaning.isCode ? { ...column, meaning: { ...meaning, isCode: false, own: [] } } : column;
  // Whoever names the column says that it holds codes of one of the sets; the digits tell of which.
  return {
    ...column,
    isRead: true,
    meaning: {
      ...meaning,
      isCode: true,
      own: vocabulary.mainSets.map(({ id }) => id),
      isSilent: false,
      isSourceOnly: false,
      sourceCode: [],
      sourceName: [],
      isElsewhere: false,
    },
  };
}
