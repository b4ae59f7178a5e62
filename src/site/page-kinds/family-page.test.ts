import { expect, test } from 'vitest';
import { nestedFamilies } from '../../catalog/example-data.ts';
import { exampleCatalog } from '../example-catalog.ts';
import { describeFamilyPage } from './family-page.ts';

test('the narrowest of three families shows the rule and the section of the broadest', () => {
  const catalog = exampleCatalog({ 'acme/set.yaml': { families: nestedFamilies } });
  const family = catalog.set('acme')?.families.find(({ id }) => id === '470x');
  const page = family && describeFamilyPage(family, catalog);
  expect(page?.rule?.text).toBe('The same request fails again.');
  expect(page?.section).toBe('Errors of clients');
  expect(page?.parent?.words).toBe('47xx Carrier refused');
});
