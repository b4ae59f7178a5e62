import { expect, test } from 'vitest';
import { exampleCatalog, exampleCode } from '../example-catalog.ts';
import { describeCoverage, knowledgeOf } from './coverage.ts';

const knowledge = (entry: Record<string, unknown>) =>
  knowledgeOf(exampleCode(exampleCatalog({ 'acme/codes/4701.yaml': entry })));

test('each code is known in one of four ways', () => {
  expect(knowledge({ basis: { source: 'acme-docs', at: 'row 1' } })).toBe('documented');
  expect(knowledge({})).toBe('inferred');
  expect(knowledge({ published: 'nothing', summary: undefined })).toBe('undocumented');
  expect(knowledge({ status: 'removed' })).toBe('removed');
});

test('the counts of a set add up to its codes', () => {
  const [acme] = describeCoverage(exampleCatalog()).sets;
  expect(Object.values(acme?.counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(acme?.total);
});
