import { expect, test } from 'vitest';
import { contrastRatio, leastContrast, readHex } from './contrast.ts';

test('the ratio is the one of WCAG: 21 for black on white, 1 for a colour on itself, the same both ways', () => {
  expect(contrastRatio([0, 0, 0], [255, 255, 255])).toBe(21);
  expect(contrastRatio([9, 99, 199], [9, 99, 199])).toBe(1);
  // The example of the standard's own notes: #777 on white just fails.
  expect(contrastRatio(readHex('#777'), readHex('#ffffff'))).toBeCloseTo(4.48, 2);
  expect(contrastRatio(readHex('#fff'), readHex('#777777'))).toBeCloseTo(4.48, 2);
});

test('only large text may have less', () => {
  expect(leastContrast(16, 700)).toBe(4.5);
  expect(leastContrast(18.67, 700)).toBe(3);
  expect(leastContrast(23, 400)).toBe(4.5);
  expect(leastContrast(24, 400)).toBe(3);
});

test('what is no colour is refused', () => {
  expect(() => readHex('red')).toThrow('red');
});
