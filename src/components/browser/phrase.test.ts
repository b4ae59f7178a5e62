import { expect, test } from 'vitest';
import { listed, phraseOf, plainPhrase } from './phrase.ts';

test('code marks of a text become parts of their own', () => {
  expect(phraseOf('Read `failure.code` first.')).toEqual(['Read ', { code: 'failure.code' }, ' first.']);
});

test('a list ends with and', () => {
  expect(plainPhrase(listed(['1']))).toBe('1');
  expect(plainPhrase(listed(['1', { strong: '2' }, '3']))).toBe('1, 2 and 3');
});
