import { JsonLines, type JsonLine, type LineMessage } from './json-lines.ts';
import type { Ledger, Verdict } from './ledger.ts';
import type { Reading } from './reading.ts';

/**
 * Settles lines of JSON without the scanner, wherever nothing is open: those of messages that did not fail, and those
 * that say the same as a line that the scanner has judged.
 */
export class LineSkipper {
  readonly #lines: JsonLines;
  readonly #reading: Reading;
  readonly #ledger: Ledger;
  readonly #interrupt: () => void;
  /** By gist. */
  readonly #verdicts = new Map<string, LineVerdict>();
  /** The line that was looked at last: it is asked for again when the text before it was read. */
  #last: LineRead = { start: -1, end: -1, text: '', line: undefined };

  /** `interrupt` is called before a line is settled: what stood before it is complete. */
  constructor(reading: Reading, interrupt: () => void) {
    this.#reading = reading;
    this.#interrupt = interrupt;
    this.#ledger = reading.ledger;
    this.#lines = new JsonLines(reading.vocabulary, { isCountOnly: !reading.ledger.wantsFine });
  }

  /** Takes the line at `start` of the window; where the next begins, or `start` if it is not settled. */
  skip(window: string, start: number): number {
    const { line, text, end } = this.#lineAt(window, start);
    if (!line || !this.#settle(line, text, this.#reading.offset + start)) return start;
    this.#reading.steps += end + 1 - start;
    return end + 1;
  }

  /**
   * Where the text ends that has to be read together: at the next line of JSON that is understood, or with this line if
   * it is one.
   */
  stretchEnd(window: string, start: number): number {
    const first = this.#lineAt(window, start);
    if (first.line?.kind === 'telling') return first.end + 1;
    let at = start;
    while (at < window.length) {
      at = lineEnd(window, at) + 1;
      if (this.#lineAt(window, at).line) return at;
    }
    return window.length;
  }

  /** Reads the line at `start`, and keeps what came of it for the lines that say the same. */
  learn(window: string, start: number, read: () => void): void {
    const { line, text } = this.#lineAt(window, start);
    if (line?.kind !== 'telling' || this.#verdicts.size >= maxVerdicts) return read();
    const key = this.#keyOf(line.gist);
    const verdict = this.#ledger.watch(read);
    const learnt = verdict && verdictOn(text, this.#reading.offset + start, line.message, verdict);
    if (learnt) this.#verdicts.set(key, learnt);
  }

  #settle(line: JsonLine, text: string, offset: number): boolean {
    if (line.kind === 'fine') return this.#settleFine(line, offset);
    const learnt = this.#verdicts.get(this.#keyOf(line.gist));
    if (!learnt || !text.startsWith(learnt.before) || !text.endsWith(learnt.after)) return false;
    if (!this.#ledger.isWellKnown(learnt.verdict)) return false;
    this.#interrupt();
    const start = offset + learnt.before.length;
    const end = offset + text.length - learnt.after.length;
    this.#ledger.repeat(learnt.verdict, { ...line.message, start, end, line: this.#reading.lineOf(start) });
    return true;
  }

  #settleFine({ messages, only }: Extract<JsonLine, { kind: 'fine' }>, offset: number): boolean {
    // Where each of several messages stands is not known, and whoever listens is told.
    if (!only && this.#ledger.wantsFine) return false;
    this.#interrupt();
    this.#ledger.seeOther();
    if (!only) this.#ledger.countFine(messages);
    else
      this.#ledger.addFine(() => {
        const start = offset + only.start;
        const place = { start, end: offset + only.end, line: this.#reading.lineOf(start) };
        return { outcome: 'fine', codes: [], sources: [], ...only, ...place };
      });
    return true;
  }

  /** What was said before of other vendors weighs in a judgement. */
  #keyOf(gist: string): string {
    return this.#reading.hasStranger ? `stranger ${gist}` : gist;
  }

  /** The line at `start` of the window; `end` counts there, too. Only of a line that ends inside of it more is known. */
  #lineAt(window: string, start: number): LineRead {
    const first = window.charCodeAt(start);
    if (first !== openBrace && first !== openBracket)
      return { start, end: lineEnd(window, start), text: '', line: undefined };
    const offset = this.#reading.offset;
    if (this.#last.start === offset + start) return { ...this.#last, start, end: this.#last.end - offset };
    const end = lineEnd(window, start);
    if (end === window.length) return { start, end, text: '', line: undefined };
    const text = window.slice(start, end);
    const line = this.#lines.read(text);
    this.#last = { start: offset + start, end: offset + end, text, line };
    return { start, end, text, line };
  }
}

interface LineRead {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly line: JsonLine | undefined;
}

const openBrace = 0x7b;
const openBracket = 0x5b;
const maxVerdicts = 1000;

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** What came of a line. */
interface LineVerdict {
  readonly verdict: Verdict;
  /** The text of the line in front of its record and behind it: nothing that differs from message to message. */
  readonly before: string;
  readonly after: string;
}

/**
 * The verdict as one that holds for other lines, too: it is about the message of the line, and rests on nothing but
 * fields. (Words beside the fields judge only what has no code.) Undefined if it is not.
 */
function verdictOn(text: string, offset: number, message: LineMessage, verdict: Verdict): LineVerdict | undefined {
  const { event, codes } = verdict;
  const before = text.slice(0, event.start - offset);
  const after = text.slice(event.end - offset);
  const isTold = codes.length > 0 || event.outcome === 'fine';
  const isSame = (['recipient', 'messageId', 'time'] as const).every((key) => event[key] === message[key]);
  const isInLine = event.start >= offset && event.end <= offset + text.length && /^[\]}\s]*$/.test(after);
  return isTold && isSame && isInLine ? { verdict, before, after } : undefined;
}
