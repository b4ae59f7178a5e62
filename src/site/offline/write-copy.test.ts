import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unpackTar } from '../../components/offline/unpack-tar.ts';
import { headersOfAll } from '../safety/headers.ts';
import { mostBytes, writeCopy } from './write-copy.ts';

const [decoder, data, page, fullText] = [
  'decode/index.html',
  'decode/data.json',
  'acme/4701/index.html',
  'pagefind/index/en_1.pf_index',
];
const tooLarge = mostBytes + 1;

const headers = headersOfAll("default-src 'self'", { siteUrl: 'https://undelivered.example.com', basePath: '/' });

/** Writes the copy of a site whose files have these sizes in bytes, all of them noise: it packs into nothing less. */
async function copyOf(sizes: Readonly<Record<string, number>>) {
  const folder = mkdtempSync(join(tmpdir(), 'undelivered-copy-'));
  for (const [path, size] of Object.entries(sizes)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), randomBytes(size));
  }
  const { leftOut } = await writeCopy(folder, headers, Promise.resolve());
  const [bundle = ''] = readdirSync(join(folder, 'offline'));
  const kept = [...unpackTar(gunzipSync(readFileSync(join(folder, 'offline', bundle))))].map(({ path }) => path);
  const worker = readFileSync(join(folder, 'service-worker.js'), 'utf8');
  rmSync(folder, { recursive: true });
  return { kept, leftOut, worker };
}

test('a small site is kept whole', async () => {
  const { kept, leftOut } = await copyOf({ [decoder]: 10, [data]: 10, [page]: 10, [fullText]: 10 });
  expect(kept.sort()).toEqual([page, data, decoder, fullText].sort());
  expect(leftOut).toEqual([]);
});

test('where the full text does not fit in, the pages still are', async () => {
  const { kept, leftOut } = await copyOf({ [decoder]: 10, [data]: 10, [page]: 10, [fullText]: tooLarge });
  expect(kept.sort()).toEqual([page, data, decoder].sort());
  expect(leftOut).toEqual(['the full-text index']);
});

test('where the pages of the reference do not fit in either, the decoder stays', async () => {
  const { kept, leftOut } = await copyOf({ [decoder]: 10, [data]: 10, [page]: tooLarge, [fullText]: 10 });
  expect(kept.sort()).toEqual([data, decoder]);
  expect(leftOut).toEqual(['the full-text index', 'the pages of the reference']);
});

test('the worker answers with the headers of a host, and nothing of its own', async () => {
  const { worker } = await copyOf({ [decoder]: 10, [fullText]: 10 });
  expect(worker).toContain(`HEADERS=${JSON.stringify(headers)};`);
  for (const name of Object.keys(headers)) expect(worker.split(name), name).toHaveLength(2);
});
