import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/** The folder that `npm run build` writes. */
export const dist = resolve(import.meta.dirname, '../../../dist');

/** A page of the built site. */
export interface BuiltPage {
  /** Address below the site: `/bandwidth/4775/`. */
  readonly path: string;
  readonly html: string;
}

/** Every page, sorted by address. Pages that only lead on to another are left out. */
export const readPages = (): BuiltPage[] => readAllPages().filter(({ html }) => targetOf(html) === undefined);

/** Every page that only leads on to another, with the address of that. */
export const readPagesThatLeadOn = (): (BuiltPage & { readonly to: string })[] =>
  readAllPages().flatMap((page) => {
    const to = targetOf(page.html);
    return to === undefined ? [] : [{ ...page, to }];
  });

const targetOf = (html: string): string | undefined => /http-equiv="refresh" content="0; url=([^"]+)"/.exec(html)?.[1];

const readAllPages = (): BuiltPage[] =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.startsWith('pagefind/'))
    .sort()
    .map((file) => ({
      path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
      html: readFileSync(join(dist, file), 'utf8'),
    }));

/** Values of an attribute in the order of the page, with entities read. */
export const attributes = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'g'))].map((match) =>
    readEntities(match[1] ?? match[2] ?? match[3] ?? ''),
  );

/** The text of a page or a part of it, with entities read and tags taken out. */
export const textOf = (html: string): string =>
  readEntities(
    html
      .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' '),
  );

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#34': '"',
  '#38': '&',
  nbsp: ' ',
};
const readEntities = (text: string): string =>
  text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (/^#x/i.test(name)) return String.fromCodePoint(parseInt(name.slice(2), 16));
    if (/^#\d/.test(name)) return String.fromCodePoint(Number(name.slice(1)));
    return entities[name] ?? whole;
  });

/** Whether an address of the site leads to a file of the build. */
export function isBuilt(path: string): boolean {
  const file = resolve(dist, `.${decodeURIComponent(path)}`);
  if (!file.startsWith(dist)) return false;
  return path.endsWith('/') ? existsSync(join(file, 'index.html')) : existsSync(file);
}
