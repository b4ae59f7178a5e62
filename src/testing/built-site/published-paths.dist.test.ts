import { expect, test } from 'vitest';
import { redirects } from '#site/building/redirects';
import { dist } from './built-site.ts';
import { builtPaths, checkPaths, readPublishedPaths } from './published-paths.ts';

const { lost, astray } = checkPaths(readPublishedPaths(), builtPaths(dist), redirects);

test('every address that was ever published is there, or src/site/building/redirects.ts leads on from it', () => {
  expect(lost).toEqual([]);
});

test('every redirect leads to a page', () => {
  expect(astray).toEqual([]);
});

test('the list holds what the site began with', () => {
  expect(readPublishedPaths()).toEqual(
    expect.arrayContaining(['/', '/bandwidth/4775/', '/4775/', '/api/v1/index.json', '/bird/15016.md']),
  );
});

test('the list holds what is linked to and installed beside pages and data', () => {
  expect(readPublishedPaths()).toEqual(
    expect.arrayContaining([
      ...['/images/bandwidth/47xx.png', '/undelivered-site.tar.gz'],
      ...['/site.webmanifest', '/service-worker.js', '/favicon.svg'],
    ]),
  );
});

test('the list holds nothing whose name changes with its content', () => {
  expect(readPublishedPaths().filter((path) => /^\/(_astro|pagefind|search|decode)\/.|\.bin$/.test(path))).toEqual([]);
});
