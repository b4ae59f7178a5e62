import { expect, test } from 'vitest';
import { buildingTable, growthTable } from './build-tables.ts';
import type { Figure, Table } from './record.ts';

const mega = 1024 * 1024;
const taking = (...seconds: number[]) => seconds.map((each) => ({ seconds: each, peakMemory: 100 * mega }));

/** The figure of a row under a heading. */
const cell = ({ columns, rows }: Table, name: string, column: string): Figure | null | undefined =>
  rows.find((row) => row.name === name)?.figures[columns.indexOf(column)];

test('a site is told by the median of its builds, and by its time per page against that of Starlight', () => {
  const table = buildingTable(
    [
      { name: 'Undelivered', pages: 200, runs: taking(99, 10, 11) },
      { name: 'Starlight', pages: 100, runs: taking(20, 22, 24) },
    ],
    3,
  );
  expect(cell(table, 'Undelivered', 'Time')).toEqual({ value: 11, unit: 's', atMost: 10 });
  expect(cell(table, 'Undelivered', 'Time per page')).toEqual({ value: 55, unit: 'ms' });
  expect(cell(table, 'Undelivered', 'Against Starlight')).toEqual({ value: 0.25, unit: '×' });
  expect(cell(table, 'Starlight', 'Against Starlight')).toEqual({ value: 1, unit: '×' });
  expect(cell(table, 'Starlight', 'Memory')).toEqual({ value: 100, unit: 'MB' });
});

test('ten thousand codes may take half as much again per page as a thousand', () => {
  const size = (codes: number, pages: number, seconds: number) => ({
    name: `${codes} codes`,
    codes,
    pages,
    runs: taking(seconds),
  });
  const table = growthTable([size(100, 200, 10), size(1000, 2000, 20), size(10_000, 20_000, 320)]);
  expect(cell(table, '10000 codes', 'Against 1,000 codes')).toEqual({ value: 1.6, unit: '×', atMost: 1.5 });
  expect(cell(table, '1000 codes', 'Against 1,000 codes')).toBeNull();
  expect(cell(table, '100 codes', 'Against 1,000 codes')).toBeNull();
});

test('a size is told by the median of its builds, with how many they were', () => {
  const table = growthTable([
    { name: '100 codes', codes: 100, pages: 200, runs: taking(9, 30, 10) },
    { name: '10000 codes', codes: 10_000, pages: 20_000, runs: taking(70) },
  ]);
  expect(cell(table, '100 codes', 'Time')).toEqual({ value: 10, unit: 's' });
  expect(cell(table, '100 codes', 'Builds')).toEqual({ value: 3, unit: 'builds' });
  expect(cell(table, '10000 codes', 'Builds')).toEqual({ value: 1, unit: 'builds' });
});

test('a quick run, without a thousand codes, has no growth to tell', () => {
  const table = growthTable([{ name: '100 codes', codes: 100, pages: 200, runs: taking(10) }]);
  expect(cell(table, '100 codes', 'Against 1,000 codes')).toBeNull();
});
