import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readCatalog } from '#catalog/node';
import { readData, writeData } from './data-text.ts';
import { packData, type PackedData } from './packed-data.ts';

const data = packData(readCatalog(resolve(import.meta.dirname, '../../data')));

test('what was written is read again, with every code under its own number', () => {
  expect(readData(writeData(data))).toEqual(JSON.parse(JSON.stringify(data)) as PackedData);
});

test('it packs smaller than plain JSON', () => {
  expect(gzipSync(writeData(data)).length).toBeLessThan(gzipSync(JSON.stringify(data)).length);
});
