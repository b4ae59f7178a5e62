import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { build } from 'rolldown';
import { isKept, isReferencePage, isSearchPiece, unpacked } from './kept-files.ts';
import { packTar, type BuiltFile } from './pack-tar.ts';
import { readBuiltFiles } from './read-built-files.ts';

/** Most bytes that a visitor loads for the copy. */
export const mostBytes = 3_000_000;

/** What was written for offline use. */
export interface WrittenCopy {
  readonly version: string;
  readonly files: number;
  /** Bytes of the bundle, as loaded in one request. */
  readonly bytes: number;
  /** What did not fit in, in words. Without the full text search answers from our own indexes. */
  readonly leftOut: readonly string[];
}

const worker = fileURLToPath(new URL('../../components/offline/service-worker.ts', import.meta.url));

/** What is left out, one after the other, until the copy fits. */
const omissions: readonly { readonly words: string; readonly has: (path: string) => boolean }[] = [
  { words: 'the full-text index', has: isSearchPiece },
  { words: 'the pages of the reference', has: isReferencePage },
];

/**
 * Writes into a built site what it needs for offline use: one bundle with every kept file (`offline/<version>.bin`, a packed
 * tar archive; the neutral ending keeps servers from unpacking it on the way) and the service worker that loads it. The
 * version is a hash of the kept files and the worker, so the same site gives the same bundle and any change another.
 * The worker answers with `headers`, those of a host. `fullText` says when the full-text index is there.
 *
 * Where everything is more than `mostBytes`, the full text is left out, then the pages of codes, families, sets and causes:
 * the decoder and search still say what each code means.
 */
export async function writeCopy(
  folder: string,
  headers: Readonly<Record<string, string>>,
  fullText: Promise<void>,
): Promise<WrittenCopy> {
  const script = `const HEADERS=${JSON.stringify(headers)};${await bundleWorker()}`;
  const { version, files, bundle, leftOut } = await packWhatFits(folder, script, fullText);
  const path = `offline/${version}.bin`;
  await mkdir(join(folder, 'offline'), { recursive: true });
  await writeFile(join(folder, path), bundle);
  const facts = JSON.stringify({ version, path, files });
  await writeFile(join(folder, 'service-worker.js'), `const BUNDLE=${facts};${script}`);
  return { version, files, bytes: bundle.length, leftOut };
}

/** The bundle with as little left out as `mostBytes` allow; what cannot be left out may be more. */
async function packWhatFits(folder: string, script: string, fullText: Promise<void>) {
  const leftOut: string[] = [];
  let isWanted = isKept;
  for (const { words, has } of omissions) {
    const packed = await pack(readBuiltFiles(folder, isWanted, fullText), script, mostBytes);
    if (packed) return { ...packed, leftOut };
    leftOut.push(words);
    const isWantedSoFar = isWanted;
    isWanted = (path) => isWantedSoFar(path) && !has(path);
  }
  const packed = await pack(readBuiltFiles(folder, isWanted, fullText), script);
  return { ...packed, leftOut };
}

interface Packed {
  readonly version: string;
  readonly files: number;
  readonly bundle: Buffer;
}

/** The bundle with its version; undefined where it would be larger than `most` bytes, if there is such a limit. */
async function pack(kept: AsyncIterable<BuiltFile>, script: string): Promise<Packed>;
async function pack(kept: AsyncIterable<BuiltFile>, script: string, most: number): Promise<Packed | undefined>;
async function pack(kept: AsyncIterable<BuiltFile>, script: string, most = Infinity): Promise<Packed | undefined> {
  const hash = createHash('sha256').update(script);
  let files = 0;
  async function* counted(): AsyncGenerator<BuiltFile> {
    for await (const file of kept) {
      const { path, content } = unpacked(file);
      hash.update(`\0${path}\0${content.length}\0`).update(content);
      files += 1;
      yield { path, content };
    }
  }
  try {
    const bundle = await pipeline(
      Readable.from(packTar(counted(), 0)),
      createGzip({ level: 9, memLevel: 9 }),
      (pieces: AsyncIterable<Buffer>) => joined(pieces, most),
    );
    return { version: hash.digest('hex').slice(0, 12), files, bundle };
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

class TooLarge extends Error {}

/** All pieces as one; throws a TooLarge as soon as they are more than `most` bytes. */
async function joined(pieces: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const kept: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    kept.push(piece);
    size += piece.length;
    if (size > most) throw new TooLarge();
  }
  return Buffer.concat(kept);
}

async function bundleWorker(): Promise<string> {
  const { output } = await build({
    input: worker,
    write: false,
    transform: { target: 'es2022' },
    output: { format: 'iife', minify: true, comments: false },
  });
  return output[0].code;
}
