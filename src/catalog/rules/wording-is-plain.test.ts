import { expect, test } from 'vitest';
import { brokenRules } from './rule-testing.ts';
import { wordingIsPlain } from './wording-is-plain.ts';

const found = (changes: Record<string, unknown>) =>
  brokenRules(wordingIsPlain, { 'acme/codes/4701.yaml': changes }).map((problem) => problem.found);

test('plain sentences pass', () => {
  expect(found({ steps: ['Take the number off the list. Write down when.'] })).toEqual([]);
});

test.each([
  ['Please take the number off the list.', 'please'],
  ['Stop at once!', 'an exclamation mark'],
  ['Stop — at once.', 'a long dash'],
  ['Simply stop.', 'a filler word'],
  ['TODO find out.', 'an unfinished mark'],
])('%s is named', (step, name) => {
  expect(found({ steps: [step] })).toEqual([name]);
});

test('quoted words of the vendor are left alone', () => {
  expect(found({ title: 'Please retry!', examples: ['4701 Please retry!'] })).toEqual([]);
});
