import {
  APOSTROPHE,
  BACKSLASH,
  BACKTICK,
  COLON,
  COMMA,
  NEWLINE,
  QUOTE,
  RETURN,
  endsValue,
  isBlank,
  isWordUnit,
} from './characters.ts';

/** A quote and what stands around it. */
interface Opening {
  /** The character: a double quote, an apostrophe, a backtick. */
  readonly quote: number;
  /** Backslashes before it. */
  readonly run: number;
  /** It is written twice, as in a cell of a CSV file. */
  readonly doubled: boolean;
  /** A key stands before it. */
  readonly inValue: boolean;
  /** A quote ends the text only where a value can end. */
  readonly isStrict: boolean;
  readonly lineEnd: number;
}

/** A text in quotes: its bounds without them, and the index after them. */
export interface Quoted {
  readonly start: number;
  readonly end: number;
  readonly after: number;
}

/** Finds where quoted texts end, also texts that are escaped, damaged or never closed. */
export class Quotes {
  /** Characters looked at so far. */
  steps = 0;
  /** From here on the text has no such quote, so nobody needs to look again. */
  readonly #absentFrom = new Map<string, number>();

  /** Another text comes. */
  reset(): void {
    this.#absentFrom.clear();
  }

  /**
   * Where the text ends that the quote at `at` opens, and the index after its closing quote; undefined when the quote
   * opens nothing.
   */
  end(text: string, at: number, { quote, run, doubled, inValue, isStrict, lineEnd }: Opening): Quoted | undefined {
    const mark = doubled ? '""' : quote === QUOTE ? '"' : quote === APOSTROPHE ? "'" : '`';
    const start = at + mark.length;
    const kind = run === 0 ? mark : `${mark}${run}`;
    let fallback: Quoted | undefined;

    const known = this.#absentFrom.size > 0 ? this.#absentFrom.get(kind) : undefined;
    let found = known !== undefined && start >= known ? -1 : text.indexOf(mark, start);
    let looked = start;
    for (; found >= 0; found = text.indexOf(mark, found + 1)) {
      this.steps++;
      let slashes = 0;
      while (found - 1 - slashes >= looked && text.charCodeAt(found - 1 - slashes) === BACKSLASH) slashes++;
      this.steps += slashes;
      looked = found;
      if (found > lineEnd && !(inValue && continuesBeyondLine(text, start, found, lineEnd))) {
        found = -1;
        break;
      }
      if (run === 0 ? slashes % 2 === 1 : slashes > run) continue;
      if (run > 0 && slashes < run) {
        // The text around this one ends first.
        return inValue ? { start, end: found - slashes, after: found - slashes } : undefined;
      }
      const end = found - (run > 0 ? run : 0);
      const after = found + mark.length;
      if (quote === APOSTROPHE && isWordUnit(text.charCodeAt(after))) continue;
      const result = { start, end, after };
      // tolerate: quotes inside a text that nobody escaped — "text": "say "hi" to her",
      const next = isStrict ? this.#afterValue(text, after) : NEWLINE;
      if (fallback && next === COLON) {
        // tolerate: a text that lost its end before a key — {"type": "message-failed, "errorCode": 4770}
        const kept = text.slice(start, fallback.end).replace(/[\s,]+$/, '');
        return { start, end: start + kept.length, after: fallback.end };
      }
      if (!endsValue(next)) {
        if (fallback && found - fallback.end > 300) return fallback;
        fallback ??= result;
        continue;
      }
      return result;
    }
    if (fallback) return fallback;
    if (found < 0 && text.indexOf(mark, start) < 0)
      this.#absentFrom.set(kind, Math.min(start, this.#absentFrom.get(kind) ?? start));
    if (!inValue || quote === BACKTICK) return undefined;
    // tolerate: a text that nobody closes, up to the end of its line — "description":"destination-rejec
    if (/^\s*[[{]/.test(text.slice(start, start + 20))) return undefined;
    let end = lineEnd;
    while (
      end > start &&
      (isBlank(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === RETURN || text.charCodeAt(end - 1) === COMMA)
    )
      end--;
    return { start, end, after: Math.max(end, start) };
  }

  /** The first character after a text that is no blank. */
  #afterValue(text: string, after: number): number {
    let i = after;
    while (i < text.length && (isBlank(text.charCodeAt(i)) || text.charCodeAt(i) === RETURN)) i++;
    this.steps += i - after;
    return text.charCodeAt(i);
  }
}

/** Whether a text goes on after a line break, as when a mail program wrapped it. */
function continuesBeyondLine(text: string, start: number, found: number, lineEnd: number): boolean {
  if (found - start > maxWrapped) return false;
  // A line that begins like a field shows that the quote is missing: "a": "b,⏎ "errorCode": 4770
  return !/^[ \t\r]*(?:["'\\}\]\n]|$)/.test(text.slice(lineEnd + 1, lineEnd + 200));
}

/** A text is taken to go on over line breaks for at most this many characters. */
const maxWrapped = 5000;
