import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/** The folder that the paths of `sourceFiles` are in. */
export const sourceFolder = resolve(import.meta.dirname, '..');

/** Every module and component under src/, with slashes on every system. */
export const sourceFiles: readonly string[] = readdirSync(sourceFolder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|astro)$/.test(entry.name))
  .map((entry) => relative(sourceFolder, join(entry.parentPath, entry.name)).split(sep).join('/'));

/** The code of a file: of a component what stands between its dashes and in its scripts. */
export function codeOf(file: string): string {
  const source = readFileSync(join(sourceFolder, file), 'utf8');
  if (!file.endsWith('.astro')) return source;
  return [
    /^---\n([\s\S]*?)\n---/.exec(source)?.[1] ?? '',
    ...[...source.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]),
  ].join('\n');
}
