/**
 * Every page we publish, and the files that browser scripts load; those of the open data stand in `open-data/paths.ts`. Pure: pages, configuration and browser scripts use it. Paths begin and end with a slash and
 * do not hold the base path; `href` adds it. Codes are part of permanent addresses: nothing here may change one.
 */
export const paths = {
  home: '/',
  decode: '/decode/',
  search: '/search/',
  causes: '/causes/',
  coverage: '/coverage/',
  /** Shown by the service worker where it has nothing; nobody is led there. */
  offline: '/offline/',
  guides: '/guides/',
  openData: '/guides/open-data/',
  correct: '/guides/add-a-code/',
  set: (set: string) => `/${set}/`,
  family: (set: string, family: string) => `/${set}/${family}/`,
  code: (set: string, code: string) => `/${set}/${code}/`,
  /** A number without a set: its meaning in every set that has it, or the way on where one alone does. */
  bare: (digits: string) => `/${digits}/`,
  cause: (cause: string) => `/causes/${cause}/`,
  guide: (guide: string) => `/guides/${guide}/`,
} as const;

/** Where a piece of the search index lies; the directory is the one whose address does not change. */
export const searchFile = (piece: string, version: string): string =>
  piece === 'directory' ? '/search/index.json' : `/search/${version}/${piece}.json`;

/** What the decoder loads: what it recognises codes by (search loads it too), and what its page says about each. */
export const decoderFiles = { data: '/decode/data.json', explanations: '/decode/explanations.json' } as const;

/** The path of a YAML file in the repository. */
export const dataFiles = {
  code: (set: string, code: string) => `data/${set}/codes/${code}.yaml`,
  set: (set: string) => `data/${set}/set.yaml`,
  cause: (cause: string) => `data/causes/${cause}.yaml`,
} as const;

/** Vite puts the base path into what it bundles; what runs outside of Vite says it with `setBase`. */
let base: string = import.meta.env?.BASE_URL ?? '/';

/** Sets the base path of `href` where Vite does not: in the worker that writes files of the site. */
export const setBase = (path: string): void => {
  base = path;
};

/** A path as a link of this site, with the base path before it. */
export const href = (path: string): string => withBase(path, base);

/** Puts a base path, with or without slashes around it, before a path that begins with a slash. */
export function withBase(path: string, base: string): string {
  const trimmed = base.replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? path : `/${trimmed}${path}`;
}

/** Address of the decoder that shows these codes: `/decode/#codes=bandwidth:4775,bird:15016`. */
export const decodeCodes = (codes: readonly { readonly set: string; readonly code: string }[]): string =>
  `${href(paths.decode)}#codes=${codes.map(({ set, code }) => `${set}:${code}`).join(',')}`;
