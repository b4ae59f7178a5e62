import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { textOf } from './read-text.ts';

async function read(content: BlobPart, signal = new AbortController().signal): Promise<string> {
  let text = '';
  for await (const piece of textOf(new Blob([content]), signal, () => undefined)) text += piece;
  return text;
}

test('UTF-8 with its mark kept', async () => {
  expect(await read('\uFEFFerrorCode: 4701 é')).toBe('\uFEFFerrorCode: 4701 é');
});

test('gzip is unpacked', async () => {
  expect(await read(new Uint8Array(gzipSync('errorCode: 4701\n'.repeat(50_000))))).toHaveLength(16 * 50_000);
});

test('UTF-16 is known by its mark', async () => {
  expect(await read(new Uint8Array([0xff, 0xfe, 0x34, 0, 0x37, 0]))).toBe('\uFEFF47');
});

test('a character cut in two by the pieces stays whole', async () => {
  const text = 'é'.repeat(300_001);
  expect(await read(text)).toBe(text);
});

test('reading ends when it is given up', async () => {
  const control = new AbortController();
  control.abort();
  expect(await read('x'.repeat(1_000_000), control.signal)).toBe('');
});

test('what claims to be gzip and is broken fails, and does not hang', async () => {
  await expect(read(new Uint8Array([0x1f, 0x8b, 1, 2, 3, 4]))).rejects.toThrow();
});
