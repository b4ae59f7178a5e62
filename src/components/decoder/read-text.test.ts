import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { encodingOf } from '#batch';
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

const utf16 = (text: string, isBigEndian = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(isBigEndian ? bytes.swap16() : bytes);
};

test('UTF-16 without a mark is known by its zeros', async () => {
  const text = 'to,status,error_code\n+12025550142,failed,4701 é\n';
  expect(await read(utf16(text))).toBe(text);
  expect(await read(utf16(text, true))).toBe(text);
});

/** A file whose stream hands out single bytes, as files do (`bytes`) and as other streams do. */
const drippingFile = (bytes: Uint8Array<ArrayBuffer>, type?: 'bytes') => {
  const drip = (controller: { enqueue(piece: Uint8Array<ArrayBuffer>): void; close(): void }) => {
    for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
    controller.close();
  };
  const stream = () =>
    type
      ? new ReadableStream({
          type,
          start(controller) {
            drip(controller);
            // A reader with memory of its own waits for an answer, even at the end.
            controller.byobRequest?.respond(0);
          },
        })
      : new ReadableStream({ start: drip });
  return { slice: () => new Blob([bytes.slice(0, 2)]), stream } as unknown as Blob;
};

const letters = [
  ['UTF-8', new TextEncoder().encode('errorCode é 4701')],
  ['UTF-16', utf16('\uFEFFerrorCode é 4701')],
  ['UTF-16 without a mark', utf16('errorCode é 4701')],
  ['long UTF-8', new TextEncoder().encode(`errorCode é 4701${' errorCode é 4701'.repeat(10)}`)],
] as const;

test.each(letters.flatMap(([name, bytes]) => [[name, 'bytes', bytes] as const, [name, undefined, bytes] as const]))(
  '%s is told though the pieces are single bytes, in a stream of %s',
  async (_, type, bytes) => {
    let text = '';
    for await (const piece of textOf(drippingFile(bytes, type), new AbortController().signal, () => undefined))
      text += piece;
    expect(text.replace('\uFEFF', '')).toMatch(/^(errorCode é 4701 ?)+$/);
    expect(text).toHaveLength(new TextDecoder(encodingOf(bytes), { ignoreBOM: true }).decode(bytes).length);
  },
);

test('pieces are at most 64 KB, however much the stream hands out at once', async () => {
  const lengths: number[] = [];
  const reported: number[] = [];
  const bytes = new Uint8Array(1_000_000).fill(120);
  const stream = () =>
    new ReadableStream({
      start(controller) {
        controller.enqueue(bytes);
        controller.close();
      },
    });
  const file = { slice: () => new Blob([bytes.slice(0, 2)]), stream } as unknown as Blob;
  for await (const piece of textOf(file, new AbortController().signal, (read) => reported.push(read)))
    lengths.push(piece.length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(65_536);
  expect(lengths.reduce((sum, length) => sum + length)).toBe(1_000_000);
  expect(reported.at(-1)).toBe(1_000_000);
});

test('a file that is given up is not read on', async () => {
  const control = new AbortController();
  let isCancelled = false;
  const stream = () =>
    new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1000).fill(120)),
      cancel: () => void (isCancelled = true),
    });
  const file = { slice: () => new Blob(['xx']), stream } as unknown as Blob;
  let pieces = 0;
  for await (const _ of textOf(file, control.signal, () => undefined)) {
    pieces += 1;
    control.abort();
  }
  expect(pieces).toBe(1);
  expect(isCancelled).toBe(true);
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
