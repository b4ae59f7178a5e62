import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { figureText, isMissed, limitText, missedIn, type BenchRecord, type Table } from './record.ts';
import { renderPage } from './render-page.ts';
import { renderTable } from './render-table.ts';

const weights: Table = {
  heading: 'Weight of a page',
  how: 'Weighed by hand.',
  subject: 'Page',
  columns: ['Cold', 'Requests'],
  rows: [
    {
      name: 'Code page',
      figures: [
        { value: 18.42, unit: 'KB', atMost: 24 },
        { value: 9, unit: 'requests', atMost: 8 },
      ],
    },
    { name: 'Other', figures: [{ value: 146.2, unit: 'KB' }, null] },
  ],
};
const part = {
  date: '2026-03-04',
  machine: { cores: 2, model: 'Example processor', memoryGB: 8, system: 'linux x64' },
  versions: { Node: '24.0.0', Chromium: '150.0' },
  seconds: 61,
  tables: [weights],
};
const record: BenchRecord = { pages: part };

test('a figure is missed above what it may be at most, and below what it must be at least', () => {
  expect(isMissed({ value: 24, unit: 'KB', atMost: 24 })).toBe(false);
  expect(isMissed({ value: 24.1, unit: 'KB', atMost: 24 })).toBe(true);
  expect(isMissed({ value: 99, unit: 'points', atLeast: 100 })).toBe(true);
  expect(isMissed({ value: 1e9, unit: 'ms' })).toBe(false);
});

test('figures are written with their unit, and limits with their direction', () => {
  expect(figureText({ value: 18.42, unit: 'KB' })).toBe('18.4 KB');
  expect(figureText({ value: 1234.5, unit: 'ms' })).toBe('1,235 ms');
  expect(limitText({ value: 1, unit: '×', atMost: 4 })).toBe('at most 4 ×');
  expect(limitText({ value: 1, unit: 'points', atLeast: 100 })).toBe('at least 100');
});

test('the page shows each figure with its budget, what is missed, and where it was measured', () => {
  const page = renderPage(record);
  expect(page).toContain(
    '<th scope="row">Code page</th><td data-column="Cold">18.4 KB (at most 24 KB)</td><td data-column="Requests">9 (at most 8) <strong>Missed</strong></td>',
  );
  expect(page).toContain('<th scope="row">Other</th><td data-column="Cold">146 KB</td><td></td>');
  expect(page).toContain('Of 2 budgets 1 is missed.');
  expect(page).toContain('Weighed by hand.');
  expect(page).toMatch(/2026-03-04 .*2 cores \(Example processor\) with 8 GB .*Node 24\.0\.0, Chromium 150\.0/);
});

test('what a name holds is text on the page, not markup', () => {
  const named = { ...weights, subject: 'Page & more', rows: [{ name: '<b>"Code"</b>', figures: [null, null] }] };
  const page = renderPage({ pages: { ...part, tables: [named] } });
  expect(page).toContain('<th scope="col">Page &amp; more</th>');
  expect(page).toContain('<th scope="row">&lt;b&gt;&quot;Code&quot;&lt;/b&gt;</th>');
});

test('parts that were not measured have no section', () => {
  expect(renderPage(record)).not.toContain('## Lighthouse');
});

test('the terminal says the same', () => {
  expect(renderTable(weights)).toMatch(/Code page +18\.4 KB \(at most 24 KB\) +9 \(at most 8, MISSED\)/);
  expect(missedIn([weights])).toEqual(['Weight of a page: Code page, Requests: 9, at most 8']);
});

test('the page of the site is what its record says', () => {
  const file = join(import.meta.dirname, 'record.json');
  const newest = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as BenchRecord) : {};
  const page = readFileSync(resolve(import.meta.dirname, '../content/docs/guides/measurements.md'), 'utf8');
  expect(page).toBe(renderPage(newest));
});
