import {
  AMPERSAND,
  APOSTROPHE,
  ASTERISK,
  BACKSLASH,
  BACKTICK,
  COMMA,
  LESS,
  MORE,
  NEWLINE,
  PIPE,
  QUOTE,
  RETURN,
  SEMICOLON,
  SLASH,
  SPACE,
  TAB,
} from './characters.ts';
import type { CodeDigits } from './code-digits.ts';
import type { MappedText } from './mapped-text.ts';
import { closeBracket, openBracket, readSquareBracket } from './scan-brackets.ts';
import { endLine, readLineBeginning } from './scan-lines.ts';
import { readQuote } from './scan-quotes.ts';
import type { ScanSink } from './scan-sink.ts';
import { ScanState } from './scan-state.ts';
import { readTag } from './scan-tags.ts';
import { mayBeValue, readBareValue } from './scan-values.ts';
import { readWord } from './scan-words.ts';

/**
 * The one tolerant scanner. It reads JSON whole and broken, printed objects of programming languages, logfmt,
 * query strings, YAML, XML, headers and prose as one language: keys, separators, values, containers, and the
 * words between them. It knows syntax only; what a field means is the business of the sink.
 *
 * It never fails. Each character is looked at a bounded number of times, and `steps` counts that.
 */
export class Scanner {
  readonly #state: ScanState;
  #isMidLine = false;

  /** `digits` tells how long a number is that may stand where a word does. */
  constructor(sink: ScanSink, digits: CodeDigits) {
    this.#state = new ScanState(sink, digits);
  }

  /** Characters looked at so far, looking ahead included. */
  get steps(): number {
    return this.#state.steps + this.#state.quotes.steps;
  }

  /** No container is open, so that what comes next stands on its own. */
  get idle(): boolean {
    return this.#state.idle;
  }

  /** Reading stopped inside of a line. */
  get isMidLine(): boolean {
    return this.#isMidLine;
  }

  /**
   * Reads from `from` and returns where it stopped: at the end of the text when `isFinal`, else at a place from
   * which it can go on with more text. With `isOneLine` it also stops after the first line that ends outside of
   * any container. A token that reaches the end of the text is left for the next time, unless `isForced`.
   * Offsets handed to the sink are offsets of `source.text`.
   */
  scan(
    source: MappedText,
    from: number,
    options: { isFinal: boolean; isForced?: boolean; isOneLine?: boolean; limit?: number },
  ): number {
    const state = this.#state;
    const { text } = source;
    const limit = options.isFinal ? text.length : (options.limit ?? text.length);
    state.begin(source, from, this.#isMidLine);
    this.#isMidLine = false;

    let i = from;
    while (i < limit) {
      const before = i;
      const wasLineEnd = text.charCodeAt(i) === NEWLINE;
      i = readToken(state, i);
      state.steps += i - before;
      if (i > state.lineEnd + 1) state.relocate(i);
      if (!options.isFinal && !options.isForced && i >= text.length && !wasLineEnd) {
        // The token may go on in the text that is still to come.
        i = before;
        break;
      }
      if (wasLineEnd && options.isOneLine && state.idle) break;
    }
    if (options.isFinal && i >= text.length) finish(state);
    else if (i > state.lineStart) {
      state.flushLine(i);
      this.#isMidLine = true;
    }
    return i;
  }
}

function finish(state: ScanState): void {
  const end = state.text.length;
  endLine(state, end);
  while (state.frames.length > 1) state.pop(end);
  state.overflow = 0;
  state.key = undefined;
}

/** Reads one token and returns the index after it. */
function readToken(state: ScanState, i: number): number {
  const { text } = state;
  if (state.atLineStart) {
    const after = readLineBeginning(state, i);
    if (after > i) return after;
  }
  const unit = text.charCodeAt(i);
  switch (unit) {
    case NEWLINE:
      endLine(state, i);
      state.beginLine(i + 1);
      return i + 1;
    case SPACE:
    case TAB:
    case RETURN:
      if (state.top.kind === 'query') state.pop(i);
      // tolerate: columns set apart by tabs or wide gaps
      if (unit === TAB) state.boundary();
      return i + 1;
    case QUOTE:
    case APOSTROPHE:
    case BACKTICK:
    case BACKSLASH:
      return readQuote(state, i);
    case 0x7b: // {
      openBracket(state, '{', i);
      return i + 1;
    case 0x5b: // [
      return readSquareBracket(state, i);
    case 0x28: // (
      openBracket(state, '(', i);
      return i + 1;
    case 0x7d: // }
      closeBracket(state, '{', i);
      return i + 1;
    case 0x5d: // ]
      closeBracket(state, '[', i);
      return i + 1;
    case 0x29: // )
      closeBracket(state, '(', i);
      return i + 1;
    case LESS:
      return readTag(state, i);
    case MORE:
      if (state.top.kind === '<') state.pop(i + 1);
      return i + 1;
    case COMMA:
    case SEMICOLON:
    case PIPE:
      state.boundary();
      if (unit !== SEMICOLON && state.top.kind === 'query') state.pop(i);
      return i + 1;
    case AMPERSAND:
      state.boundary();
      return i + 1;
  }
  // tolerate: comments — {"a": 1, // not "b": 2
  if (unit === SLASH && !state.inIndentation() && state.top.kind !== 'query') {
    if (text.charCodeAt(i + 1) === SLASH) return state.lineEnd;
    if (text.charCodeAt(i + 1) === ASTERISK) return state.skipTo('*/', i, 2);
  }
  return state.key && mayBeValue(state, i) ? readBareValue(state, i) : readWord(state, i);
}
