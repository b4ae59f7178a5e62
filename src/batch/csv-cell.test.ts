import { expect, test } from 'vitest';
import { csvCell, csvRow } from './csv-cell.ts';

test.each([
  ['=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2+3', "'-2+3"],
  ['+cmd|calc', "'+cmd|calc"],
  ['+12025550142', '+12025550142'],
  ['\tx', "'\tx"],
  ['a,b', '"a,b"'],
  ['two\nlines', '"two\nlines"'],
  ['plain', 'plain'],
])('%j becomes %j', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

test('a row is separated as its table is', () => {
  expect(csvRow(['a;b', 1, undefined], ';')).toBe('"a;b";1;\r\n');
});
