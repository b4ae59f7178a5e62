/** A file of the built site. */
export interface BuiltFile {
  /** Path below the site without a slash before it: `bandwidth/4775/index.html`. */
  readonly path: string;
  readonly content: Uint8Array;
}

const block = 512;
const blanks = Buffer.alloc(2 * block);
/** Bytes handed on at once: compressing small pieces takes more time to hand over than to compress. */
const batch = 1 << 20;

/**
 * Packs files into a tar archive (ustar), in the order given, and hands it on piece by piece. The same files and time give
 * the same bytes: no owner, no clock. `modified` is in seconds since 1970.
 *
 * Throws where a path is not ASCII or too long for the format (100 bytes, or 155 and 100 on both sides of a slash).
 */
export async function* packTar(
  files: AsyncIterable<BuiltFile> | Iterable<BuiltFile>,
  modified: number,
): AsyncGenerator<Buffer> {
  let pieces: Uint8Array[] = [];
  let size = 0;
  for await (const { path, content } of files) {
    const padding = (block - (content.length % block)) % block;
    pieces.push(header(path, content.length, modified), content, blanks.subarray(0, padding));
    size += block + content.length + padding;
    if (size < batch) continue;
    yield Buffer.concat(pieces);
    pieces = [];
    size = 0;
  }
  yield Buffer.concat([...pieces, blanks]);
}

function header(path: string, size: number, modified: number): Buffer {
  const bytes = Buffer.alloc(block);
  const writeNumber = (value: number, at: number, width: number) =>
    bytes.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at, 'latin1');
  const { prefix, name } = splitPath(path);
  bytes.write(name, 0, 'latin1');
  writeNumber(0o644, 100, 8);
  writeNumber(0, 108, 8);
  writeNumber(0, 116, 8);
  writeNumber(size, 124, 12);
  writeNumber(modified, 136, 12);
  bytes.write('0', 156, 'latin1');
  bytes.write('ustar\u000000', 257, 'latin1');
  bytes.write(prefix, 345, 'latin1');
  // The checksum counts its own field as blanks.
  bytes.fill(' ', 148, 156);
  let sum = 0;
  for (const byte of bytes) sum += byte;
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return bytes;
}

function splitPath(path: string): { readonly prefix: string; readonly name: string } {
  if (!/^[\x21-\x7e]+$/.test(path)) throw new Error(`${path}: only ASCII without blanks fits into the archive.`);
  if (path.length <= 100) return { prefix: '', name: path };
  const slash = path.lastIndexOf('/', 155);
  const name = path.slice(slash + 1);
  if (slash <= 0 || name.length > 100) throw new Error(`${path}: too long for the archive.`);
  return { prefix: path.slice(0, slash), name };
}
