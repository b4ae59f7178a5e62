import { expect, test } from 'vitest';
import { printable, wrap } from './style.ts';

test('lines are wrapped at words and indented below their beginning', () => {
  expect(wrap('Take the number off every list', 16, ' 1. ')).toBe(' 1. Take the\n    number off\n    every list');
  expect(wrap('unbreakablewordoflength', 10)).toBe('unbreakablewordoflength');
});

test('what a terminal would obey is taken out of text of the input', () => {
  expect(printable('a\u001b[31mb\u009bc\r\nd\u202ee')).toBe('a [31mb c d e');
});
