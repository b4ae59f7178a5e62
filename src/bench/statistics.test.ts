import { expect, test } from 'vitest';
import { interleave, median } from './statistics.ts';

test('the median is the middle value, whatever the order', () => {
  expect(median([9, 1, 4])).toBe(4);
  expect(median([4, 1, 100, 2])).toBe(3);
  expect(() => median([])).toThrow(RangeError);
});

test('tasks take turns, and results stay with their task', async () => {
  const calls: string[] = [];
  const task = (name: string) => async () => calls.push(name);
  const results = await interleave(3, [task('a'), task('b')]);
  expect(calls.join('')).toBe('ababab');
  expect(results).toEqual([
    [1, 3, 5],
    [2, 4, 6],
  ]);
});
