import { expect, test } from 'vitest';
import { headersFile } from './headers.ts';

const root = { siteUrl: 'https://undelivered.example.com', basePath: '/' };
const file = headersFile("default-src 'none'", root);
const rule = (path: string, text = file) =>
  new RegExp(`^${path.replaceAll('*', '\\*')}\\n((?:  .+\\n)+)`, 'm').exec(text)?.[1];

test('every page has the policy, and may not be shown inside another', () => {
  expect(rule('/*')).toContain("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\n");
});

test('no header is set for a path by two rules', () => {
  const everywhere = [...(rule('/*') ?? '').matchAll(/^ {2}([\w-]+):/gm)].map(([, name]) => name ?? '');
  const elsewhere = file.slice(file.indexOf('\n/_astro'));
  expect(everywhere.length).toBeGreaterThan(4);
  expect(everywhere.filter((name) => elsewhere.includes(`  ${name}:`))).toEqual([]);
});

test('files with a hash in their name are kept for good, data is for everybody', () => {
  expect(rule('/_astro/*')).toContain('immutable');
  expect(rule('/api/*')).toContain('Access-Control-Allow-Origin: *');
});

test('the base path stands before every path, and the host is then left alone', () => {
  const text = headersFile('', { ...root, basePath: 'docs' });
  expect(text.match(/^\/\S*/gm)?.every((path) => path.startsWith('/docs/'))).toBe(true);
  expect(text).not.toContain('Strict-Transport-Security');
  expect(file).toContain('Strict-Transport-Security: max-age=31536000\n');
});

test('a site without HTTPS does not ask for it', () => {
  expect(headersFile('', { ...root, siteUrl: 'http://localhost:4321' })).not.toContain('Strict-Transport');
});
