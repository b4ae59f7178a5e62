import { expect, test } from 'vitest';
import { brokenRules } from './rule-testing.ts';
import { textIsOwn } from './text-is-own.ts';

const fields = (changes: Record<string, unknown>) =>
  brokenRules(textIsOwn, { 'acme/codes/4701.yaml': changes }).map(({ field }) => field);

test('texts that differ pass', () => {
  expect(fields({})).toEqual([]);
});

test('a summary or step that stands in another code is named, whatever its punctuation', () => {
  expect(fields({ summary: 'Acme has blocked the number that sent this message' })).toEqual(['summary']);
  const problems = brokenRules(textIsOwn, {
    'acme/codes/4401.yaml': { steps: ['Look at the log.'] },
    'acme/codes/4701.yaml': { steps: ['Call.', 'Look at the log.'] },
  });
  expect(problems).toMatchObject([{ file: 'acme/codes/4701.yaml', field: 'steps.1' }]);
});

test('the title of the vendor is no summary', () => {
  expect(fields({ summary: 'Opted out.' })).toEqual(['summary']);
});
