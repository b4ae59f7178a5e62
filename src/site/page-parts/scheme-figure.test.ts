import { expect, test } from 'vitest';
import { exampleCatalog } from '../example-catalog.ts';
import { schemeFigure } from './scheme-figure.ts';
import { PageSources } from './sources-of.ts';

const scheme = {
  groups: [
    { digits: 1, asks: 'What kind', values: { 4: { heading: 'Client error' }, 9: { heading: 'Unclear' } } },
    {
      digits: 1,
      asks: 'Who',
      values: { 43: { heading: 'Acme' }, 44: { heading: 'Acme' }, 47: { heading: 'Carrier' } },
    },
    { digits: 2, asks: 'Which', values: { 4: { heading: 'Number' } } },
  ],
};

function figure(changes: Record<string, unknown>) {
  const catalog = exampleCatalog({ 'acme/set.yaml': changes });
  const set = catalog.set('acme');
  return set && schemeFigure(set, new PageSources(catalog.sources));
}

test('digits that mean the same share a branch', () => {
  const roots = figure({ scheme })?.roots;
  expect(roots?.[0]?.branches.map(({ digits, heading }) => [digits, heading])).toEqual([
    [['3', '4'], 'Acme'],
    [['7'], 'Carrier'],
  ]);
});

test('a branch ends where its family stops, with the rule of the broader one', () => {
  const outcome = figure({ scheme })?.roots[0]?.branches[1]?.outcome;
  expect(outcome?.stopped.words).toBe('Carrier');
  expect(outcome?.rule?.text).toBe('The same request fails again.');
});

test('digits without a row stay open', () => {
  expect(figure({ scheme })?.roots[1]?.branches).toMatchObject([
    { digits: [], heading: undefined, outcome: undefined },
  ]);
});

test('two groups make a tree without a middle', () => {
  const two = {
    groups: [scheme.groups[0], { digits: 3, asks: 'Which', values: { 4: { heading: 'Running number' } } }],
  };
  expect(figure({ scheme: two })?.roots[0]?.branches).toMatchObject([
    { digits: [], detail: { length: 3, heading: 'Running number' } },
  ]);
});
