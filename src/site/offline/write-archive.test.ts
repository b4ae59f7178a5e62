import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unpackTar } from '../../components/offline/unpack-tar.ts';
import { startArchive } from './write-archive.ts';

const modified = 1_700_000_000;
const pages = {
  '': '<h1>Home</h1>',
  'acme/4701/': '<h1>Zustellung</h1>',
  'decode/': '<p data-worker="/sw.js">Decode</p>',
};
const others = {
  '404.html': '<h1>Missing</h1>',
  'robots.txt': 'all',
  'offline/1.bin': 'copy',
  'pagefind/entry.json': '{}',
  'service-worker.js': 'x',
};

/** The archive of a small site as bytes; `seen` are the pages that it takes while they are rendered. */
async function archiveOf(base: string, seen: readonly (keyof typeof pages)[]) {
  const folder = mkdtempSync(join(tmpdir(), 'undelivered-archive-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const archive = startArchive(base, modified);
  for (const path of seen) archive.see(path, pages[path]);
  archive.see('404/', others['404.html']);
  archive.see('offline/', '<h1>Offline</h1>');
  for (const [path, text] of Object.entries(pages)) write(`${path}index.html`, text);
  for (const [path, text] of Object.entries(others)) write(path, text);
  const size = await archive.write(folder, Promise.resolve());
  const bytes = readFileSync(join(folder, 'undelivered-site.tar.gz'));
  rmSync(folder, { recursive: true });
  expect(size).toBe(bytes.length);
  return bytes;
}

const filesOf = (archive: Buffer) =>
  [...unpackTar(gunzipSync(archive))].map(({ path, content }) => [path, new TextDecoder().decode(content)]);

const everyFile = [
  ['undelivered-site/404.html', '<h1>Missing</h1>'],
  ['undelivered-site/acme/4701/index.html', '<h1>Zustellung</h1>'],
  ['undelivered-site/decode/index.html', '<p>Decode</p>'],
  ['undelivered-site/index.html', '<h1>Home</h1>'],
  ['undelivered-site/pagefind/entry.json', '{}'],
  ['undelivered-site/robots.txt', 'all'],
];

test('the archive holds each file once, whether it was seen when it was rendered or is found on the disk', async () => {
  for (const seen of [[], ['acme/4701/'], ['decode/', '', 'acme/4701/']] as const)
    expect(filesOf(await archiveOf('', seen)).sort()).toEqual(everyFile);
});

test('files stand below the base path', async () => {
  const paths = filesOf(await archiveOf('/docs', [''])).map(([path]) => path);
  expect(paths).toContain('undelivered-site/docs/index.html');
  expect(paths).toContain('undelivered-site/docs/robots.txt');
});

test('the same site gives the same bytes', async () => {
  expect(await archiveOf('', ['decode/', ''])).toEqual(await archiveOf('', ['decode/', '']));
});
