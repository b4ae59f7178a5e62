import { gunzipSync } from 'node:zlib';
import type { BuiltFile } from './pack-tar.ts';

/**
 * Whether a file of the built site belongs into the copy for offline use: pages with their styles and scripts, what the
 * decoder and search load. Left out is what programs fetch (JSON, Markdown, feeds) and what browsers never ask our pages for.
 */
export const isKept = (path: string): boolean =>
  isSearchPiece(path) ||
  /^(_astro\/|decode\/.*\.json$|search\/.*\.json$|favicon\.svg$)/.test(path) ||
  (path.endsWith('.html') && path !== '404.html');

/** What Pagefind loads for a query. What else its package has for browsers, such as user interfaces, is not published. */
export const isSearchPiece = (path: string): boolean =>
  /^pagefind\/(pagefind(-worker)?\.js|pagefind-entry\.json|wasm\.en\.pagefind|.*\.pf_\w+)$/.test(path);

/** Pages of codes, families, sets, causes and changes: those whose number and size grow with the catalogue. */
export const isReferencePage = (path: string): boolean =>
  path.endsWith('.html') && !/^(index\.html$|(decode|search|offline|coverage|guides)\/)/.test(path);

/**
 * Pieces of Pagefind's index are packed one by one. Unpacked, which it reads as well, they pack better together: 0.4 MB
 * less to load.
 */
export const unpacked = ({ path, content }: BuiltFile): BuiltFile =>
  isSearchPiece(path) && content[0] === 0x1f && content[1] === 0x8b
    ? { path, content: gunzipSync(content) }
    : { path, content };
