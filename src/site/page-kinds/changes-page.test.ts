import { expect, test } from 'vitest';
import { exampleCatalog } from '../example-catalog.ts';
import { describeChanges } from './changes-page.ts';

const source = 'acme-docs';
const catalog = exampleCatalog({
  'acme/codes/4701.yaml': {
    history: [
      { date: '2018-01-16', change: 'listed', source },
      { date: '2020-08-18', change: 'retitled', was: 'Stopped', source },
      { date: '2019', until: '2023-02-01', change: 'redefined', say: 'It now means `STOP`.', source },
    ],
  },
});

test('changes stand on the page by year and day, the newest first, with their sources', () => {
  const { years, sources } = describeChanges(catalog);
  expect(years.map(({ heading, days }) => [heading, days.map(({ date }) => date)])).toEqual([
    ['2023', ['2019 to 2023-02-01']],
    ['2020', ['2020-08-18']],
    ['2018', ['2018-01-16']],
  ]);
  expect(sources.map(({ title }) => title)).toEqual(['Errors']);
});
