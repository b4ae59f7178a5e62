/** A package of package-lock.json. */
interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

export interface Licence {
  readonly name: string;
  readonly version: string;
  /** As the package states it (SPDX); empty where it states none. */
  readonly licence: string;
}

/** Licences that ask for no more than that their text is kept. */
const permissive = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MIT-0',
    'OFL-1.1',
  ],
  ...['Python-2.0', 'Unlicense'],
]);

/**
 * Packages under a licence that binds whoever changes or passes them on, and why they may be used. They run while the
 * site is built, unchanged; nothing of them is in the site or in the npm package. (What is in the site: licences-text.ts.)
 */
const accepted: readonly { readonly packages: RegExp; readonly licence: string; readonly because: string }[] = [
  {
    packages: /^@img\/sharp-/,
    licence: 'LGPL-3.0-or-later',
    because: 'Astro brings it to resize pictures; it runs at build.',
  },
  { packages: /^@resvg\/resvg-js(-|$)/, licence: 'MPL-2.0', because: 'It draws pictures at build.' },
  {
    packages: /^lightningcss(-|$)/,
    licence: 'MPL-2.0',
    because: 'Vite brings it to shorten style sheets; it runs at build.',
  },
];

/** What is installed with `npm ci --omit=dev`, for every platform, by name. */
export const licencesOf = (packages: Readonly<Record<string, LockedPackage>>): Licence[] =>
  Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { version = '', license = '' }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

/** Packages whose licence is not known, or is one that nobody has looked at yet. */
export const unaccepted = (licences: readonly Licence[]): Licence[] =>
  licences.filter(({ name, licence }) => {
    const parts = partsOf(licence);
    return parts.length === 0 || !parts.every((part) => permissive.has(part) || isAccepted(name, part));
  });

const isAccepted = (name: string, part: string): boolean =>
  accepted.some(({ packages, licence }) => licence === part && packages.test(name));

/** `(MIT OR CC0-1.0)` is a choice: one permissive part is enough. `MIT AND OFL-1.1` asks for both. */
function partsOf(licence: string): string[] {
  const plain = licence.replace(/[()]/g, '').trim();
  if (plain === '') return [];
  const choices = plain.split(/\s+OR\s+/).map((choice) => choice.split(/\s+AND\s+/));
  return choices.find((parts) => parts.every((part) => permissive.has(part))) ?? choices[0] ?? [];
}

/** The licences with their packages, the most frequent first. */
export function describeLicences(licences: readonly Licence[]): string {
  const groups = [...Map.groupBy(licences, ({ licence }) => licence || 'not stated')];
  return groups
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([licence, found]) => `${licence} (${found.length}): ${found.map(({ name }) => name).join(', ')}`)
    .join('\n');
}
