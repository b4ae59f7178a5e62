import { expect, test } from 'vitest';
import { buildCatalog } from './build-catalog.ts';
import type { CodeSet } from './catalog.ts';
import { exampleFiles } from './example-data.ts';
import { parseFiles } from './parse-files.ts';
import { readDigits } from './scheme.ts';

const acme = buildCatalog(parseFiles(exampleFiles(), [])).set('acme') as CodeSet;
const read = (code: string) => readDigits(code, acme).map(({ digits, heading }) => [digits, heading]);

test('each group of digits gets the meaning of the longest prefix', () => {
  expect(read('4701')).toEqual([
    ['4', 'Client error'],
    ['7', 'Carrier'],
    ['01', 'Number'],
  ]);
});

test('a code that no table lists is read as well', () => {
  expect(read('4499').map(([, heading]) => heading)).toEqual(['Client error', 'Acme', 'Number']);
});

test('a group without a row keeps its digits and gets no meaning', () => {
  expect(read('4801')).toEqual([
    ['4', 'Client error'],
    ['8', undefined],
    ['01', 'Number'],
  ]);
});

test.each(['470', '47011', '47a1', ''])('%s has no reading', (code) => {
  expect(read(code)).toEqual([]);
});
