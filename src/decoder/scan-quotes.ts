import {
  APOSTROPHE,
  BACKSLASH,
  BACKTICK,
  QUOTE,
  isWordUnit,
  keyName,
  mayOpenDoubled,
  opensDoubled,
} from './characters.ts';
import { maxKey, separatorAfter } from './look-ahead.ts';
import type { Quoted } from './quotes.ts';
import { doubledStart, matchAt } from './scan-patterns.ts';
import { sureKey } from './scan-sink.ts';
import type { ScanState } from './scan-state.ts';

/** A quote, or a backslash: the text that it opens as a key or a value, else only the character. */
export function readQuote(state: ScanState, i: number): number {
  const { text } = state;
  let run = 0;
  while (text.charCodeAt(i + run) === BACKSLASH) run++;
  const at = i + run;
  const quote = text.charCodeAt(at);
  if (run > 0 && quote !== QUOTE && quote !== APOSTROPHE) {
    // tolerate: line breaks that were escaped with everything else — {\n  \"errorCode\": 4770\n}
    const isEscapedBreak = quote === 0x6e || quote === 0x72 || quote === 0x74;
    return at + (isEscapedBreak ? 1 : 0);
  }
  // tolerate: text out of a string, still escaped, once or more often — {\"errorCode\":4770}
  if (run !== 0 && run !== 1 && run !== 2 && run !== 3 && run !== 7 && run !== 15) return at + 1;
  // tolerate: three quotes around a text of several lines
  if (run === 0 && text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote) return at + 3;
  if (quote === BACKTICK) return at + 1;
  // tolerate: a cell cut out of a CSV file, its quotes doubled — "{""errorCode"":4770}"
  const isDouble = run === 0 && quote === QUOTE;
  if (isDouble && mayOpenDoubled(text.charCodeAt(at + 1)) && matchAt(doubledStart, text, at)) return at + 1;
  const doubled = isDouble && text.charCodeAt(at + 1) === QUOTE && opensDoubled(text.charCodeAt(at + 2));
  const inValue = state.key !== undefined;
  if (quote === APOSTROPHE && isWordUnit(text.charCodeAt(i - 1)) && run === 0 && !inValue) return at + 1;
  const quoted = state.quotes.end(text, at, {
    quote,
    run,
    doubled,
    inValue,
    isStrict: inValue && state.top.kind === '{' && quote === QUOTE && !doubled,
    lineEnd: state.lineEnd,
  });
  return quoted ? takeQuoted(state, i, quoted, run) : at + 1;
}

/** Hands over a text that begins with the quote, or the backslashes before it, at `i`. */
function takeQuoted(state: ScanState, i: number, { start, end, after }: Quoted, run: number): number {
  const { text, top } = state;
  // tolerate: a text that lost its end before a comma — "mess…,"to":"+1555"
  if (
    (top.kind === '{' || top.kind === '[') &&
    !state.key &&
    isWordUnit(text.charCodeAt(after)) &&
    text.slice(start, Math.min(end, start + 200)).includes(',')
  )
    return i + run + 1;
  const separator = end - start <= maxKey ? separatorAfter(state, after, true) : -1;
  // "a": "b": 1 is damaged; the second text is the key if anything follows it.
  if (separator > 0 && end > start && (!state.key || separator < text.length)) {
    state.setKey(sureKey(keyName(text.slice(start, end)), start, after, true));
    return separator;
  }
  const value = state.scalar(start, end, true, run);
  if (state.key) {
    state.emit(value, after);
    return after;
  }
  if (top.key !== undefined && (top.kind === '[' || top.kind === '(')) {
    state.sink.item(top.key, value);
  } else {
    state.sink.element(value);
    if (state.sink.bare(value)) state.cutLoose(i, after);
  }
  state.boundary();
  return after;
}
