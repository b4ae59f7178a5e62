import { expect, test } from 'vitest';
import { removedHasDate } from './removed-has-date.ts';
import { brokenRules } from './rule-testing.ts';

const fields = (changes: Record<string, unknown>) =>
  brokenRules(removedHasDate, { 'acme/codes/4701.yaml': changes }).map(({ field }) => field);
const removed = { date: '2020-08-18', change: 'removed', source: 'acme-docs' };
const restored = { date: '2021-03-01', change: 'restored', source: 'acme-docs' };

test('a removed code with the date of its removal passes', () => {
  expect(fields({ status: 'removed', history: [removed] })).toEqual([]);
});

test('a removed code without a date is named', () => {
  expect(fields({ status: 'removed' })).toEqual(['history']);
});

test('a code that was removed is not current', () => {
  expect(fields({ history: [removed] })).toEqual(['status']);
});

test('a code that came back is current', () => {
  expect(fields({ history: [removed, restored] })).toEqual([]);
});
