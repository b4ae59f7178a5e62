/** What the readers of the scanner ask about the text ahead. */
import {
  APOSTROPHE,
  BACKSLASH,
  COLON,
  EQUALS,
  HYPHEN,
  MORE,
  QUOTE,
  SLASH,
  SPACE,
  isBlank,
  isDigit,
  isLetter,
  isNumberLike,
  isWordUnit,
} from './characters.ts';
import type { ScanState } from './scan-state.ts';

/** Longer words are no keys. */
export const maxKey = 80;

/** Where the word that starts here ends. */
export function wordEnd(text: string, start: number): number {
  let i = start;
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 128 && mayEndWord[unit] && endsWord(text, start, i, unit)) break;
  }
  if (text.charCodeAt(i) !== EQUALS || i - start < 16) return i;
  // The padding of base64 belongs to it.
  const padded = text.charCodeAt(i + 1) === EQUALS ? i + 2 : i + 1;
  return !isWordUnit(text.charCodeAt(padded)) && (padded - start) % 4 === 0 ? padded : i;
}

const mayEndWord: readonly boolean[] = Array.from(
  { length: 128 },
  (_, unit) => unit <= 32 || '"\'`{}[](),;|&<>:=\\?!'.includes(String.fromCharCode(unit)),
);

function endsWord(text: string, start: number, i: number, unit: number): boolean {
  const next = text.charCodeAt(i + 1);
  if (unit === COLON) {
    // 10:15:31, https://…, Foo::Bar and 4432:80 are one word; errorCode:4770 is a key and a value.
    if (next === COLON || text.charCodeAt(i - 1) === COLON) return false;
    if (next === SLASH && text.charCodeAt(i + 2) === SLASH) return false;
    return !(isDigit(next) && isNumberLike(text, start, i));
  }
  if (unit === APOSTROPHE) return !(isLetter(text.charCodeAt(i - 1)) && isLetter(next));
  // A backslash ends a word only as part of an escape: \" \n \t
  if (unit === BACKSLASH)
    return (
      next === QUOTE || next === APOSTROPHE || next === BACKSLASH || next === 0x6e || next === 0x72 || next === 0x74
    );
  return true;
}

/** Where the words end that follow each other with single blanks. */
export function sentenceEnd(state: ScanState, end: number): number {
  const { text } = state;
  let last = end;
  while (
    text.charCodeAt(last) === SPACE &&
    isWordUnit(text.charCodeAt(last + 1)) &&
    !keyFollows(state, last) &&
    last - end < maxKey
  )
    last = wordEnd(text, last + 1);
  return last;
}

/** The index after the separator that follows a key, or -1. `isLoose` allows blanks before a colon. */
export function separatorAfter(state: ScanState, end: number, isLoose: boolean): number {
  const { text } = state;
  let i = end;
  while (i < state.lineEnd && i - end < 80 && isBlank(text.charCodeAt(i))) i++;
  state.steps += i - end;
  const unit = text.charCodeAt(i);
  const next = text.charCodeAt(i + 1);
  if (unit === EQUALS) {
    if (next === MORE) return i + 2;
    if (next === EQUALS) return -1;
    return i + 1;
  }
  if (unit === HYPHEN && next === MORE && i > end) return i + 2;
  if (unit !== COLON || (i > end && !isLoose && state.inIndentation())) return -1;
  // A keyword of the next pair, not a separator: {:type "message-failed" :error-code 4770}
  if (i > end && isLetter(next)) return -1;
  if (next === EQUALS) return i + 2;
  return next === COLON ? -1 : i + 1;
}

/** Whether the next word is a key, so that the value before it ends here: {Type:message-failed ErrorCode:4770} */
export function keyFollows(state: ScanState, at: number): boolean {
  const { text } = state;
  let i = at;
  while (isBlank(text.charCodeAt(i))) i++;
  const start = i;
  while (i < text.length && i - start < maxKey && isWordUnit(text.charCodeAt(i))) i++;
  state.steps += i - at;
  if (i === start || isDigit(text.charCodeAt(start))) return false;
  const unit = text.charCodeAt(i);
  if (unit === EQUALS) return text.charCodeAt(i + 1) !== EQUALS;
  return unit === COLON && text.charCodeAt(i + 1) !== SLASH && text.charCodeAt(i + 1) !== COLON;
}
