/** Code units that the scanner asks for, and questions about single units and short stretches of text. */

export const NEWLINE = 10;
export const RETURN = 13;
export const TAB = 9;
export const SPACE = 32;
export const QUOTE = 0x22;
export const APOSTROPHE = 0x27;
export const BACKTICK = 0x60;
export const BACKSLASH = 0x5c;
export const COMMA = 0x2c;
export const SEMICOLON = 0x3b;
export const PIPE = 0x7c;
export const AMPERSAND = 0x26;
export const COLON = 0x3a;
export const EQUALS = 0x3d;
export const LESS = 0x3c;
export const MORE = 0x3e;
export const HYPHEN = 0x2d;
export const SLASH = 0x2f;
export const ASTERISK = 0x2a;
export const QUESTION = 0x3f;
export const BANG = 0x21;

/** A space or a tab. */
export function isBlank(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}

/** 0 to 9. */
export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

export function isLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit >= 0xc0;
}

export function isWordUnit(unit: number): boolean {
  return isDigit(unit) || isLetter(unit) || unit === 0x5f;
}

/** tolerate: letters of a key written as escapes — "error\u0043ode" */
export function keyName(quoted: string): string {
  return quoted.includes('\\u')
    ? quoted.replace(/\\{1,8}u([0-9a-fA-F]{4})/g, (_, point: string) => String.fromCharCode(parseInt(point, 16)))
    : quoted;
}

/** A name as types have it: `Failure`, `MessageEvent`. */
export function isTypeName(name: string): boolean {
  return /^[A-Z][A-Za-z]{2,}$/.test(name);
}

export function isWordPart(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++)
    if (!isWordUnit(text.charCodeAt(i)) && text.charCodeAt(i) !== 0x40 && text.charCodeAt(i) !== 0x24) return false;
  return true;
}

/** Only digits and what stands between them in times and addresses. */
export function isNumberLike(text: string, start: number, end: number): boolean {
  for (let i = end - 1; i >= start && i > end - 12; i--) {
    const unit = text.charCodeAt(i);
    if (unit === COLON || unit === 0x2e || unit === HYPHEN) return true;
    if (!isDigit(unit)) return unit === 0x54;
  }
  return true;
}

/** Whether a value can end before this character; not a number at the end of the text. */
export function endsValue(unit: number): boolean {
  return Number.isNaN(unit) || unit === NEWLINE || ',:"}]);|>=\\\'/#'.includes(String.fromCharCode(unit));
}

/** A bracket or a blank, as before the first doubled quote of a cell. */
export function mayOpenDoubled(unit: number): boolean {
  return unit === 0x7b || unit === 0x5b || unit <= SPACE;
}

export function opensDoubled(unit: number): boolean {
  return isLetter(unit) || unit === 0x5f || unit === 0x2b || isDigit(unit);
}

export function trimmed(text: string, start: number, end: number): [number, number] {
  let first = start;
  let last = end;
  while (first < last && text.charCodeAt(first) <= 32) first++;
  while (last > first && text.charCodeAt(last - 1) <= 32) last--;
  return [first, last];
}
