import { expect, test } from 'vitest';
import { bareCodes } from './bare-codes.ts';
import { neighboursOf } from './neighbours.ts';
import { exampleCatalog, exampleCode } from './site-testing.ts';

test('every number of any set has its codes', () => {
  const index = bareCodes(exampleCatalog());
  expect([...index.keys()]).toEqual(['4401', '4701']);
  expect(index.get('4701')?.map(({ ref }) => ref)).toEqual(['acme/4701']);
});

test('before and after go through the set, and end at its ends', () => {
  const catalog = exampleCatalog();
  expect(neighboursOf(exampleCode(catalog, '4401'))).toEqual({
    prev: false,
    next: { link: '/acme/4701/', label: '4701' },
  });
  expect(neighboursOf(exampleCode(catalog))).toMatchObject({ next: false });
});
