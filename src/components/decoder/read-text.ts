/** Called with the bytes of the file that were read so far, before they are unpacked. */
export type OnBytes = (bytes: number) => void;

/**
 * The text of a file, piece by piece. gzip is unpacked; UTF-8, and UTF-16 with its mark, are decoded, and bytes that
 * are neither become U+FFFD. A mark at the beginning stays, so that offsets count as in the file. Stops between pieces
 * when the signal says so.
 */
export async function* textOf(file: Blob, signal: AbortSignal, onBytes: OnBytes): AsyncGenerator<string> {
  const head = new Uint8Array(await file.slice(0, 3).arrayBuffer());
  const counted = file.stream().pipeThrough(countBytes(onBytes));
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  const bytes = isPacked ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
  const reader = bytes.getReader();
  let decoder: TextDecoder | undefined = isPacked ? undefined : new TextDecoder(encodingOf(head), { ignoreBOM: true });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || signal.aborted) break;
      decoder ??= new TextDecoder(encodingOf(value), { ignoreBOM: true });
      const text = decoder.decode(value, { stream: true });
      if (text !== '') yield text;
    }
    const rest = decoder?.decode() ?? '';
    if (rest !== '' && !signal.aborted) yield rest;
  } finally {
    // Without it a file that was given up goes on being read.
    await reader.cancel().catch(() => undefined);
  }
}

const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

function countBytes(onBytes: OnBytes): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let read = 0;
  return new TransformStream({
    transform(chunk, controller) {
      read += chunk.byteLength;
      onBytes(read);
      controller.enqueue(chunk);
    },
  });
}
