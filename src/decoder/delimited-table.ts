/** Tables whose cells are set apart by a character: CSV, TSV, with semicolons, with bars, rows of COPY. */
import { columnsFrom, indexOfColumn, type Column } from './columns.ts';
import { readRows } from './delimited-rows.ts';
import type { MappedText } from './mapped-text.ts';
import { outcomeOf } from './outcomes.ts';
import { Rows } from './rows.ts';
import { squash } from './spelling.ts';
import { isColumnName, lineAt, splitLine, type Layout, type Line, type RowsRead, type Table } from './table-layout.ts';
import type { Vocabulary } from './vocabulary.ts';

/** tolerate: rows of a database dump — COPY dlr (id, error_code) FROM stdin;⏎1⇥4720⏎\\. */
export function findCopy(at: number, header: Line, vocabulary: Vocabulary): Table | undefined {
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

const delimiters = [',', '\t', ';', '|'] as const;

/** A table with a delimiter that begins with this line; undefined where none does. */
export function findDelimited(
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
    const pivot = header.length === 2 ? codesCounted(columns, text, first, delimiter, vocabulary) : undefined;
    if (pivot) return { start: at, layout, columns: pivot, rows: first.next };
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

/** Headings that say nothing of what stands below. */
const anyLabel =
  /^(?:row |column )?(?:labels?|values?|keys?|buckets?|groups?|terms?|facets?|reasons?|categor(?:y|ies)|zeilenbeschriftungen)$/i;

/** tolerate: a pivot table, whose first column has codes under any heading — "Row Labels","Count of To"⏎"4720","97" */
function codesCounted(
  columns: readonly Column[],
  text: string,
  header: Line,
  delimiter: string,
  vocabulary: Vocabulary,
): readonly Column[] | undefined {
  const [labels, counts] = columns;
  if (!labels || !counts?.meaning.isCount || !anyLabel.test(labels.name)) return undefined;
  const cells = rowsFrom(text, header.next, 2, delimiter).map(([cell = '']) => cell.trim());
  const isCode = (cell: string) => vocabulary.isListed(cell);
  if (cells.filter(isCode).length < 2 || !cells.every((cell) => isCode(cell) || !/^\d{2,}$/.test(cell)))
    return undefined;
  const [code] = columnsFrom(['error code'], vocabulary);
  return [{ ...code!, name: labels.name }, counts];
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

/** A line of a log whose cell has fields of its own: Bandwidth message-failed errorCode=4492 */
const hasField = (cell: string) => /[a-z_]=["\w]/i.test(cell);

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
    return rows.length > 1 &&
      first.filter((cell) => /\d/.test(cell)).length >= 2 &&
      !rows.some((row) => row.some(hasField))
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

/** Reads the rows of such a table from a place on. */
export function readDelimited(table: Table, source: MappedText, from: number, rows: Rows, isFinal: boolean): RowsRead {
  const input = source.text.slice(from);
  const place = new DelimitedRows(table, input.length, from, rows, isFinal);
  readRows(input, table.layout, (cells, next) => place.take(cells, next));
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

  result(): RowsRead {
    return { end: this.#from + this.#end, isOver: this.#isOver || (this.#isFinal && this.#end >= this.#length) };
  }
}

function count(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found++;
  return found;
}
