import { expect, test } from 'vitest';
import { brokenRules } from './rule-testing.ts';
import { statedHasPlace } from './stated-has-place.ts';

const problems = (retry: object) => brokenRules(statedHasPlace, { 'acme/codes/4701.yaml': { retry } });

test('a verdict with source and place, or with neither, passes', () => {
  expect(problems({ verdict: 'once', source: 'acme-docs', at: 'row 4701' })).toEqual([]);
  expect(problems({ verdict: 'once' })).toEqual([]);
});

test('a verdict with a source and no place is named', () => {
  expect(problems({ verdict: 'once', source: 'acme-docs' })).toMatchObject([
    { file: 'acme/codes/4701.yaml', field: 'retry', found: 'a source without a place' },
  ]);
});
