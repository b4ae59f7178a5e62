import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { BuiltFile } from './pack-tar.ts';

const fullTextFolder = 'pagefind';

/**
 * Files of the built site whose path `isWanted`, one after the other, in the order of their paths. The full-text index comes
 * last: it is written meanwhile, and `fullText` says when it is there.
 *
 * Reads synchronously. Each step of an asynchronous read waits for a thread, thousands of times; and whoever packs the
 * files does so on other threads anyway.
 */
export async function* readBuiltFiles(
  folder: string,
  isWanted: (path: string) => boolean,
  fullText: Promise<void>,
): AsyncGenerator<BuiltFile> {
  const isFullText = (path: string) => path.startsWith(`${fullTextFolder}/`);
  for (const path of pathsIn(folder, '')) if (!isFullText(path) && isWanted(path)) yield read(folder, path);
  await fullText;
  for (const path of pathsIn(folder, fullTextFolder)) if (isWanted(path)) yield read(folder, path);
}

const read = (folder: string, path: string): BuiltFile => ({ path, content: readFileSync(join(folder, path)) });

const pathsIn = (folder: string, below: string): string[] =>
  readdirSync(join(folder, below), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
