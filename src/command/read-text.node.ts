import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { encodingOf, headLength } from '#batch';

/**
 * The text of a stream, piece by piece, never the whole of it. gzip is unpacked; UTF-8 and UTF-16, with or without a mark
 * at the beginning, are decoded, and bytes that are neither become U+FFFD: just as the decoder on the site reads files.
 */
export async function* textOf(stream: Readable): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const bytes of withHead(unpacked(stream), headLength)) {
    decoder ??= new TextDecoder(encodingOf(bytes.subarray(0, headLength)), { ignoreBOM: true });
    const text = decoder.decode(bytes, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder?.decode() ?? '';
  if (rest !== '') yield rest;
}

async function* unpacked(stream: Readable): AsyncGenerator<Uint8Array> {
  // Two bytes mark a gzip.
  const chunks = withHead(stream, 2);
  const first = await chunks.next();
  if (first.done) return;
  const head = first.value;
  const whole = (async function* () {
    yield head;
    yield* chunks;
  })();
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  // Errors of either stream end the iteration, which throws them; the callback has nothing to add.
  yield* isPacked ? (pipeline(whole, createGunzip(), () => undefined) as AsyncIterable<Uint8Array>) : whole;
}

/** The same bytes; the first chunk has those that say what the rest is, even where a pipe hands over single ones. */
async function* withHead(chunks: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array();
  for await (const chunk of chunks) {
    if (head === undefined) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < length) continue;
    yield head;
    head = undefined;
  }
  if (head !== undefined && head.length > 0) yield head;
}
