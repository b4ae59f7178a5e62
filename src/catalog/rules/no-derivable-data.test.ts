import { expect, test } from 'vitest';
import { noDerivableData } from './no-derivable-data.ts';
import { brokenRules } from './rule-testing.ts';

const fields = (changes: Record<string, unknown>) =>
  brokenRules(noDerivableData, { 'acme/codes/4701.yaml': changes }).map(({ field }) => field);

test('what differs from cause and family passes', () => {
  expect(fields({ heading: 'Opted out at the carrier', retry: { verdict: 'once' } })).toEqual([]);
});

test('what the cause says already is named', () => {
  expect(fields({ heading: 'Recipient opted out', retry: { verdict: 'never' }, suppress: true })).toEqual([
    'heading',
    'retry',
    'suppress',
  ]);
});

test('what the family says already is named', () => {
  expect(fields({ stopped: 'carrier' })).toEqual(['stopped']);
});
