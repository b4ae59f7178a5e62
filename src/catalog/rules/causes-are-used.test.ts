import { expect, test } from 'vitest';
import { causesAreUsed } from './causes-are-used.ts';
import { brokenRules } from './rule-testing.ts';

test('causes with codes pass', () => {
  expect(brokenRules(causesAreUsed)).toEqual([]);
});

test('a cause without codes is named', () => {
  const causes = [{ is: 'recipient-opted-out', match: 'near' }];
  expect(brokenRules(causesAreUsed, { 'acme/codes/4401.yaml': { causes } })).toMatchObject([
    { file: 'causes/sender-blocked.yaml' },
  ]);
});
