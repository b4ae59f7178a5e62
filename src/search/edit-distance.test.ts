import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWithinTypos, typosFor } from './edit-distance.ts';

test.each([
  ['blacklist', 'blaklist', 1],
  ['carrier', 'carier', 1],
  ['invalid', 'invlaid', 1],
  ['recipient', 'recepiant', 2],
  ['4775', '4776', 1],
])('%s and %s are %i mistake apart', (a, b, distance) => {
  expect(isWithinTypos(a, b, distance)).toBe(true);
  expect(isWithinTypos(a, b, distance - 1)).toBe(false);
});

test('short words allow no mistake', () => {
  expect([3, 4, 7, 8].map(typosFor)).toEqual([0, 1, 1, 2]);
});

test('a word is never apart from itself, and order does not matter', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 12 }),
      fc.string({ maxLength: 12 }),
      fc.integer({ min: 0, max: 3 }),
      (a, b, limit) => {
        expect(isWithinTypos(a, a, 0)).toBe(true);
        expect(isWithinTypos(a, b, limit)).toBe(isWithinTypos(b, a, limit));
      },
    ),
    { seed: 7 },
  );
});
