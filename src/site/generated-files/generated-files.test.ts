import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readCatalog } from '#catalog/node';
import { generatedFiles } from './generated-files.ts';

const root = resolve(import.meta.dirname, '../../..');
const files = generatedFiles(readCatalog(resolve(root, 'data')));
const text = (path: string): string => Buffer.from(files.get(path)?.() ?? '').toString('utf8');

test('every kind of file that is no page is in the list', () => {
  for (const path of [
    '/api/v1/index.json',
    '/api/v1/bandwidth/4775.json',
    '/api/v1/codes.csv',
    '/bandwidth/4775.md',
    '/4775.md',
    '/changes/feed.xml',
    '/decode/data.json',
    '/decode/explanations.json',
    '/licences.txt',
    '/llms-full.txt',
    '/robots.txt',
    '/search/index.json',
  ])
    expect(text(path).length, path).toBeGreaterThan(50);
  expect([...files.keys()].filter((path) => !/^\/.+\.\w+$/.test(path) || path.endsWith('.html'))).toEqual([]);
});

test('pictures are PNG', () => {
  for (const path of ['/images/undelivered.png', '/images/bandwidth/47xx.png', '/images/icon-192.png'])
    expect(text(path).slice(1, 4), path).toBe('PNG');
});

test('the directory of the search index names the folder of its pieces', () => {
  const { version } = JSON.parse(text('/search/index.json')) as { version: string };
  expect(text(`/search/${version}/words.json`)).toContain('keys');
});

test('every guide but their list has a Markdown twin, with its title as heading and whole links', () => {
  const guides = readdirSync(resolve(root, 'src/content/docs/guides')).filter((name) => name !== 'index.md');
  for (const name of guides)
    expect(text(`/guides/${name}`), name).toMatch(/^---\ntitle: "(.+)"\n[\s\S]*\n---\n\n# \1\n/);
  expect(files.has('/guides/index.md')).toBe(false);
  expect(text('/guides/retry-policy.md')).not.toMatch(/\]\(\/(?!\/)/);
});
