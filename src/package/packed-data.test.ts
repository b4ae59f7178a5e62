import { gzipSync } from 'node:zlib';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { decoderData } from '#catalog';
import { readCatalog } from '#catalog/node';
import { publishedCode } from '../site/open-data/code-document.ts';
import { publicationOf } from '../site/open-data/publication.ts';
import { createReference } from './reference.ts';
import { packData, unpackData, type PackedData } from './packed-data.ts';

const catalog = readCatalog(resolve(import.meta.dirname, '../../data'));
const json = JSON.stringify(packData(catalog));
const unpacked = unpackData(JSON.parse(json) as PackedData);

/** As a reader of JSON sees it. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('the decoder is handed the same data as on the site', () => {
  expect(plain(decoderData(unpacked))).toEqual(plain(decoderData(catalog)));
});

test('a code says what the open data say of it, key by key', () => {
  const publication = publicationOf(catalog, { site: 'https://codes.example.org', base: '/', epoch: undefined });
  const leftOut = [
    'nameSource',
    'titleSource',
    'meaning',
    'collect',
    'offScheme',
    'distinguish',
    'contradictions',
    'phrases',
    'examples',
    'history',
    'links',
  ];
  for (const code of createReference(unpacked).codes) {
    const original = catalog.code(code.set, code.code);
    const published = original && publishedCode(original, catalog, publication);
    const expected = Object.fromEntries(Object.entries(published ?? {}).filter(([key]) => !leftOut.includes(key)));
    expect(plain(code), code.ref).toEqual(plain(expected));
  }
});

test('every source that something rests on is carried along, and no other', () => {
  const cited = [...json.matchAll(/"source":"([^"]+)"/g)].map(([, id]) => id);
  expect([...unpacked.sources.keys()].sort()).toEqual([...new Set(cited)].sort());
});

test('the data stay small', () => {
  expect(gzipSync(json).length).toBeLessThan(90_000);
});
