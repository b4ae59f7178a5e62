import { expect, test } from 'vitest';
import { outcomeOf } from './outcome.ts';

const none = { missed: [], failures: [], isStrict: false };
const missed = [
  'Weight of a page: Code page, Requests: 9, at most 8',
  'Building: Undelivered, Time: 11 s, at most 10 s',
];

test('missed budgets stand in one list at the end, whatever part they belong to', () => {
  expect(outcomeOf({ ...none, missed }).lines).toEqual(['2 budgets are missed:', ...missed.map((name) => `- ${name}`)]);
  expect(outcomeOf({ ...none, missed: missed.slice(1) }).lines[0]).toBe('1 budget is missed:');
  expect(outcomeOf(none).lines).toEqual(['No budget is missed.']);
});

test('a missed budget ends with 1 only where that was asked for', () => {
  expect(outcomeOf({ ...none, missed }).exitCode).toBe(0);
  expect(outcomeOf({ ...none, missed, isStrict: true }).exitCode).toBe(1);
  expect(outcomeOf({ ...none, isStrict: true }).exitCode).toBe(0);
});

test('what could not be measured is told, and always ends with 1', () => {
  const { lines, exitCode } = outcomeOf({ ...none, failures: ['search: no answer'] });
  expect(lines).toContain('Could not be measured: search: no answer');
  expect(exitCode).toBe(1);
});
