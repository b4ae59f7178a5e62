import { describe, expect, test } from 'vitest';
import { decodeBase64, decodeBytes, openLayers, structureOf, unescaped } from './layers.ts';
import { MappedText } from './mapped-text.ts';

const opened = (text: string) => openLayers(MappedText.of(text));
const record = '{"errorCode":4770,"a":"é€😀"}';
const base64 = Buffer.from(record).toString('base64');

describe('opening layers', () => {
  test.each([
    ['JSON as it is', record, ['json']],
    ['base64', base64, ['base64', 'json']],
    ['base64url', Buffer.from(record).toString('base64url'), ['base64', 'json']],
    ['base64 twice', Buffer.from(base64).toString('base64'), ['base64', 'base64', 'json']],
    ['base64 in lines', base64.replace(/(.{24})/g, '$1\n'), ['base64', 'json']],
    [
      'a signed token',
      `eyJhbGciOiJIUzI1NiJ9.${Buffer.from(record).toString('base64url')}.c2lnbmF0dXJl`,
      ['base64', 'json'],
    ],
    ['a data URL', `data:application/json;base64,${base64}`, ['base64', 'json']],
    ['hexadecimal', Buffer.from(record).toString('hex'), ['hex', 'json']],
    ['percent signs', encodeURIComponent(record), ['percent', 'json']],
    ['percent signs twice', encodeURIComponent(encodeURIComponent(record)), ['percent', 'percent', 'json']],
    ['base64 of a form', Buffer.from('status=failed&errorCode=4770').toString('base64'), ['base64', 'form']],
  ])('%s', (_, text, layers) => expect(opened(text)?.layers).toEqual(layers));

  test('keeps every character', () => expect(opened(base64)?.text).toBe(record));

  test.each([
    ['a word', 'destinationRejectedMessage'],
    ['a slug', 'destination-rejected-due-to-user-opt-out'],
    ['a UUID', '93de2206-9669-4770-948d-329f4b722ee2'],
    ['a message id', '14762070468292kw2fuqty55yp2b2'],
    ['a hash', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['a sentence', 'Your code is 4432. It expires in 10 minutes.'],
    ['noise', 'qX8zR1vN4mK7pL2wT5yB9cD3fG6hJ0s'],
  ])('leaves alone: %s', (_, text) => expect(opened(text)).toBeUndefined());
});

test.each([
  ['{"a":1}', 'json'],
  ['DLR {"a":1} done', 'json'],
  ['<a>1</a>', 'xml'],
  ['a=1&b=2', 'form'],
  ['https://example.com/dlr?a=1&b=2', 'form'],
  ['sent, error_code=4770', 'escapes'],
  ['hello world', undefined],
  ['1 + 1 = 2', undefined],
] as const)('the structure of %s is %s', (text, expected) => expect(structureOf(text)).toBe(expected));

describe('escapes', () => {
  const plain = (text: string, escapes = 0, form = false) =>
    unescaped({ source: MappedText.of(text), start: 0, end: text.length, quoted: true, escapes, form }).text;

  test.each([
    ['those of JSON are undone', 'a\\"b\\u0022c\\/d', 'a"b"c/d'],
    ['those of JavaScript are undone', '\\x41\\u{1F600}', 'A😀'],
    ['a letter behind four hexadecimal digits is no fifth', '\\u0022errorCode', '"errorCode'],
    ['those of line breaks are undone', 'a\\nb', 'a\nb'],
  ])('%s', (_, text, expected) => expect(plain(text)).toBe(expected));

  test('each level of an escaped text is undone', () => expect(plain('a \\\\\\"b', 1)).toBe('a "b'));
  test('plus signs and percent signs of a form are undone', () =>
    expect(plain('a+b%20c%C3%A9', 0, true)).toBe('a b cé'));
});

describe('bytes', () => {
  test('of base64 are read with and without padding, and where it is cut short', () => {
    expect(decodeBytes(decodeBase64('YWI='))).toBe('ab');
    expect(decodeBytes(decodeBase64('YWI'))).toBe('ab');
    expect(decodeBytes(decodeBase64('YWJj!!'))).toBe('abc');
  });
  test('that are no UTF-8 become replacement characters', () => {
    expect(decodeBytes([0x61, 0xff, 0x62, 0xc3])).toBe('a\ufffdb\ufffd');
    expect(decodeBytes([0xed, 0xa0, 0x80])).toMatch(/^\ufffd+$/);
  });
});
