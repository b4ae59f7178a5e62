/** What sets the cells and the rows of a table apart. */
export interface Separators {
  /** One character. */
  readonly delimiter: string;
  readonly newline: string;
}

/**
 * Hands over the rows of a delimited text (CSV, TSV) in order, each with the place where the next one begins, until
 * `take` refuses one. A cell that begins with a quote goes on to the quote that closes it, over delimiters and line
 * breaks; two quotes in it stand for one.
 */
export function readRows(
  text: string,
  separators: Separators,
  take: (cells: readonly string[], next: number) => boolean,
): void {
  const { delimiter, newline } = separators;
  let quote = text.indexOf('"');
  for (let at = 0; at < text.length;) {
    const lineEnd = text.indexOf(newline, at);
    if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
    const end = lineEnd < 0 ? text.length : lineEnd;
    // Without quotes a row is a line; that is much faster than to look at each character.
    const row =
      quote >= 0 && quote < end
        ? quotedRow(text, at, separators)
        : { cells: text.slice(at, end).split(delimiter), end };
    const next = Math.min(row.end + newline.length, text.length);
    if (!take(row.cells, next)) return;
    at = next;
  }
}

interface Row {
  readonly cells: readonly string[];
  /** Where its line break stands, or the end of the text. */
  readonly end: number;
}

interface Cell {
  readonly value: string;
  /** Where the delimiter or line break after it stands, or the end of the text. */
  readonly end: number;
}

function quotedRow(text: string, start: number, separators: Separators): Row {
  const cells: string[] = [];
  for (let at = start; ;) {
    const { value, end } = text[at] === '"' ? quotedCell(text, at, separators) : plainCell(text, at, separators);
    cells.push(value);
    if (text[end] !== separators.delimiter) return { cells, end };
    at = end + 1;
  }
}

function plainCell(text: string, start: number, separators: Separators): Cell {
  let end = start;
  while (!isEnd(text, end, separators)) end++;
  return { value: text.slice(start, end), end };
}

function quotedCell(text: string, start: number, separators: Separators): Cell {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    if (text[quote + 1] === '"') {
      quote++;
      continue;
    }
    let end = quote + 1;
    while (!isEnd(text, end, separators) && /\s/.test(text[end]!)) end++;
    // tolerate: quotes that are not doubled — 1,"said "hello", then left",4720
    if (isEnd(text, end, separators)) return { value: text.slice(start + 1, quote).replaceAll('""', '"'), end };
  }
  // tolerate: a quote that is never closed — 1,"cut of
  return { value: text.slice(start + 1), end: text.length };
}

const isEnd = (text: string, at: number, { delimiter, newline }: Separators): boolean =>
  at >= text.length || text[at] === delimiter || text.startsWith(newline, at);
