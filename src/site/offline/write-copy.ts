import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { build } from 'rolldown';
import { isKept, isSearchPiece, unpacked } from './kept-files.ts';
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
  /** Whether the full-text index fits in. Without it search answers from our own indexes. */
  readonly hasFullText: boolean;
}

const worker = fileURLToPath(new URL('../../components/offline/service-worker.ts', import.meta.url));

/**
 * Writes into a built site what it needs for offline use: one bundle with every kept file (`offline/<version>.bin`, a packed
 * tar archive; the neutral ending keeps servers from unpacking it on the way) and the service worker that loads it. The
 * version is a hash of the kept files and the worker, so the same site gives the same bundle and any change another.
 * `fullText` says when the full-text index is there.
 */
export async function writeCopy(folder: string, fullText: Promise<void>): Promise<WrittenCopy> {
  const script = await bundleWorker();
  const withFullText = await pack(readBuiltFiles(folder, isKept, fullText), script, mostBytes);
  const { version, files, bundle } =
    withFullText ??
    (await pack(
      readBuiltFiles(folder, (path) => isKept(path) && !isSearchPiece(path), fullText),
      script,
      Infinity,
    ))!;
  const path = `offline/${version}.bin`;
  await mkdir(join(folder, 'offline'), { recursive: true });
  await writeFile(join(folder, path), bundle);
  const facts = JSON.stringify({ version, path, files });
  await writeFile(join(folder, 'service-worker.js'), `const BUNDLE=${facts};${script}`);
  return { version, files, bytes: bundle.length, hasFullText: withFullText !== undefined };
}

interface Packed {
  readonly version: string;
  readonly files: number;
  readonly bundle: Buffer;
}

/** The bundle with its version; undefined where it would be larger than `most` bytes. */
async function pack(kept: AsyncIterable<BuiltFile>, script: string, most: number): Promise<Packed | undefined> {
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
