const block = 512;

/**
 * Files of a tar archive that we packed ourselves (ustar, regular files only), in its order. The contents are views of
 * the archive. Throws where the archive is cut off or a header is damaged.
 */
export function* unpackTar(archive: Uint8Array): Generator<{ readonly path: string; readonly content: Uint8Array }> {
  for (let offset = 0; ;) {
    const header = archive.subarray(offset, offset + block);
    if (header.length < block) throw new Error('The archive ends before its end mark.');
    if (header.every((byte) => byte === 0)) return;
    if (checksum(header) !== number(header, 148)) throw new Error(`Damaged header at byte ${offset}.`);
    const size = number(header, 124);
    const start = offset + block;
    if (start + size > archive.length) throw new Error('The archive ends inside a file.');
    const prefix = text(header, 345, 155);
    yield {
      path: prefix === '' ? text(header, 0, 100) : `${prefix}/${text(header, 0, 100)}`,
      content: archive.subarray(start, start + size),
    };
    offset = start + Math.ceil(size / block) * block;
  }
}

const text = (header: Uint8Array, at: number, width: number): string => {
  const field = header.subarray(at, at + width);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
};

/** Octal digits up to the first byte that is none. */
const number = (header: Uint8Array, at: number): number => parseInt(text(header, at, 12), 8);

/** Sum of the header's bytes, its own field counted as blanks. */
const checksum = (header: Uint8Array): number =>
  header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);
