import { expect, test } from 'vitest';
import { brokenLinks } from './rule-testing.ts';
import { sourcesExist } from './sources-exist.ts';

test('a cited source that is listed passes', () => {
  const billed = { say: true, source: 'acme-docs', at: 'row 4701' };
  expect(brokenLinks(sourcesExist, { 'acme/codes/4701.yaml': { billed } })).toEqual([]);
});

test('a source that is not listed is named with its field', () => {
  const steps = ['One.', { say: 'Two.', source: 'acme-doc', at: 'row 4701' }];
  expect(brokenLinks(sourcesExist, { 'acme/codes/4701.yaml': { steps } })).toMatchObject([
    { field: 'steps.1.source', found: 'acme-doc', hint: 'Did you mean acme-docs?' },
  ]);
});
