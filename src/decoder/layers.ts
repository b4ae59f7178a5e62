import { rewrite, type MappedText } from './mapped-text.ts';
import type { Layer } from './report.ts';
import type { Scalar } from './scan-sink.ts';

/** The text of a value without its escapes: `a\"b`, `a+b%20c`. Values without any come back as they are. */
export function unescaped(value: Scalar): MappedText {
  let text = value.source.slice(value.start, value.end);
  // A text inside text that is itself escaped carries the escapes of each level.
  for (let level = value.escapes; level >= 0 && text.text.includes('\\'); level = level > 0 ? level >> 1 : -1) {
    text = decodeEscapes(text);
  }
  return value.form ? decodeForm(text) : text;
}

const structural = /[{<=%\n]/;
// Base64 of a text begins with these letters: of a control character that texts begin with, or of ASCII. A receipt begins with its id.
const wrapped = /^(?:id:|\s*\[|[CI-Za-f][A-Za-z0-9+/_-]{15}|[Hh][Tt][Tt][Pp][Ss]?:|(?:0[xX])?[0-9A-Fa-f]{24})/;

/** Whether the text has something that a structure or an encoding needs. */
export const isOpenable = (text: string): boolean => structural.test(text) || wrapped.test(text);

/** As `isOpenable`, of a text that has nothing of a structure. */
export const isWrapped = (text: string): boolean => wrapped.test(text);

/**
 * Opens what is wrapped in a text: escapes, percent signs, base64, hexadecimal. Returns the text that holds
 * fields, with the layers named, or undefined when there is nothing of that kind inside.
 */
export function openLayers(source: MappedText): MappedText | undefined {
  let text = source;
  for (let depth = 0; depth < maxLayers; depth++) {
    const structure = structureOf(text.text);
    if (structure) return text.layers.at(-1) === structure ? text : text.labelled(structure);
    const inner = openPercent(text) ?? openEncoded(text);
    if (!inner) return undefined;
    text = inner;
  }
  return undefined;
}

const maxLayers = 6;

/** What kind of structure a text holds, if any. Decided on a few characters; being wrong costs only time. */
export function structureOf(text: string): Layer | undefined {
  if (text.length < 6) return undefined;
  if (/^\s{0,50}(?:[{[]|\\?"[[{])/.test(text) && /[:=]/.test(text.slice(0, 4000))) return 'json';
  if (/^\s{0,50}</.test(text) && text.includes('>')) return 'xml';
  if (/^[\w.[\]%-]{1,60}=[^&\s]{0,2000}&[\w.[\]%-]{1,60}=/.test(text)) return 'form';
  // A container somewhere inside: DLR {"errorCode":4770}
  if (/[{(][^{}()]{0,200}?["'\w]\s?(?::|=>?)/.test(text.slice(0, 20_000))) return 'json';
  if (/[\w/]\?[\w.[\]%-]{1,60}=[^&\s]{0,500}&[\w.[\]%-]{1,60}=/.test(text.slice(0, 8000))) return 'form';
  const start = text.slice(0, 4000);
  // tolerate: a receipt of SMPP — id:0142 sub:001 dlvrd:000 … stat:UNDELIV err:720 text:Hello
  if (/^id:.*\bstat:\w/.test(start)) return 'escapes';
  // Several lines of keys and values, or a field in a sentence: delivery failed error_code=4770
  if (/(?:^|\n)[\w.-]{1,40}[:=]\s?\S[^\n]*\n[\w.-]{1,40}[:=]\s?\S/.test(start)) return 'escapes';
  if (/(?:^|\s)[A-Za-z_][\w.-]{1,40}=[\w"'+-]/.test(start)) return 'escapes';
  return undefined;
}

const escape = /\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|([\s\S]))/g;
const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: ' ', f: ' ', v: ' ', 0: ' ' };

function decodeEscapes(text: MappedText): MappedText {
  return rewrite(text, escape, (match) => {
    const point = match[1] ?? match[2] ?? match[3];
    if (point === undefined) return controls[match[4]!] ?? match[4]!;
    const code = parseInt(point, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function decodeForm(text: MappedText): MappedText {
  if (!/[%+]/.test(text.text)) return text;
  return rewrite(text, /\+|(?:%[0-9A-Fa-f]{2})+/g, (match) =>
    match[0] === '+' ? ' ' : decodeBytes(percentBytes(match[0])),
  );
}

/** tolerate: a body that was percent-encoded once more — %7B%22errorCode%22%3A4770%7D */
function openPercent(text: MappedText): MappedText | undefined {
  if (!/%(?:7B|5B|22|3D|26|3A|25)/i.test(text.text)) return undefined;
  const decoded = rewrite(text, /(?:%[0-9A-Fa-f]{2})+/g, (match) => decodeBytes(percentBytes(match[0])), 'percent');
  return decoded.text === text.text ? undefined : decoded;
}

function percentBytes(text: string): number[] {
  return Array.from(text.matchAll(/%([0-9A-Fa-f]{2})/g), (match) => parseInt(match[1]!, 16));
}

const base64 = /^[I-Za-f][A-Za-z0-9+/_-]{15,}={0,2}$/;
const token = /^[\w-]{10,}\.([\w-]{16,})\.[\w-]*$/;
const dataUrl = /^data:[\w/+.;=-]{0,100};base64,/;
const hexadecimal = /^(?:0x|\\x)?((?:[0-9a-f]{2}){12,})$/i;

/** tolerate: base64, base64url, signed tokens, data URLs, hexadecimal — eyJlcnJvckNvZGUiOjQ3NzB9 */
function openEncoded(text: MappedText): MappedText | undefined {
  if (text.text.length < 16) return undefined;
  let encoded = text.text.replace(dataUrl, '');
  const hex = hexadecimal.exec(encoded);
  if (hex) {
    const bytes = Array.from(hex[1]!.matchAll(/../g), (match) => parseInt(match[0], 16));
    return isReadable(decodeBytes(bytes)) ? text.replaced(decodeBytes(bytes), 'hex') : undefined;
  }
  encoded = token.exec(encoded)?.[1] ?? encoded;
  if (/[\s]/.test(encoded)) {
    if (!/^[A-Za-z0-9+/_=-]{20,}\s/.test(encoded)) return undefined;
    encoded = encoded.replace(/\s+/g, '');
  }
  // Text begins with these letters only and never comes out all small or all great; ids and slugs do.
  if (!base64.test(encoded) || !/[a-z]/.test(encoded.slice(0, 64)) || !/[A-Z]/.test(encoded.slice(0, 64)))
    return undefined;
  // A megabyte of letters is not decoded to find out that it is noise.
  if (!isReadable(decodeBytes(withoutNuls(decodeBase64(encoded.slice(0, 64)))))) return undefined;
  const decoded = decodeBytes(withoutNuls(decodeBase64(encoded)));
  return isReadable(decoded.slice(0, 2000)) ? text.replaced(decoded, 'base64') : undefined;
}

/** tolerate: UTF-16 in base64, as PowerShell encodes — each second byte is zero */
function withoutNuls(bytes: number[]): number[] {
  return bytes[1] === 0 && bytes[3] === 0 ? bytes.filter((_, at) => at % 2 === 0) : bytes;
}

/** Text with structure in it, not the accident of decoding a word. */
function isReadable(text: string): boolean {
  if (text.length < 8) return false;
  let strange = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit < 32 && unit !== 9 && unit !== 10 && unit !== 13) || unit === 0x7f || unit === 0xfffd) strange++;
  }
  // The last character may be cut in two.
  // Structure, or the same again: what was encoded twice is letters and digits once decoded.
  return strange <= 1 && (/[\s{}[\]":=<>&]/.test(text) || base64.test(text)) && /[A-Za-z]{2}/.test(text);
}

/** Bytes of base64 or base64url; stops at padding, drops an incomplete last byte. */
export function decodeBase64(text: string): number[] {
  const [letters = ''] = /^[\w+/-]*/.exec(text.replace(/_/g, '/')) ?? [];
  // A letter that is alone at the end is less than a byte.
  const whole = letters.replace(/-/g, '+').slice(0, letters.length % 4 === 1 ? -1 : undefined);
  return Array.from(atob(whole), (byte) => byte.charCodeAt(0));
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** UTF-8 bytes as text; invalid ones become U+FFFD. */
export const decodeBytes = (bytes: readonly number[]): string => utf8.decode(Uint8Array.from(bytes));
