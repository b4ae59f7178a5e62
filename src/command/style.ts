/** Marks text for a terminal, or leaves it as it is. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
}

const mark = (code: number, end: number) => (text: string) => `\u001b[${code}m${text}\u001b[${end}m`;

export const coloured: Style = { bold: mark(1, 22), dim: mark(2, 22), red: mark(31, 39) };

const same = (text: string): string => text;

export const plain: Style = { bold: same, dim: same, red: same };

/** Text of the input without what a terminal would obey. */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');

/** Lines of at most `width` characters; the first begins with `first`, the others are indented as far. */
export function wrap(text: string, width: number, first = ''): string {
  const indent = ' '.repeat(first.length);
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/\s+/)) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}
