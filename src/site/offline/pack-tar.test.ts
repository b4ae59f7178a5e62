import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unpackTar } from '../../components/offline/unpack-tar.ts';
import { packTar, type BuiltFile } from './pack-tar.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const long = `${'folder/'.repeat(16)}${'n'.repeat(90)}.html`;
const files = [
  { path: 'index.html', content: bytes('<h1>Zustellung – 4775</h1>') },
  { path: 'empty.txt', content: new Uint8Array() },
  { path: 'one-block.bin', content: new Uint8Array(512).fill(7) },
  { path: long, content: bytes('deep') },
];
const modified = 1_700_000_000;

const packed = async (all: readonly BuiltFile[]): Promise<Buffer> =>
  Buffer.concat(await Array.fromAsync(packTar(all, modified)));

test('what was packed is unpacked, long paths included', async () => {
  const unpacked = [...unpackTar(await packed(files))].map(({ path, content }) => ({
    path,
    content: new Uint8Array(content),
  }));
  expect(unpacked).toEqual(files);
});

test('what is handed on piece by piece is one archive', async () => {
  const large = Array.from({ length: 5 }, (_, index) => ({
    path: `${index}.bin`,
    content: new Uint8Array(700_001).fill(index),
  }));
  expect((await Array.fromAsync(packTar(large, modified))).length).toBeGreaterThan(1);
  const unpacked = [...unpackTar(await packed(large))];
  expect(unpacked.map(({ path, content }) => [path, content.length, content[0], content.at(-1)])).toEqual(
    large.map(({ path, content }) => [path, content.length, content[0], content[0]]),
  );
});

test('tar reads it, with contents and times', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'undelivered-tar-'));
  writeFileSync(join(folder, 'archive.tar'), await packed(files));
  execFileSync('tar', ['-xf', 'archive.tar'], { cwd: folder });
  for (const { path, content } of files) expect(new Uint8Array(readFileSync(join(folder, path)))).toEqual(content);
  expect(statSync(join(folder, long)).mtime.getTime()).toBe(modified * 1000);
  rmSync(folder, { recursive: true });
});

test('a path that the format cannot hold is refused', async () => {
  await expect(packed([{ path: 'n'.repeat(101), content: new Uint8Array() }])).rejects.toThrow('too long');
  await expect(packed([{ path: 'über.html', content: new Uint8Array() }])).rejects.toThrow('ASCII');
});

test('an archive that is cut off or damaged is refused', async () => {
  const archive = await packed(files);
  expect(() => [...unpackTar(archive.subarray(0, 600))]).toThrow('ends');
  expect(() => [...unpackTar(archive.subarray(0, 512 * 2))]).toThrow('ends');
  const damaged = Uint8Array.from(archive);
  damaged[3] = 1;
  expect(() => [...unpackTar(damaged)]).toThrow('Damaged header');
});
