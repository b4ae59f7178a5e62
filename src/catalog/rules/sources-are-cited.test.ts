import { expect, test } from 'vitest';
import { brokenRules } from './rule-testing.ts';
import { sourcesAreCited } from './sources-are-cited.ts';

test('a source that set.yaml links to passes', () => {
  expect(brokenRules(sourcesAreCited)).toEqual([]);
});

test('a source that nothing cites is named', () => {
  const unused = { title: 'Notes', publisher: 'Somebody', edition: 'undated', kind: 'third-party' };
  expect(brokenRules(sourcesAreCited, { 'sources.yaml': { notes: unused } })).toMatchObject([
    { file: 'sources.yaml', field: 'notes' },
  ]);
});
