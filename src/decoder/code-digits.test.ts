import { expect, test } from 'vitest';
import type { DecoderSet } from '#catalog';
import { CodeDigits, codePattern } from './code-digits.ts';
import { exampleData, realData } from './example-data.ts';

const digitsOf = (codes: string[], families: string[] = []) => {
  const set: DecoderSet = { ...exampleData.sets[0]!, codes: codes.map((code) => ({ code, aliases: [] })), families };
  return new CodeDigits([set]);
};

test.each([
  ['one length', ['4770', '4775'], '\\d{4}'],
  ['lengths that follow each other', ['4770', '15001'], '\\d{4,5}'],
  ['lengths with a gap between', ['731', '477000'], '(?:\\d{6}|\\d{3})'],
  ['the bounds of a range', ['200-299', '4770'], '\\d{3,4}'],
  ['one and two digits, which are too common', ['1', '27', '4770'], '\\d{4}'],
  ['words', ['content_rejected'], '(?!)'],
])('the digits of a code are told from %s', (_, codes, expected) => {
  expect(digitsOf(codes).code).toBe(expected);
});

test('a family counts where it lists no code yet', () => {
  expect(digitsOf(['4770'], ['15xxx']).code).toBe('\\d{4,5}');
});

test('numbers of others have three to six digits, or as many as the longest code', () => {
  expect([digitsOf(['4770']).number, digitsOf(['47700000']).number]).toEqual(['\\d{3,6}', '\\d{3,8}']);
});

test('sets that explain a source code inside of others do not count', () => {
  const main = realData.sets.filter((set) => !set.carriedBy);
  expect(new CodeDigits(main).code).toBe('\\d{4,5}');
});

test('a pattern has the digits in place of the words, and is made once', () => {
  const digits = digitsOf(['731', '477000']);
  const pattern = codePattern(/^CODE(?:,NUMBER)?$/i);
  expect(['477000', '731,4770', '4770'].map((text) => pattern(digits).test(text))).toEqual([true, true, false]);
  expect(pattern(digits)).toBe(pattern(digits));
  expect(pattern(digits).flags).toBe('i');
});
