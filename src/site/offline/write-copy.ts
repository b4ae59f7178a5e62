import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build } from 'esbuild';
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
 */
export async function writeCopy(folder: string): Promise<WrittenCopy> {
  const all = (await readBuiltFiles(folder, isKept)).map(unpacked);
  const script = await bundleWorker();
  let files = all;
  let bundle = await pack(files);
  if (bundle.length > mostBytes) {
    files = all.filter(({ path }) => !isSearchPiece(path));
    bundle = await pack(files);
  }
  const version = hashOf(files, script);
  const path = `offline/${version}.bin`;
  await mkdir(join(folder, 'offline'), { recursive: true });
  await writeFile(join(folder, path), bundle);
  const facts = JSON.stringify({ version, path, files: files.length });
  await writeFile(join(folder, 'service-worker.js'), `const BUNDLE=${facts};${script}`);
  return {
    version,
    files: files.length,
    bytes: bundle.length,
    hasFullText: files.some(({ path: name }) => isSearchPiece(name)),
  };
}

const pack = (files: readonly BuiltFile[]): Promise<Buffer> =>
  promisify(gzip)(packTar(files, 0), { level: 9, memLevel: 9 });

function hashOf(files: readonly BuiltFile[], script: string): string {
  const hash = createHash('sha256').update(script);
  for (const { path, content } of files) hash.update(`\0${path}\0${content.length}\0`).update(content);
  return hash.digest('hex').slice(0, 12);
}

async function bundleWorker(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [worker],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
}
