import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/** Every address that was ever published, a line each, sorted. They stand in tickets, logs, code and other sites. */
export const listFile = resolve(import.meta.dirname, 'published-paths.txt');

/** Every address that was ever published. */
export const readPublishedPaths = (): string[] => readFileSync(listFile, 'utf8').split('\n').filter(Boolean);

/** Folders whose files are named by their content or belong to one build only, and what only a host reads. */
const internal = /^\/(_astro|pagefind|offline\/.+\.bin$|search\/.+|decode\/.+|_headers$)(\/|$)/;

/**
 * The addresses of a built site that people and programs may keep: pages, data, feeds, files for machine readers; pictures,
 * which previews of links fetch again; the archive; what an installed copy of the site was installed with, its service worker
 * among it, which a browser looks for under this address as long as it keeps the copy.
 */
export const builtPaths = (dist: string): string[] =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
    .map((file) => file.replace(/\/index\.html$/, '/'))
    .filter((path) => !internal.test(path))
    .sort();

/** What the list, the built site and the redirects say of each other. */
export interface PathsCheck {
  /** Published once, neither built now nor redirected. */
  readonly lost: readonly string[];
  /** Built now, not in the list yet. */
  readonly added: readonly string[];
  /** Old addresses whose redirect leads to no page. */
  readonly astray: readonly string[];
}

/** Compares the addresses published once with those built now. `redirects` are old path → new path. */
export function checkPaths(
  published: readonly string[],
  built: readonly string[],
  redirects: Readonly<Record<string, string>>,
): PathsCheck {
  const known = new Set(published);
  const there = new Set(built);
  return {
    lost: published.filter((path) => !there.has(path) && !(path in redirects)),
    added: built.filter((path) => !known.has(path)),
    astray: Object.entries(redirects)
      .filter(([, to]) => !there.has(to.replace(/#.*$/, '')))
      .map(([from]) => from),
  };
}

/** What `--check` says of a built site with these addresses that the list lacks, and how it ends. */
export const reportOfLacking = (added: readonly string[]): { readonly text: string; readonly exitCode: 0 | 1 } =>
  added.length === 0
    ? { text: 'The list is complete.', exitCode: 0 }
    : {
        text: [
          'Not in the list yet; npm run build && npm run published-paths adds them:',
          '',
          ...added.map((path) => `- ${path}`),
        ].join('\n'),
        exitCode: 1,
      };
