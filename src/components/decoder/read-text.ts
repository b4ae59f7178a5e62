/** Called with the bytes of the file that were read so far, before they are unpacked. */
export type OnBytes = (bytes: number) => void;

type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes by which the encoding is told. */
const headLength = 64;

/**
 * The text of a file, piece by piece. gzip is unpacked; UTF-8 and UTF-16, with or without a mark at the beginning, are
 * decoded, and bytes that are neither become U+FFFD. A mark stays, so that offsets count as in the file. Stops between
 * pieces when the signal says so.
 */
export async function* textOf(file: Blob, signal: AbortSignal, onBytes: OnBytes): AsyncGenerator<string> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const counted = file.stream().pipeThrough(countBytes(onBytes));
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  const reader = (isPacked ? counted.pipeThrough(new DecompressionStream('gzip')) : counted).getReader();
  let decoder: TextDecoder | undefined;
  // Unpacked pieces can be a byte long: they are collected until the encoding can be told.
  let begun: Bytes = new Uint8Array();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (signal.aborted) return;
      let bytes = value ?? new Uint8Array();
      if (!decoder) {
        begun = joined(begun, bytes);
        if (begun.length < headLength && !done) continue;
        decoder = new TextDecoder(encodingOf(begun.subarray(0, headLength)), { ignoreBOM: true });
        bytes = begun;
      }
      const text = decoder.decode(bytes, { stream: !done });
      if (text !== '') yield text;
      if (done) return;
    }
  } finally {
    // Without it a file that was given up goes on being read.
    await reader.cancel().catch(() => undefined);
  }
}

/** By the mark, else by zeros: in UTF-16 every other byte of the letters that logs and tables are made of is one. */
export function encodingOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.floor(head.length / 2);
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (head[index] === 0) evenZeros += 1;
    if (head[index + 1] === 0) oddZeros += 1;
  }
  const isMost = (zeros: number) => pairs > 0 && zeros > pairs / 2;
  if (isMost(oddZeros) && evenZeros === 0) return 'utf-16le';
  return isMost(evenZeros) && oddZeros === 0 ? 'utf-16be' : 'utf-8';
}

function joined(first: Bytes, second: Bytes): Bytes {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function countBytes(onBytes: OnBytes): TransformStream<Bytes, Bytes> {
  let read = 0;
  return new TransformStream({
    transform(chunk, controller) {
      read += chunk.byteLength;
      onBytes(read);
      controller.enqueue(chunk);
    },
  });
}
