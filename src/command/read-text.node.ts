import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/**
 * The text of a stream, piece by piece, never the whole of it. gzip is unpacked; UTF-8, and UTF-16 with its mark, are
 * decoded, and bytes that are neither become U+FFFD: just as the decoder on the site reads files.
 */
export async function* textOf(stream: Readable): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const bytes of unpacked(stream)) {
    decoder ??= new TextDecoder(encodingOf(bytes), { ignoreBOM: true });
    const text = decoder.decode(bytes, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder?.decode() ?? '';
  if (rest !== '') yield rest;
}

async function* unpacked(stream: Readable): AsyncGenerator<Uint8Array> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let head = Buffer.alloc(0);
  let isDone = false;
  // A pipe may hand over single bytes; the first ones say what the rest is.
  while (head.length < 3 && !isDone) {
    const { done, value } = await chunks.next();
    isDone = done ?? false;
    if (!isDone) head = Buffer.concat([head, value as Buffer]);
  }
  const whole = (async function* () {
    if (head.length > 0) yield head;
    for (;;) {
      const { done, value } = await chunks.next();
      if (done) return;
      yield value;
    }
  })();
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  // Errors of either stream end the iteration, which throws them; the callback has nothing to add.
  yield* isPacked ? (pipeline(whole, createGunzip(), () => undefined) as AsyncIterable<Uint8Array>) : whole;
}

const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
