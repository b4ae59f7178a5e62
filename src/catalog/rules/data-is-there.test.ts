import { expect, test } from 'vitest';
import { dataIsThere } from './data-is-there.ts';
import { brokenLinks } from './rule-testing.ts';

test('a set with codes passes', () => {
  expect(brokenLinks(dataIsThere)).toEqual([]);
});

test('a set without codes is named', () => {
  const problems = brokenLinks(dataIsThere, { 'acme/codes/4401.yaml': undefined, 'acme/codes/4701.yaml': undefined });
  expect(problems).toMatchObject([{ file: 'acme/set.yaml', found: 'a set without codes' }]);
});

test('an empty data folder is named', () => {
  expect(dataIsThere.check({ sources: {}, namesakes: [], causes: new Map(), sets: new Map() })).toMatchObject([
    { found: 'no set' },
  ]);
});
