import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readCatalog } from '#catalog/node';
import { answerQuery, type Directory, type PieceName } from '#search';
import { searchFile } from '#site/urls';
import { dist } from './built-site.ts';
import { filesWith, weightOfFile } from './page-weight.ts';

const kilobyte = 1024;
const catalog = readCatalog(resolve(import.meta.dirname, '../../../data'));
const directory = json<Directory>(searchFile('directory', ''));
const fileOf = (name: PieceName) => searchFile(name, name === 'directory' ? '' : directory.version);

function json<Content>(path: string): Content {
  return JSON.parse(readFileSync(join(dist, path), 'utf8')) as Content;
}

/** Files of the index that somebody who types the code digit by digit has loaded. */
function indexFor(code: string): string[] {
  const pieces = new Map<PieceName, unknown>([['directory', directory]]);
  for (let end = 1; end <= code.length; end++) {
    const wants = () => answerQuery(code.slice(0, end), pieces).wants;
    for (let names = wants(); names.length > 0; names = wants())
      for (const name of names) pieces.set(name, json(fileOf(name)));
  }
  return [...pieces.keys()].map(fileOf);
}

/** The scripts of a page, which are there before anybody searches. */
const ofPage = filesWith(
  ...[...readFileSync(join(dist, 'bandwidth/4775/index.html'), 'utf8').matchAll(/<script[^>]+src="?([^" >]+)/g)].map(
    ([, file = '']) => file,
  ),
);

/** The script of the dialog, with what it imports at once. */
const ofDialog = [
  ...filesWith(
    ...[...ofPage]
      .flatMap((file) => readFileSync(join(dist, file), 'utf8').match(/search-dialog\.[\w-]+\.js/) ?? [])
      .map((name) => `/_astro/${name}`),
  ),
].filter((file) => !ofPage.has(file));

test('one exact code loads 14 KB at most, scripts and all, however slowly it is typed', () => {
  expect(ofDialog.length).toBeGreaterThan(0);
  const heavy = catalog.sets
    .flatMap(({ codes }) => codes)
    .filter(({ code }) => /^\d+$/.test(code))
    .map(({ code }) => ({ code, files: [...ofDialog, ...indexFor(code)] }))
    .map(({ code, files }) => ({ code, bytes: files.reduce((sum, file) => sum + weightOfFile(file), 0) }))
    .filter(({ bytes }) => bytes > 14 * kilobyte);
  expect(heavy).toEqual([]);
});
