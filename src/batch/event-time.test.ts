import { expect, test } from 'vitest';
import { bucketsOf, hourOf } from './event-time.ts';

const noon = Date.UTC(2026, 10, 21, 12) / 3_600_000;

test.each([
  ['2026-11-21T12:14:07Z', noon],
  ['2026-11-21T14:14:07+02:00', noon],
  ['2026-11-21 12:14:07.123', noon],
  ['1795262400', Math.floor(1_795_262_400 / 3600)],
  ['1795262400000', Math.floor(1_795_262_400 / 3600)],
  ['yesterday', undefined],
  ['12025550142', undefined],
  [undefined, undefined],
])('%s', (time, expected) => {
  expect(hourOf(time)).toBe(expected);
});

test('a night is shown by the hour, with the hours in which nothing happened', () => {
  expect(
    bucketsOf([
      [noon, 3],
      [noon + 2, 1],
    ]),
  ).toEqual([
    { label: '2026-11-21 12:00', count: 3 },
    { label: '2026-11-21 13:00', count: 0 },
    { label: '2026-11-21 14:00', count: 1 },
  ]);
});

test('weeks are shown by the day, years by the month', () => {
  expect(
    bucketsOf([
      [noon, 3],
      [noon + 24 * 9, 1],
    ]),
  ).toHaveLength(10);
  expect(
    bucketsOf([
      [noon, 3],
      [noon + 24 * 400, 1],
    ]).map(({ label }) => label),
  ).toEqual(['2026-11', '2027-12']);
});

test('one moment is no course of time', () => {
  expect(bucketsOf([[noon, 3]])).toEqual([]);
});
