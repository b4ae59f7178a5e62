import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutNumbers } from './cut-numbers.ts';

const cut = (numbers: readonly string[], most: number) => cutNumbers([...numbers].sort(), (number) => number, most);
const numbers = fc.array(fc.stringMatching(/^\d{1,5}$/), { maxLength: 200 });

test('few numbers lie in one piece', () => {
  expect(cut(['4701', '11', '200-299'], 3)).toEqual([{ first: '', entries: ['11', '200-299', '4701'] }]);
});

test('numbers are cut where their digits change', () => {
  expect(cut(['1', '11', '12', '40', '41', '4701', '4702', '48', '9'], 3)).toEqual([
    { first: '', entries: ['1', '11', '12'] },
    { first: '4', entries: ['40', '41'] },
    { first: '47', entries: ['4701', '4702', '48'] },
    { first: '9', entries: ['9'] },
  ]);
});

test('a number that stands there very often stays together', () => {
  expect(cut(['5', '5', '5', '51'], 2)).toEqual([
    { first: '', entries: ['5', '5', '5'] },
    { first: '51', entries: ['51'] },
  ]);
});

test('everything that begins with some digits lies in one piece, or a piece begins with it', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 20 }), fc.stringMatching(/^\d{1,5}$/), (all, most, digits) => {
      const pieces = cut(all, most);
      expect(pieces.flatMap(({ entries }) => entries)).toEqual([...all].sort());
      const place = pieces.findLastIndex(({ first }) => first <= digits);
      const found = all.filter((number) => number.startsWith(digits)).sort();
      const here = pieces[place]?.entries.filter((number) => number.startsWith(digits)) ?? [];
      expect(here).toEqual(found.slice(0, here.length));
      if (here.length < found.length) expect(pieces[place]?.entries[0]).toBe(found[0]);
      if (found.length > 0) expect(here.length).toBeGreaterThan(0);
    }),
    { seed: 5, numRuns: 500 },
  );
});

test('no piece is longer than asked, but for one number', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 20 }), (all, most) => {
      for (const { entries } of cut(all, most))
        expect(entries.length <= most || new Set(entries).size === 1).toBe(true);
    }),
    { seed: 5, numRuns: 500 },
  );
});
