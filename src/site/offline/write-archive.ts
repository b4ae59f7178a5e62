import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { packTar, type BuiltFile } from './pack-tar.ts';
import { readBuiltFiles } from './read-built-files.ts';

/** Name of the archive, and of the folder that it unpacks to. */
export const archiveName = 'undelivered-site';
const archivePath = `${archiveName}.tar.gz`;

/** The built site: its folder, the path that it was built for, and when its full-text index is there. */
export interface BuiltSite {
  readonly folder: string;
  readonly base: string;
  readonly fullText: Promise<void>;
}

/**
 * Packs the whole built site into one file for download, which any static server serves once it is unpacked. A packed tar
 * archive and not a zip: every system unpacks it today, and packing all pages together makes it a third as large. The
 * same site and time (`modified`, in seconds since 1970) give the same bytes. Returns the size of the archive in bytes.
 *
 * Left out are the archive itself and what is for offline use: the unpacked folder needs no copy, and a worker that stays
 * behind at a port of one's own machine would answer for whatever is served there next. Files stand below the base path, so
 * that their links hold.
 */
export async function writeArchive({ folder, base, fullText }: BuiltSite, modified: number): Promise<number> {
  const below = [archiveName, ...base.split('/')].filter(Boolean).join('/');
  const archive = join(folder, archivePath);
  await pipeline(
    Readable.from(packTar(archived(folder, below, fullText), modified)),
    // One percent larger than with the highest level, in two thirds of the time.
    createGzip({ level: 6, memLevel: 9 }),
    createWriteStream(archive),
  );
  return (await stat(archive)).size;
}

async function* archived(folder: string, below: string, fullText: Promise<void>): AsyncGenerator<BuiltFile> {
  const isArchived = (path: string) => path !== archivePath && !isForOfflineUse(path);
  for await (const file of readBuiltFiles(folder, isArchived, fullText))
    yield { path: `${below}/${file.path}`, content: withoutWorker(file) };
}

const isForOfflineUse = (path: string): boolean => /^(service-worker\.js|offline\/.*)$/.test(path);

/** The page of the decoder registers the worker by this attribute. */
function withoutWorker({ path, content }: BuiltFile): Uint8Array {
  if (path !== 'decode/index.html') return content;
  return Buffer.from(
    Buffer.from(content)
      .toString('utf8')
      .replace(/ data-worker="[^"]*"/, ''),
  );
}
