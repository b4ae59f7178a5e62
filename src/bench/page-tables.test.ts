import { expect, test } from 'vitest';
import { loadTable, weightTable, type Subject } from './page-tables.ts';
import type { Figure, Table } from './record.ts';

const code = { name: 'Code page', kilobytes: 24, requests: 8 };
const home = { name: 'Home page' };
const ours = (kind: Subject['kind']): Subject => ({ kind, site: 'Undelivered', isOurs: true });
const starlight: Subject = { kind: code, site: 'Starlight', isOurs: false };
const vitePress: Subject = { kind: code, site: 'VitePress', isOurs: false };

/** The figure of a row under a heading. */
const cell = ({ columns, rows }: Table, name: string, column: string): Figure | null | undefined =>
  rows.find((row) => row.name === name)?.figures[columns.indexOf(column)];

const weighing = (kilobytes: number) => {
  const traffic = { bytes: kilobytes * 1024, requests: 8, workerBytes: 0, workerRequests: 0 };
  return { cold: traffic, rested: { ...traffic, bytes: traffic.bytes + 1024 } };
};

test('weights stand by kind of page, each against Starlight where it has the page', () => {
  const table = weightTable(
    [
      { ...ours(code), ...weighing(16) },
      { ...ours(home), ...weighing(100) },
      { ...starlight, ...weighing(64) },
      { ...vitePress, ...weighing(256) },
    ],
    1000,
  );
  expect(table.rows.map(({ name }) => name)).toEqual([
    'Code page, Undelivered',
    'Code page, Starlight',
    'Code page, VitePress',
    'Home page, Undelivered',
  ]);
  const against = (name: string) => cell(table, name, 'Against Starlight');
  expect(against('Code page, Undelivered')).toEqual({ value: 0.25, unit: '×' });
  expect(against('Code page, VitePress')).toEqual({ value: 4, unit: '×' });
  expect(against('Home page, Undelivered')).toBeNull();
});

test('our pages are held to their budget, and those of others to none', () => {
  const table = weightTable(
    [
      { ...ours(code), ...weighing(25) },
      { ...starlight, ...weighing(64) },
    ],
    1000,
  );
  expect(cell(table, 'Code page, Undelivered', 'Cold')).toEqual({ value: 25, unit: 'KB', atMost: 24 });
  expect(cell(table, 'Code page, Starlight', 'Cold')).toEqual({ value: 64, unit: 'KB' });
});

test('what is kept for offline use does not count as weight of the page', () => {
  const traffic = { bytes: 3 * 1024, requests: 3, workerBytes: 1024, workerRequests: 1 };
  const table = weightTable([{ ...ours(home), cold: traffic, rested: traffic }], 1000);
  expect(cell(table, 'Home page, Undelivered', 'Cold')?.value).toBe(2);
  expect(cell(table, 'Home page, Undelivered', 'Requests')?.value).toBe(2);
  expect(cell(table, 'Home page, Undelivered', 'For offline use')?.value).toBe(1);
});

test('loading is held against Starlight too, and against nothing where that is not blocked at all', () => {
  const load = (blocked: number, largestPaint: number) => ({
    blocked,
    drawn: blocked + 40,
    largestPaint,
    shift: 0,
  });
  const table = loadTable(
    [
      { ...ours(code), ...load(50, 600) },
      { ...starlight, ...load(100, 1200) },
    ],
    5,
  );
  expect(cell(table, 'Code page, Undelivered', 'Blocked against Starlight')?.value).toBe(0.5);
  expect(cell(table, 'Code page, Undelivered', 'Paint against Starlight')?.value).toBe(0.5);
  expect(cell(table, 'Code page, Starlight', 'With drawing')).toEqual({ value: 140, unit: 'ms' });
  const idle = loadTable(
    [
      { ...ours(code), ...load(50, 600) },
      { ...starlight, ...load(0, 1200) },
    ],
    5,
  );
  expect(cell(idle, 'Code page, Undelivered', 'Blocked against Starlight')).toBeNull();
});
