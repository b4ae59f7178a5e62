import {
  AMPERSAND,
  APOSTROPHE,
  BACKSLASH,
  BACKTICK,
  BANG,
  COLON,
  COMMA,
  EQUALS,
  LESS,
  MORE,
  NEWLINE,
  PIPE,
  QUOTE,
  RETURN,
  SEMICOLON,
  SPACE,
  TAB,
  isBlank,
  isLetter,
  isTypeName,
  isWordPart,
} from './characters.ts';
import { keyFollows, maxKey } from './look-ahead.ts';
import { openBracket } from './scan-brackets.ts';
import {
  codeBehind,
  constructed,
  matchAt,
  numberList,
  printedType,
  remarkInList,
  typedText,
  valueTag,
} from './scan-patterns.ts';
import { readQuote } from './scan-quotes.ts';
import type { Key } from './scan-sink.ts';
import type { ScanState } from './scan-state.ts';
import { readTag } from './scan-tags.ts';

/** Whether a value of the key may begin here. */
export function mayBeValue({ text }: ScanState, i: number): boolean {
  const unit = text.charCodeAt(i);
  if (unit === COLON) return isLetter(text.charCodeAt(i + 1)) && isBlank(text.charCodeAt(i - 1));
  return unit !== EQUALS;
}

/** A value without quotes, or what stands before the value: its type, its length, a mark. */
export function readBareValue(state: ScanState, i: number): number {
  const { text } = state;
  const key = state.key!;
  const type = typeBefore(state, key, i);
  if (type > 0) return i + type;
  const inQuery = state.top.kind === 'query';
  const inContainer = !state.inIndentation() && !inQuery;
  const isTight = state.isForm;
  let end = i;
  for (let at = i; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === NEWLINE || unit === RETURN || unit === COMMA || unit === SEMICOLON) break;
    if (unit === AMPERSAND && (inQuery || isTight) && at > i) break;
    if (unit === PIPE && !inQuery) break;
    if (unit === 0x7d || unit === 0x5d || unit === 0x29) {
      if (inContainer || unit !== 0x29 || !inQuery) break;
    }
    if (unit === MORE && (state.top.kind === '<' || inQuery)) break;
    if (unit === BACKSLASH && (text.charCodeAt(at + 1) === QUOTE || text.charCodeAt(at + 1) === 0x6e)) break;
    if (unit === BACKTICK) break;
    if (unit === QUOTE || unit === APOSTROPHE) {
      if (at === i) break;
      // tolerate: marks before a text — b'…', u"…", @"…"
      if (at - i <= 2 && isWordPart(text, i, at)) return readQuote(state, at);
      if (unit === QUOTE || inQuery) break;
    }
    if (unit === 0x7b || unit === 0x5b || unit === 0x28) {
      const opened = openNamed(state, key, i, at);
      if (opened > 0) return opened;
      if (inQuery && unit === 0x5b) continue;
      const code = matchAt(codeBehind(state.digits), text, at);
      if (code) {
        end = at + code[0].length;
        at = end - 1;
        continue;
      }
      break;
    }
    if (unit === LESS) {
      if (at > i) break;
      return readTag(state, at);
    }
    if (unit === SPACE || unit === TAB) {
      // A tab or a wide gap ends a cell, not a sentence.
      if (isTight || inQuery || unit === TAB || keyFollows(state, at)) break;
      continue;
    }
    end = at + 1;
    if (end - i > maxBare && isBlank(text.charCodeAt(end))) break;
  }
  return takeBareValue(state, key, i, end);
}

/** Longer values end at the next blank. */
const maxBare = 2000;

/** The length of a type in front of the value, else 0. */
function typeBefore(state: ScanState, key: Key, i: number): number {
  const { text } = state;
  // tolerate: types above the container they announce — [source] => stdClass Object⏎ (
  const printed = key.quoted ? matchAt(printedType, text, i) : null;
  if (printed) return printed[0].length;
  const ahead = matchAt(text.charCodeAt(i) === BANG ? valueTag : constructed, text, i);
  if (!ahead) return 0;
  state.steps += ahead[0].length;
  return ahead[0].length;
}

/** A bracket at `at` after the name that begins at `i`: where it goes on, or -1 where the name is none. */
function openNamed(state: ScanState, key: Key, i: number, at: number): number {
  const { text } = state;
  const name = text.slice(i, at);
  if (name.length >= maxKey || !/^[&*@%#$]*(?:[A-Za-z_][\w.:\\]*)?$/.test(name)) return -1;
  // tolerate: lengths and types around a value — string(14) "message-failed", int(4770), Some(4770)
  const typed = matchAt(typedText, text, i);
  if (typed) return i + typed[0].length;
  // A type before the parenthesis tells it from one in a sentence: errorCode: Optional(4770)
  if (isTypeName(name)) state.key = { ...key, strong: true };
  const unit = text.charCodeAt(at);
  openBracket(state, unit === 0x7b ? '{' : unit === 0x5b ? '[' : '(', at);
  return at + 1;
}

/** Hands over the value from `i` to `end`. */
function takeBareValue(state: ScanState, key: Key, i: number, end: number): number {
  const { text, isForm } = state;
  if (end === i) {
    state.key = undefined;
    state.boundary();
    return i + 1;
  }
  // tolerate: several numbers in one setting — RETRY_ERROR_CODES=5600,5620
  const list = isForm && text.charCodeAt(end) === COMMA ? matchAt(numberList(state.digits), text, i) : null;
  if (list) end = i + list[0].length;
  state.steps += end - i;
  const remark = key.strong ? null : matchAt(remarkInList, text, end);
  const comma = end + (remark?.[0].length ?? 0);
  if (!key.strong && text.charCodeAt(comma) === COMMA && !endsList(state, comma + 1)) {
    // A list in a sentence, for the reader of free text: error codes: 4720, 4770 and 5999
    state.key = undefined;
    state.boundary();
    return end;
  }
  // tolerate: symbols as values — type: :message_failed
  const start = text.charCodeAt(i) === COLON && end - i > 1 ? i + 1 : i;
  const isEncoded = () =>
    text.charCodeAt(end) === AMPERSAND || /%[0-9A-Fa-f]{2}|\+/.test(text.slice(start, Math.min(end, start + 400)));
  state.emit(state.scalar(start, end, false, 0, state.top.kind === 'query' || (isForm && isEncoded())), end);
  return end;
}

/** Whether what follows a comma is another field, or nothing. */
function endsList(state: ScanState, at: number): boolean {
  return keyFollows(state, at) || state.text.slice(at, Math.min(state.lineEnd, at + 20)).trim() === '';
}
