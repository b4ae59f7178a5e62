import { expect, test } from 'vitest';
import { NumberSet } from './number-set.ts';

test('the same number in other spellings is one', () => {
  const numbers = new NumberSet();
  expect(numbers.add('+1 (202) 555-0142')).toBe(true);
  expect(numbers.add('12025550142')).toBe(false);
  expect(numbers.add('0012025550142')).toBe(false);
  expect(numbers.size).toBe(1);
});

test('recipients that are no numbers count too', () => {
  const numbers = new NumberSet();
  expect([numbers.add('a@example.com'), numbers.add('b@example.com'), numbers.add('A@example.com')]).toEqual([
    true,
    true,
    false,
  ]);
});

test('it stays right while it grows', () => {
  const numbers = new NumberSet();
  for (let round = 0; round < 2; round += 1) for (let n = 0; n < 50_000; n += 1) numbers.add(`+1202${5_000_000 + n}`);
  expect(numbers.size).toBe(50_000);
  expect(numbers.isFull).toBe(false);
});
