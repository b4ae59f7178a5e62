import { expect, test } from 'vitest';
import { exampleFiles } from '../../catalog/example-data.ts';
import { exampleCatalog, exampleCode } from '../example-catalog.ts';
import { neighboursOf } from '../page-parts/neighbours.ts';
import { bareCodes, pathsThatLeadOn, wayOn } from './bare-codes.ts';

test('every number of any set has its codes', () => {
  const index = bareCodes(exampleCatalog());
  expect([...index.keys()]).toEqual(['4401', '4701']);
  expect(index.get('4701')?.map(({ ref }) => ref)).toEqual(['acme/4701']);
});

test('a number leads on where one set alone has it, and not where two mean something else by it', () => {
  const catalog = exampleCatalog(secondSet('4701'));
  expect(wayOn('4401', catalog)?.ref).toBe('acme/4401');
  expect(wayOn('4701', catalog)).toBeUndefined();
  expect(wayOn('9999', catalog)).toBeUndefined();
  expect(pathsThatLeadOn(catalog)).toEqual(['/4401/']);
});

test('before and after go through the set, and end at its ends', () => {
  const catalog = exampleCatalog();
  expect(neighboursOf(exampleCode(catalog, '4401'))).toEqual({
    prev: false,
    next: { link: '/acme/4701/', label: '4701' },
  });
  expect(neighboursOf(exampleCode(catalog))).toMatchObject({ next: false });
});

/** Files of a set besides the one of the example, which has this code of it too. */
function secondSet(code: string): Record<string, Record<string, unknown>> {
  const value = (path: string) => exampleFiles().find((file) => file.path === path)?.value as Record<string, unknown>;
  return {
    'beta/set.yaml': { ...value('acme/set.yaml'), name: 'Beta', provider: 'Beta', order: 2 },
    [`beta/codes/${code}.yaml`]: value(`acme/codes/${code}.yaml`),
  };
}
