import { expect, test } from 'vitest';
import type { Source } from '#schema';
import { PageSources } from './sources-of.ts';

const source = (title: string): Source => ({ title, publisher: 'Acme', edition: '2026', kind: 'vendor' });
const sources = new Map([
  ['a', source('A')],
  ['b', source('B')],
]);

test('sources are numbered in the order in which the page cites them', () => {
  const page = new PageSources(sources);
  expect(page.cite({ source: 'b', at: 'row 1' })).toEqual({ kind: 'stated', number: 1, at: 'row 1' });
  expect(page.cite({ source: 'a', at: 'row 2' })).toMatchObject({ number: 2 });
  expect(page.cite({ source: 'b', at: 'row 3' })).toMatchObject({ number: 1 });
  expect(page.list().map(({ number, title, places }) => [number, title, places])).toEqual([
    [1, 'B', ['row 1', 'row 3']],
    [2, 'A', ['row 2']],
  ]);
});

test('what has no citation is our reading', () => {
  const page = new PageSources(sources);
  expect(page.mark({ value: 'So it seems.', basis: 'inferred', from: 'code' })).toEqual({
    text: 'So it seems.',
    mark: { kind: 'inferred' },
  });
  expect(page.list()).toEqual([]);
});
