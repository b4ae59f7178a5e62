import { expect, test } from 'vitest';
import { brokenRules } from './rule-testing.ts';
import { summariesAreThere } from './summaries-are-there.ts';

const fields = (changes: Record<string, unknown>) =>
  brokenRules(summariesAreThere, { 'acme/codes/4701.yaml': changes }).map(({ field }) => field);

test('a code with a summary passes', () => {
  expect(fields({})).toEqual([]);
});

test('a code without a summary is named', () => {
  expect(fields({ summary: undefined })).toEqual(['summary']);
});

test('a code about which nothing was published needs no summary, and then has none', () => {
  expect(fields({ summary: undefined, published: 'nothing' })).toEqual([]);
  expect(fields({ published: 'nothing' })).toEqual(['published']);
});
