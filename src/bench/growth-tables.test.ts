import { expect, test } from 'vitest';
import { pageGrowthTable, type PageWeights } from './growth-tables.ts';
import type { Figure } from './record.ts';

const kilobytes = (code: number, decoder: number): PageWeights => ({
  code: code * 1024,
  sidebar: 1024,
  family: 2048,
  set: 4096,
  home: decoder * 1024,
  decoder: decoder * 1024,
});
const at = (codes: number, weights: PageWeights) => ({ name: `${codes} codes`, codes, weights });

const row = (sizes: Parameters<typeof pageGrowthTable>[0], name: string): readonly (Figure | null)[] | undefined =>
  pageGrowthTable(sizes).rows.find((each) => each.name === name)?.figures;

const sizes = [at(100, kilobytes(16, 50)), at(1000, kilobytes(16, 100)), at(10_000, kilobytes(20, 500))];

test('a code page keeps its budget at every size, and may not grow with the catalogue', () => {
  expect(row(sizes, 'Code page')).toEqual([
    { value: 16, unit: 'KB', atMost: 24 },
    { value: 16, unit: 'KB', atMost: 24 },
    { value: 20, unit: 'KB', atMost: 24 },
    { value: 1.25, unit: '×', atMost: 1.1 },
  ]);
});

test('the decoder page holds all data and has no limit; the page says why', () => {
  expect(row(sizes, 'Decoder page')?.at(-1)).toEqual({ value: 10, unit: '×' });
  expect(pageGrowthTable(sizes).how).toContain('because the decoder loads all of its data before there is input');
});

test('a quick run, with one size, has no growth to tell', () => {
  expect(row(sizes.slice(0, 1), 'Code page')).toEqual([{ value: 16, unit: 'KB', atMost: 24 }, null]);
});
