import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { encodingOf, textOf } from './read-text.ts';

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

const utf16 = (text: string, isBigEndian = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(isBigEndian ? bytes.swap16() : bytes);
};

test('UTF-16 without a mark is known by its zeros', async () => {
  const text = 'to,status,error_code\n+12025550142,failed,4701 é\n';
  expect(await read(utf16(text))).toBe(text);
  expect(await read(utf16(text, true))).toBe(text);
  expect(encodingOf(new Uint8Array([0x34, 0x37, 0, 0, 0x34, 0]))).toBe('utf-8');
});

test.each([
  ['UTF-8', new TextEncoder().encode('errorCode é 4701')],
  ['UTF-16', utf16('\uFEFFerrorCode é 4701')],
  ['UTF-16 without a mark', utf16('errorCode é 4701')],
])('%s is told though the pieces are single bytes', async (_, bytes) => {
  const file = {
    slice: () => new Blob([bytes.slice(0, 2)]),
    stream: () =>
      new ReadableStream({
        start(controller) {
          for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
          controller.close();
        },
      }),
  } as unknown as Blob;
  let text = '';
  for await (const piece of textOf(file, new AbortController().signal, () => undefined)) text += piece;
  expect(text.replace('\uFEFF', '')).toBe('errorCode é 4701');
});

test('packed UTF-16 is unpacked first', async () => {
  expect(await read(new Uint8Array(gzipSync(utf16('\uFEFFcode,4701\n'))))).toBe('\uFEFFcode,4701\n');
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
