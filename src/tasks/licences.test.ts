import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { licencesOf, unaccepted } from './licences.ts';

const { packages } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package-lock.json'), 'utf8')) as {
  packages: Parameters<typeof licencesOf>[0];
};

test('every package of a production install has a licence that is accepted', () => {
  const licences = licencesOf(packages);
  expect(licences.map(({ name }) => name)).toEqual(expect.arrayContaining(['astro', 'pagefind']));
  expect(unaccepted(licences)).toEqual([]);
});

const odd = (name: string, license?: string) =>
  unaccepted(licencesOf({ [`node_modules/${name}`]: { version: '1.0.0', license } })).length > 0;

test('copyleft, unknown and unstated licences are named', () => {
  expect(odd('a', 'GPL-3.0-only')).toBe(true);
  expect(odd('a', 'MPL-2.0')).toBe(true);
  expect(odd('a', 'SEE LICENSE IN file')).toBe(true);
  expect(odd('a')).toBe(true);
  expect(odd('a', 'MIT AND GPL-2.0-only')).toBe(true);
});

test('a choice is accepted where one of its licences is', () => {
  expect(odd('a', '(GPL-2.0-only OR MIT)')).toBe(false);
  expect(odd('a', 'MIT AND OFL-1.1')).toBe(false);
});

test('what is only used to develop is not looked at', () => {
  expect(licencesOf({ '': {}, 'node_modules/a': { license: 'GPL-3.0-only', dev: true } })).toEqual([]);
});
