import { decodeBytes } from './layers.ts';
import { rewrite, type MappedText } from './mapped-text.ts';

/**
 * Makes different spellings of the same text equal, before anything is read: characters that cannot be
 * seen, digits and quotes of other scripts, terminal colours, HTML entities, mail encodings, wrong UTF-16.
 * Plain ASCII passes through untouched.
 */
export function fold(source: MappedText): MappedText {
  let text = unpackUtf16(source);
  for (let times = 0; times < 2 && misread.test(text.text); times++) text = readAgain(text);
  if (terminalColour.test(text.text)) text = rewrite(text, colours, () => '');
  // A dash of this length stands between two parts of a sentence: 4775—please explain
  if (tightDash.test(text.text)) text = rewrite(text, tightDashes, () => ' - ');
  if (beyondAscii.test(text.text)) text = rewrite(text, foldable, (match) => foldCharacter(match[0]));
  text = decodeEntities(text);
  return decodeQuotedPrintable(text);
}

const beyondAscii = /[^\t\n\r\x20-\x7e]/;
// tolerate: terminal colours, raw, printed, or without the character that begins them — ESC[31m4770ESC[0m, \u001b[31m4770, ^[[31m4770
const terminalColour = /\x1b|\[(?:0|22|39|49)m|\^\[\[|\\(?:u001b|x1b|033|e)\[/i;
const colours =
  /(?:\x1b|\^\[|\\u001b|\\x1b|\\033|\\e)\[[0-9;?]{0,40}[A-Za-z]|\[\d{1,3}(?:;\d{1,3}){0,4}m|\x1b\][^\x07\n]{0,200}\x07|\x1b/gi;

const tightDash = /\S[—―]\S/;
const tightDashes = /(?<=\S)[—―](?=\S)/g;
const foldable = /[^\t\n\r\x20-\x7e]/gu;
const invisible = /^[\p{M}\p{Cf}\u0000]$/u;
const blank = /^[\p{Zs}\u000b\u000c]$/u;
const digit = /^\p{Nd}$/u;

/** Two or three letters that come of one character when UTF-8 is read as Windows-1252. */
const misread = /[ÂÃâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;
const misreadCharacters =
  /[\u00c2-\u00df][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€(?:[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|(?=[^\p{L}\p{N}]|$))|â[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}/gu;
/** What Windows-1252 has between 0x80 and 0x9f; unassigned places are blank. */
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** tolerate: UTF-8 that was read as Windows-1252, a last byte lost — â€žerrorCodeâ€œ: 4434, EmpfÃ¤nger, â€ */
function readAgain(source: MappedText): MappedText {
  return rewrite(source, misreadCharacters, ({ 0: letters }) => {
    // The closing quote ends in a byte that Windows-1252 has no character for.
    if (letters === 'â€') return '"';
    const bytes = Array.from(letters, (letter) => {
      const at = windows1252.indexOf(letter);
      return at >= 0 && letter !== ' ' ? 0x80 + at : letter.charCodeAt(0);
    });
    const character = decodeBytes(bytes);
    return character.includes('\ufffd') ? undefined : (foldCharacter(character) ?? character);
  });
}

/** The plain form of a character, or undefined where it has none. */
function foldCharacter(character: string): string | undefined {
  const point = character.codePointAt(0)!;
  // tolerate: full-width letters, digits and signs — ４７７０, ：
  if (point >= 0xff01 && point <= 0xff5e) return String.fromCharCode(point - 0xfee0);
  // tolerate: smart quotes — “errorCode”: 4770
  if ('“”„‟«»″＂'.includes(character)) return '"';
  if ('‘’‚‛′'.includes(character)) return "'";
  if ('‐‑‒–—―−'.includes(character)) return '-';
  // tolerate: tables drawn with box characters — │ errorCode │ 4770 │
  if (point >= 0x2500 && point <= 0x257f)
    return '─━┄┅┈┉╌╍═'.includes(character) ? '-' : '│┃┆┇┊┋╎╏║'.includes(character) ? '|' : '+';
  if (character === '\u2028' || character === '\u2029' || character === '\u0085') return '\n';
  if (blank.test(character)) return ' ';
  // tolerate: zero-width, combining and bidirectional characters, soft hyphens, byte order marks, NULs of UTF-16 — 4​7​7​0
  if (invisible.test(character)) return '';
  // tolerate: digits of other scripts — ٤٧٧٠
  if (digit.test(character)) {
    // Digits come in runs of ten that begin with zero, so the value is the distance from the first of the run.
    let zero = point;
    while (point - zero < 9 && digit.test(String.fromCodePoint(zero - 1))) zero--;
    return String((point - zero) % 10);
  }
  return undefined;
}

const named: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  colon: ':',
  equals: '=',
  comma: ',',
  lbrace: '{',
  rbrace: '}',
  lcub: '{',
  rcub: '}',
  lbrack: '[',
  rbrack: ']',
  lsqb: '[',
  rsqb: ']',
};
const entity = new RegExp(`&(?:${Object.keys(named).join('|')}|#\\d{1,6}|#x[0-9a-f]{1,5});`, 'gi');

function decodeEntities(source: MappedText): MappedText {
  let text = escapeInAttributes(source);
  // Entities are escaped again by each page that quotes them: &amp;quot;. More than three times is a joke.
  for (let times = 0; times < 3 && text.text.includes('&') && text.text.search(entity) >= 0; times++) {
    text = rewrite(
      text,
      entity,
      (match) => {
        const name = match[0].slice(1, -1).toLowerCase();
        if (!name.startsWith('#')) return named[name];
        const point = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1));
        return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : ' ';
      },
      times === 0 ? 'entities' : undefined,
    );
  }
  return text;
}

/**
 * tolerate: data in an attribute of a page — data-event="{&quot;errorCode&quot;:4770}"
 * Its quotes must not end the attribute once they are plain, so they become escaped ones.
 */
function escapeInAttributes(source: MappedText): MappedText {
  if (!/="[^"<>]{0,200}&(?:quot|#34|#x22);/i.test(source.text)) return source;
  let end = 0;
  return rewrite(source, /="(?=[{[&])|&(?:quot|#34|#x22);/gi, ({ 0: whole, index }) => {
    if (whole !== '="') return index < end ? '\\"' : undefined;
    const close = source.text.indexOf('"', index + 2);
    end = close < 0 ? index : close;
    return undefined;
  });
}

/**
 * tolerate: quoted-printable mail — {"errorCode"=3A 47=\n70}
 * Decided for each paragraph: only where every equals sign is an escape, since `errorCode=4432` looks like one too.
 */
function decodeQuotedPrintable(source: MappedText): MappedText {
  if (!someEscape.test(source.text)) return source;
  const paragraphs = paragraphsOf(source.text).filter(({ start, end }) =>
    isQuotedPrintable(source.text.slice(start, end)),
  );
  let at = 0;
  return rewrite(
    source,
    /=(?:\r?\n|[0-9A-F]{2})/g,
    (match) => {
      while (at < paragraphs.length && paragraphs[at]!.end <= match.index) at++;
      const inside = paragraphs[at];
      if (!inside || match.index < inside.start) return undefined;
      return match[0].endsWith('\n') ? '' : String.fromCharCode(parseInt(match[0].slice(1), 16));
    },
    'quoted-printable',
  );
}

const someEscape = /=(?:\r?\n|3D|22|7B|0A|3A)/;

/** Stretches of lines without an empty one. */
function paragraphsOf(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\n[ \t\r]{0,200}\n/g)) {
    found.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  found.push({ start, end: text.length });
  return found;
}

function isQuotedPrintable(text: string): boolean {
  return someEscape.test(text) && !/=(?!\r?\n|[0-9A-F]{2}|$)/.test(text);
}

/**
 * tolerate: UTF-16 that was read in the wrong byte order or as pairs of letters — 㐀㜀㜀　, 㐴㈳
 * NULs between letters are the third way to get it wrong; folding drops them.
 */
function unpackUtf16(source: MappedText): MappedText {
  const sample = source.text.slice(0, 400).replace(/\s/g, '');
  if (sample.length < 2 || !/[\u0400-\uffff]/.test(sample)) return source;
  let swapped = 0;
  let paired = 0;
  for (let i = 0; i < sample.length; i++) {
    const unit = sample.charCodeAt(i);
    if ((unit & 0xff) === 0 && isPlain(unit >> 8)) swapped++;
    else if (isPlain(unit >> 8) && isPlain(unit & 0xff)) paired++;
  }
  if (swapped > sample.length * 0.8) {
    return rewrite(
      source,
      /[\u0900-\u7e00]/g,
      (match) => {
        const unit = match[0].charCodeAt(0);
        return (unit & 0xff) === 0 ? String.fromCharCode(unit >> 8) : undefined;
      },
      'utf-16',
    );
  }
  // Chinese text has about one such pair in three characters.
  if (sample.length >= 4 && paired > sample.length * 0.95) {
    return rewrite(
      source,
      /[\u2020-\u7e7e]/g,
      (match) => {
        const unit = match[0].charCodeAt(0);
        return String.fromCharCode(unit & 0xff, unit >> 8);
      },
      'utf-16',
    );
  }
  return source;
}

function isPlain(byte: number): boolean {
  return (byte >= 0x20 && byte <= 0x7e) || byte === 9 || byte === 10 || byte === 13;
}
