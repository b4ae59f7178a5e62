import { expect, test } from 'vitest';
import { familiesFitDigits } from './families-fit-digits.ts';
import { brokenRules } from './rule-testing.ts';

const withCode = (changes: Record<string, unknown>) =>
  brokenRules(familiesFitDigits, { 'acme/codes/4701.yaml': changes }).map(({ field }) => field);

test('a code that follows its digits passes', () => {
  expect(withCode({})).toEqual([]);
});

test('what goes against the digits needs a reason', () => {
  expect(withCode({ stopped: 'handset' })).toEqual(['offScheme']);
  expect(withCode({ stopped: 'handset', offScheme: 'The handset itself refused.' })).toEqual([]);
});

test('an excuse that is no longer needed fails', () => {
  expect(withCode({ offScheme: 'It was special once.' })).toEqual(['offScheme']);
});

test('a family that the digits say is not written again', () => {
  expect(withCode({ family: '47xx' })).toEqual(['family']);
});

test('a file name that is no code of the set is named', () => {
  const shape = '\\d{5}';
  expect(brokenRules(familiesFitDigits, { 'acme/set.yaml': { shape } })).toMatchObject([
    { found: 'the file name 4401' },
    { found: 'the file name 4701' },
  ]);
});

test('a code without a row in the scheme may say so', () => {
  const changes = {
    'acme/codes/4801.yaml': {
      causes: [{ is: 'sender-blocked', match: 'near' }],
      offScheme: 'No row for 48.',
      summary: 'Stopped for a reason of its own.',
      examples: ['4801'],
      checked: '2026-11-24',
    },
  };
  expect(brokenRules(familiesFitDigits, changes)).toEqual([]);
});
