import { COLON, EQUALS, MORE, QUESTION, SPACE, isBlank, isDigit, isLetter, isWordUnit } from './characters.ts';
import { codePattern } from './code-digits.ts';
import { maxKey, sentenceEnd, separatorAfter, wordEnd } from './look-ahead.ts';
import { openBracket } from './scan-brackets.ts';
import { keyWord, manyWords, matchAt, nestedKey, queryStart, wholeNumber } from './scan-patterns.ts';
import { sureKey, type Key } from './scan-sink.ts';
import type { ScanState } from './scan-state.ts';

/** A word without quotes: a key, an item of a list, the name of a container, or a word of a sentence. */
export function readWord(state: ScanState, i: number): number {
  const { text } = state;
  const first = text.charCodeAt(i);
  if (first === COLON || first === EQUALS) return readKeyword(state, i);
  // tolerate: nested names of forms — failure[code]=15005
  const nested = isLetter(first) ? matchAt(nestedKey, text, i) : null;
  if (nested) {
    const name = nested[1]!;
    state.setKey(sureKey(name, i, i + name.length, false), true);
    return i + nested[0].length;
  }
  const end = wordEnd(text, i);
  if (end === i) return i + 1;
  if (text.charCodeAt(end) === QUESTION && queryStart.test(text.slice(end, end + 80))) {
    // tolerate: a callback address with everything in its query — https://example.com/dlr?status=delivery_failed&…
    state.key = undefined;
    state.push({ kind: 'query', at: end });
    return end + 1;
  }
  const word = text.slice(i, Math.min(end, i + maxKey));
  const after = afterNumberKey(state, i, end, word);
  if (after > 0) return after;
  const afterOther = end - i < maxKey && keyWord.test(word) ? afterKey(state, i, end, word) : -1;
  return afterOther > 0 ? afterOther : readPlainWord(state, i, end, word);
}

/** tolerate: keywords of Ruby, Clojure and Elixir — :error_code => 4770, {:error-code 4770} */
function readKeyword(state: ScanState, i: number): number {
  const { text } = state;
  if (text.charCodeAt(i) !== COLON || !isLetter(text.charCodeAt(i + 1)) || isWordUnit(text.charCodeAt(i - 1)))
    return i + 1;
  const end = wordEnd(text, i + 1);
  const separator = separatorAfter(state, end, true);
  // A sign of a chat and no key: :warning: 4720
  if (text.charCodeAt(end) === COLON && state.inIndentation()) return end + 1;
  if (separator > 0 || (state.top.kind === '{' && isBlank(text.charCodeAt(end))))
    state.setKey(sureKey(text.slice(i + 1, end), i + 1, end, true));
  return separator > 0 ? separator : end;
}

/** tolerate: maps from numbers in source code — {4720: "invalid"}, [4720 => 12]. The index after its separator, or -1. */
function afterNumberKey(state: ScanState, start: number, end: number, word: string): number {
  const { kind } = state.top;
  // After a word it is no key: case 4750:
  if (state.words.length > 0) return -1;
  if (
    (kind !== '{' && kind !== '[' && kind !== '(') ||
    !isDigit(word.charCodeAt(0)) ||
    !wholeNumber(state.digits).test(word)
  )
    return -1;
  const separator = separatorAfter(state, end, true);
  const isArrow = separator > 0 && state.text.charCodeAt(separator - 1) === MORE;
  if (separator < 0 || !(isArrow || (kind === '{' && state.text.charCodeAt(separator - 1) === COLON))) return -1;
  state.setKey(sureKey(word, start, end, false));
  return separator;
}

/** Where it goes on after the separator of a key or the bracket of a named container, or -1. */
function afterKey(state: ScanState, i: number, end: number, word: string): number {
  const { text } = state;
  const isFirst = state.words.length === 0;
  const several = severalWords(state, end);
  const separator = separatorAfter(state, end, isFirst || several !== undefined);
  if (separator > 0) {
    const isTight = separator === end + 1 && text.charCodeAt(end) === EQUALS;
    // Of several words the last is the key where it is plainly one: message failed error_code=4711
    const key = isTight || /[a-z][A-Z]|_/.test(word) ? undefined : several;
    const isArrow = separator >= end + 2 && text.charCodeAt(separator - 1) === MORE;
    // In brackets of prose a colon is a colon: (see: 4770). Without a blank behind it is a field: map[errorCode:4770].
    const isProse =
      (state.top.kind === '(' || state.top.kind === '[') &&
      !state.top.structured &&
      isBlank(text.charCodeAt(separator));
    state.setKey(
      {
        name: key?.name ?? word,
        start: key?.start ?? i,
        end,
        quoted: false,
        atBoundary: isFirst || key !== undefined,
        strong: isTight || (!state.inIndentation() && (isArrow || !isProse)),
      },
      state.top.kind === 'query' || isTight,
    );
    return separator;
  }
  const opening = text.charCodeAt(end);
  if (opening === 0x7b || opening === 0x28) {
    // tolerate: type names before containers — StatusCallback(errorCode=4770), %Event{error_code: 4770}
    openBracket(state, opening === 0x7b ? '{' : '(', end, sureKey(word, i, end, false));
    return end + 1;
  }
  // tolerate: blocks of protocol buffers — failure { code: 15005 }; not a word before JSON — dlr {"code": 15005}
  if (
    opening === SPACE &&
    text.charCodeAt(end + 1) === 0x7b &&
    !quotedOrNumber(state.digits).test(text.slice(end + 2, end + 12))
  ) {
    openBracket(state, '{', end + 1, sureKey(word, i, end, false));
    return end + 2;
  }
  return -1;
}

const quotedOrNumber = codePattern(/^\s*(?:["'\\]|\{?NUMBER\})/);

/** tolerate: keys of several words — Error Code: 4770 */
function severalWords(state: ScanState, end: number): { name: string; start: number } | undefined {
  const count = state.words.length / 2;
  if (count < 1 || count > 2 || state.top.kind === 'query') return undefined;
  const start = state.words[0]!;
  const name = state.text.slice(start, end);
  return name.length <= maxKey && manyWords.test(name) ? { name, start } : undefined;
}

function readPlainWord(state: ScanState, i: number, end: number, word: string): number {
  const { kind, key } = state.top;
  const isSetElement = kind === '{' && wholeNumber(state.digits).test(word);
  if (key !== undefined && (kind === '[' || kind === '(' || isSetElement)) {
    // tolerate: texts without quotes in a list — map[statusReason:[unknown subscriber]]
    const last = kind === '[' ? sentenceEnd(state, end) : end;
    state.sink.item(key, state.scalar(i, last, false));
    return last;
  }
  const value = state.scalar(i, end, false);
  const listKey = kind === 'item' ? listKeyOf(state, i, end) : undefined;
  if (listKey) {
    state.sink.item(listKey, value);
    state.cutLoose(i, end);
    return end;
  }
  state.sink.element(value);
  if (end - i >= 16 && state.sink.bare(value)) state.cutLoose(i, end);
  state.words.push(i, end);
  return end;
}

/** tolerate: a list of numbers under a key — errorCodes:⏎  - 4720 */
function listKeyOf({ text, frames, lineEnd }: ScanState, start: number, end: number): Key | undefined {
  const isAlone = isDigit(text.charCodeAt(start)) && text.slice(end, Math.min(lineEnd, end + 40)).trim() === '';
  return isAlone ? frames.at(-2)?.key : undefined;
}
