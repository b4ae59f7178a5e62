import { expect, test } from 'vitest';
import { ratio } from './ratio.ts';

test('a ratio says how many times the yardstick a value is, with its limit', () => {
  expect(ratio(3, 2)).toEqual({ value: 1.5, unit: '×' });
  expect(ratio(3, 2, 1)).toEqual({ value: 1.5, unit: '×', atMost: 1 });
});

test('nothing is held against a yardstick that is not there or is 0', () => {
  expect(ratio(3, undefined)).toBeNull();
  expect(ratio(3, 0)).toBeNull();
});
