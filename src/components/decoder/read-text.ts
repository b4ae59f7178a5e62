import { encodingOf, headLength } from '#batch';

/** Called with the bytes of the file that were read so far, before they are unpacked. */
export type OnBytes = (bytes: number) => void;

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Bytes that are read, decoded and handed on at a time. A stream alone hands out up to 2 MB; text of that size is not among
 * the young objects that the browser clears away quickly.
 */
const pieceLength = 65_536;

/**
 * The text of a file, piece by piece. gzip is unpacked; UTF-8 and UTF-16, with or without a mark at the beginning, are
 * decoded, and bytes that are neither become U+FFFD. A mark stays, so that offsets count as in the file. Stops between
 * pieces when the signal says so.
 */
export async function* textOf(file: Blob, signal: AbortSignal, onBytes: OnBytes): AsyncGenerator<string> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  let read = 0;
  const count = (bytes: Bytes) => onBytes((read += bytes.byteLength));
  const pieces = isPacked
    ? piecesOf(file.stream().pipeThrough(watched(count)).pipeThrough(new DecompressionStream('gzip')))
    : piecesOf(file.stream(), count);
  let decoder: TextDecoder | undefined;
  // Unpacked pieces can be a byte long: they are collected until the encoding can be told.
  let begun: Bytes = new Uint8Array();
  const decode = (bytes: Bytes, isLast: boolean): string => {
    decoder ??= new TextDecoder(encodingOf(bytes.subarray(0, headLength)), { ignoreBOM: true });
    return decoder.decode(bytes, { stream: !isLast });
  };
  for await (const piece of pieces) {
    if (signal.aborted) return;
    if (!decoder) begun = joined(begun, piece);
    if (!decoder && begun.length < headLength) continue;
    const text = decode(decoder ? piece : begun, false);
    if (text !== '') yield text;
  }
  const rest = decode(decoder ? new Uint8Array() : begun, true);
  if (rest !== '') yield rest;
}

/** The pieces of a stream. Whoever stops early ends it: a file that was given up would go on being read. */
async function* piecesOf(stream: ReadableStream<Bytes>, onRead?: (bytes: Bytes) => void): AsyncGenerator<Bytes> {
  const { read, cancel } = readerOf(stream);
  try {
    for (let bytes = await read(); bytes; bytes = await read()) {
      onRead?.(bytes);
      for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
    }
  } finally {
    await cancel().catch(() => undefined);
  }
}

interface Reader {
  /** The next bytes, or undefined at the end. They are gone when it is called again. */
  readonly read: () => Promise<Bytes | undefined>;
  readonly cancel: () => Promise<void>;
}

/** Reads into the same memory again and again where the stream can do that: files can, but not in Safari. */
function readerOf(stream: ReadableStream<Bytes>): Reader {
  try {
    const reader = stream.getReader({ mode: 'byob' });
    let memory = new ArrayBuffer(pieceLength);
    return {
      async read() {
        const { done, value } = await reader.read(new Uint8Array(memory));
        if (done) return undefined;
        memory = value.buffer;
        return value;
      },
      cancel: () => reader.cancel(),
    };
  } catch {
    const reader = stream.getReader();
    return { read: async () => (await reader.read()).value, cancel: () => reader.cancel() };
  }
}

/** Always a copy: what was read does not outlast the next piece. */
function joined(first: Bytes, second: Bytes): Bytes {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Lets everything through and shows it on the way. */
const watched = (onRead: (bytes: Bytes) => void): TransformStream<Bytes, Bytes> =>
  new TransformStream({
    transform(bytes, controller) {
      onRead(bytes);
      controller.enqueue(bytes);
    },
  });
