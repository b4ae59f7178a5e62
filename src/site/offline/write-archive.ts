import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { packTar, type BuiltFile } from './pack-tar.ts';
import { readBuiltFiles } from './read-built-files.ts';

/** Name of the archive, and of the folder that it unpacks to. */
export const archiveName = 'undelivered-site';
const archivePath = `${archiveName}.tar.gz`;

/**
 * Packs the whole built site into one file for download, which any static server serves once it is unpacked. A packed tar
 * archive and not a zip: every system unpacks it today, and packing all pages together makes it a third as large. The
 * same site and time (`modified`, in seconds since 1970) give the same bytes.
 *
 * Left out are the archive itself and what is for offline use: the unpacked folder needs no copy, and a worker that stays
 * behind at a port of one's own machine would answer for whatever is served there next.
 *
 * `base` is the path that the site was built for; the files stand below it, so that their links hold.
 */
export async function writeArchive(folder: string, base: string, modified: number): Promise<number> {
  const files = await readBuiltFiles(folder, (path) => path !== archivePath && !isForOfflineUse(path));
  const below = [archiveName, ...base.split('/')].filter(Boolean).join('/');
  const packed = await promisify(gzip)(
    packTar(
      files.map((file) => ({ path: `${below}/${file.path}`, content: withoutWorker(file) })),
      modified,
    ),
    { level: 9, memLevel: 9 },
  );
  await writeFile(join(folder, archivePath), packed);
  return packed.length;
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
