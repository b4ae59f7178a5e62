import { describe, expect, test } from 'vitest';
import { fold } from './fold.ts';
import { MappedText } from './mapped-text.ts';

const folded = (text: string) => fold(MappedText.of(text)).text;

describe('folding', () => {
  test.each([
    ['terminal colours', '\u001b[1;31m4770\u001b[0m', '4770'],
    ['printed terminal colours', '\\u001b[31m4770\\u001b[39m ^[[0m', '4770 '],
    ['full-width letters, digits and signs', 'ｅｒｒｏｒ：４７７０', 'error:4770'],
    ['smart quotes', '“code”: ‘4770’', '"code": \'4770\''],
    ['digits of other scripts', '٤٧٧٠ ४७७०', '4770 4770'],
    ['digits of mathematics', '𝟒𝟕𝟕𝟎', '4770'],
    ['characters without width', '\ufeff4\u200b7\u20607\u00ad0', '4770'],
    ['combining characters', '4\u03367\u0336', '47'],
    ['NULs of UTF-16', '4\u00007\u0000', '47'],
    ['blanks of all widths', 'a\u00a0b\u3000c', 'a b c'],
    ['dashes', '4770 – 4775 — x', '4770 - 4775 - x'],
    ['box characters', '├──┼──┤│a│', '+--+--+|a|'],
    ['entities', '&quot;a&quot;&#58;&#x34;&amp;', '"a":4&'],
    ['entities of entities', '&amp;quot;', '"'],
    ['quoted-printable', 'a=3D1 b=\nc', 'a=1 bc'],
  ])('%s', (_, text, expected) => expect(folded(text)).toBe(expected));

  test.each([
    ['plain text', '{"errorCode": 4770}\n'],
    ['a form that looks like quoted-printable', 'errorCode=4432'],
    ['an ampersand', 'a & b; c'],
    ['letters of other alphabets', 'Zürich, Ωmega, 日本語'],
    ['Chinese text', '这条短信没有送达因为收件人已经退订了我们的服务'],
  ])('leaves alone: %s', (_, text) => expect(folded(text)).toBe(text));

  test('UTF-16 in the wrong byte order', () => {
    const swapped = Buffer.from('errorCode=4770', 'utf16le').swap16().toString('utf16le');
    expect(folded(swapped)).toBe('errorCode=4770');
  });

  test('pairs of letters read as one', () => {
    expect(folded(Buffer.from('errorCode=4770!!', 'latin1').toString('utf16le'))).toBe('errorCode=4770!!');
  });
});
