import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import floor from './floor.json' with { type: 'json' };
import { ownFiles, readQueries } from './queries.ts';

const here = import.meta.dirname;
const files = readdirSync(here).filter((file) => file.endsWith('.jsonl'));
const readme = readFileSync(join(here, 'README.md'), 'utf8');

test('every file of queries in the folder is evaluated', () => {
  expect(files.length).toBeGreaterThan(6);
  expect(ownFiles().sort()).toEqual(files.map((file) => join(here, file)).sort());
});

test('the README says of each file what it holds, with the right number of queries', () => {
  for (const file of files) {
    const [, count] = new RegExp(`^\\| \`${file.replace('.', '\\.')}\` +\\| +(\\d+) +\\|`, 'm').exec(readme) ?? [];
    expect({ file, queries: Number(count) }).toEqual({ file, queries: readQueries(join(here, file)).length });
  }
});

test('every kind of query that has an answer has a floor, and every floor a kind', () => {
  const kinds = new Set(ownFiles().flatMap((file) => readQueries(file).map(({ kind }) => kind)));
  kinds.delete('negative');
  expect(Object.keys(floor).sort()).toEqual(['all', ...kinds].sort());
});

test('the weekly workflow holds the search to the floor', () => {
  const workflow = readFileSync(join(here, '../../../.github/workflows/weekly.yml'), 'utf8');
  expect(workflow).toMatch(/^ +- run: npm run --silent build\n +- run: npm run --silent eval:search$/m);
});
