/** A file of the built site. */
export interface BuiltFile {
  /** Path below the site without a slash before it: `bandwidth/4775/index.html`. */
  readonly path: string;
  readonly content: Uint8Array;
}

const block = 512;

/**
 * Packs files into a tar archive (ustar), in the order given. The same files and time give the same bytes: no owner, no
 * clock. `modified` is in seconds since 1970.
 *
 * Throws where a path is not ASCII or too long for the format (100 bytes, or 155 and 100 on both sides of a slash).
 */
export function packTar(files: readonly BuiltFile[], modified: number): Uint8Array {
  const blocks = files.reduce((sum, { content }) => sum + 1 + Math.ceil(content.length / block), 2);
  const archive = new Uint8Array(blocks * block);
  let offset = 0;
  for (const { path, content } of files) {
    archive.set(header(path, content.length, modified), offset);
    archive.set(content, offset + block);
    offset += block * (1 + Math.ceil(content.length / block));
  }
  return archive;
}

function header(path: string, size: number, modified: number): Uint8Array {
  const bytes = new Uint8Array(block);
  const write = (text: string, at: number) => bytes.set(new TextEncoder().encode(text), at);
  const writeNumber = (value: number, at: number, width: number) =>
    write(`${value.toString(8).padStart(width - 1, '0')}\0`, at);
  const { prefix, name } = splitPath(path);
  write(name, 0);
  writeNumber(0o644, 100, 8);
  writeNumber(0, 108, 8);
  writeNumber(0, 116, 8);
  writeNumber(size, 124, 12);
  writeNumber(modified, 136, 12);
  write('0', 156);
  write('ustar\u000000', 257);
  write(prefix, 345);
  // The checksum counts its own field as blanks.
  write(' '.repeat(8), 148);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
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
