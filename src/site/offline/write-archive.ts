import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { packTar, type BuiltFile } from './pack-tar.ts';
import { readBuiltFiles } from './read-built-files.ts';

/** Name of the archive, and of the folder that it unpacks to. */
const archiveName = 'undelivered-site';
const archivePath = `${archiveName}.tar.gz`;

/** The archive of a site in the making. */
export interface ArchiveWriter {
  /** Takes a page when it is rendered. `path` is its address below the site: `bandwidth/4775/`. */
  see(path: string, html: string): void;
  /**
   * Adds every file of the built site that was not seen, and writes the archive into its folder. `fullText` says when the
   * full-text index is there. Returns the size of the archive in bytes.
   */
  write(folder: string, fullText: Promise<void>): Promise<number>;
}

/**
 * Packs the whole built site into one file for download, which any static server serves once it is unpacked. A packed tar
 * archive and not a zip: every system unpacks it today, and packing all pages together makes it a third as large. Pages are
 * packed while others are rendered, because compressing takes about as long as that and another thread does it. The same
 * site and time (`modified`, in seconds since 1970) give the same bytes.
 *
 * Left out are the archive itself and what is for offline use: the unpacked folder needs no copy, and a worker that stays
 * behind at a port of one's own machine would answer for whatever is served there next. Files stand below the base path, so
 * that their links hold.
 */
export function startArchive(base: string, modified: number): ArchiveWriter {
  const below = [archiveName, ...base.split('/')].filter(Boolean).join('/');
  const seen = new Set<string>();
  const pages = new PassThrough({ objectMode: true });
  const others = Promise.withResolvers<AsyncIterable<BuiltFile>>();
  async function* files(): AsyncGenerator<BuiltFile> {
    for await (const page of pages as AsyncIterable<BuiltFile>) yield page;
    yield* await others.promise;
  }
  async function* moved(): AsyncGenerator<BuiltFile> {
    for await (const file of files()) yield { path: `${below}/${file.path}`, content: withoutWorker(file) };
  }
  const packing = pipeline(
    Readable.from(packTar(moved(), modified)),
    // One percent larger than with the highest level, in two thirds of the time.
    createGzip({ level: 6, memLevel: 9 }),
    (pieces: AsyncIterable<Buffer>) => Array.fromAsync(pieces),
  );
  // What goes wrong is told by `write`.
  packing.catch(() => undefined);
  return {
    see(path, html) {
      const file = `${path}index.html`;
      if (path === missingPage || isForOfflineUse(file)) return;
      seen.add(file);
      pages.write({ path: file, content: Buffer.from(html) } satisfies BuiltFile);
    },
    async write(folder, fullText) {
      const isMissing = (path: string) => path !== archivePath && !isForOfflineUse(path) && !seen.has(path);
      pages.end();
      others.resolve(readBuiltFiles(folder, isMissing, fullText));
      const archive = Buffer.concat(await packing);
      writeFileSync(join(folder, archivePath), archive);
      return archive.length;
    },
  };
}

/** Astro writes this page into a file of another name, which is read when it is there. */
const missingPage = '404/';

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
