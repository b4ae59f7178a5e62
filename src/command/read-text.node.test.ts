import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { textOf as textOfBlob } from '#components/decoder/read-text.ts';
import { textOf } from './read-text.node.ts';

/** Reads bytes that arrive in chunks of this size. */
async function read(bytes: Uint8Array, size: number): Promise<string> {
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    Buffer.from(bytes.subarray(index * size, (index + 1) * size)),
  );
  let text = '';
  for await (const piece of textOf(Readable.from(chunks))) text += piece;
  return text;
}

const text = '{"errorCode":4775,"text":"größer 🎉"}\n'.repeat(3);
/** Zeros in both places: no UTF-16. */
const unsure = Buffer.from([0x34, 0x37, 0, 0, 0x34, 0]);
const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');

describe.each([1, 2, 7, 10_000])('input in chunks of %i bytes', (size) => {
  test('is the same text for UTF-8, UTF-16 of both orders and gzip', async () => {
    expect(await read(Buffer.from(text), size)).toBe(text);
    expect(await read(utf16, size)).toBe(`\ufeff${text}`);
    expect(await read(Buffer.from(utf16).swap16(), size)).toBe(`\ufeff${text}`);
    expect(await read(gzipSync(text), size)).toBe(text);
    expect(await read(gzipSync(utf16), size)).toBe(`\ufeff${text}`);
  });
});

describe.each([1, 2, 7, 10_000])('input without a mark in chunks of %i bytes', (size) => {
  const unmarked = Buffer.from(text, 'utf16le');

  test('is the same text for UTF-16 of both orders, packed or not, however short', async () => {
    expect(await read(unmarked, size)).toBe(text);
    expect(await read(Buffer.from(unmarked).swap16(), size)).toBe(text);
    expect(await read(gzipSync(unmarked), size)).toBe(text);
    expect(await read(Buffer.from('4775', 'utf16le'), size)).toBe('4775');
  });
});

test('the encoding is told as the decoder on the site tells it', async () => {
  for (const bytes of [unsure, Buffer.from(text), Buffer.from(text, 'utf16le'), utf16]) {
    let onSite = '';
    for await (const piece of textOfBlob(new Blob([bytes]), new AbortController().signal, () => undefined))
      onSite += piece;
    expect(await read(bytes, 7)).toBe(onSite);
  }
});

test('empty input is empty text, and bytes that are no text become U+FFFD', async () => {
  expect(await read(Buffer.alloc(0), 1)).toBe('');
  expect(await read(Buffer.from([0x41, 0xff]), 1)).toBe('A\ufffd');
});

test('a gzip that was cut short gives what is there, then an error', async () => {
  const packed = gzipSync(Buffer.from(Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 251)));
  let length = 0;
  const reading = (async () => {
    for await (const piece of textOf(Readable.from([packed.subarray(0, packed.length - 20)]))) length += piece.length;
  })();
  await expect(reading).rejects.toThrow(/unexpected end/);
  expect(length).toBeGreaterThan(0);
});
