/** A row of a table or a line of text, with its place in the whole input (`end` without the line break). */
export interface TextRecord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The line break after it; empty at the end of the input. */
  readonly lineBreak: string;
}

/**
 * Cuts text into records as it comes in chunks: at line breaks and, for a table, not at those inside quotes. Keeps only
 * the unfinished record.
 */
export class RecordSplitter {
  #text = '';
  #start = 0;
  #scanned = 0;
  #isQuoted = false;
  readonly #hasQuotes: boolean;

  constructor(hasQuotes: boolean) {
    this.#hasQuotes = hasQuotes;
  }

  push(chunk: string): TextRecord[] {
    this.#text += chunk;
    const records: TextRecord[] = [];
    let from = 0;
    const breaks = this.#hasQuotes ? /["\n]/g : /\n/g;
    breaks.lastIndex = this.#scanned;
    for (let match = breaks.exec(this.#text); match; match = breaks.exec(this.#text)) {
      if (match[0] === '"') {
        this.#isQuoted = !this.#isQuoted;
      } else if (!this.#isQuoted) {
        records.push(this.#cut(from, match.index));
        from = match.index + 1;
      }
    }
    this.#text = this.#text.slice(from);
    this.#start += from;
    this.#scanned = this.#text.length;
    return records;
  }

  /** The last record, if the input does not end with a line break. */
  end(): TextRecord[] {
    if (this.#text === '') return [];
    const rest = { start: this.#start, end: this.#start + this.#text.length, text: this.#text, lineBreak: '' };
    this.#text = '';
    return [rest];
  }

  #cut(from: number, to: number): TextRecord {
    const hasReturn = to > from && this.#text.charCodeAt(to - 1) === 13;
    const end = hasReturn ? to - 1 : to;
    return {
      start: this.#start + from,
      end: this.#start + end,
      text: this.#text.slice(from, end),
      lineBreak: hasReturn ? '\r\n' : '\n',
    };
  }
}
