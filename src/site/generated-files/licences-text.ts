import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { about } from '../open-data/about.ts';

/** A package whose code, or a part of it, readers of the site get. */
interface PackageOfOthers {
  readonly name: string;
  /** Which part of the site is theirs. */
  readonly part: string;
  /** Its licence, below the folder of the package. */
  readonly file: string;
  /** Heading in that file from which on it is about what the site does not have. */
  readonly until?: string;
}

/**
 * Code of others in the published site. All of it is under licences that ask for their text to be kept, in every copy of the
 * site: `/licences.txt` has it. `building/foreign-code.ts` fails a build that bundles code of a package that is not here.
 */
export const packagesOfOthers: readonly PackageOfOthers[] = [
  { name: 'pagefind', part: 'the full-text search, in the folder pagefind/', file: 'LICENSE/LICENSE' },
  {
    name: 'vite',
    part: 'in _astro/: a few lines that load parts of a script when they are needed',
    file: 'LICENSE.md',
    until: '# Licenses of bundled dependencies',
  },
  { name: 'rolldown', part: 'in _astro/: a few lines that join parts of a script', file: 'LICENSE' },
  { name: '@astrojs/starlight', part: 'the frame of the pages that are made from it', file: 'LICENSE' },
];

/** The licences of everything in the built site, as one text that goes along with it. */
export const licencesText = (): string =>
  [
    `${about.name}: licences of what this site is made of`,
    section('Data, and the pages made from it', `${about.licence.name}: ${about.licence.url}\n\n${about.notice}`),
    section(`Code of ${about.name}`, readFileSync(resolve('LICENSE'), 'utf8')),
    ...packagesOfOthers.map((one) => section(`${titleOf(one)}: ${one.part}`, licenceOf(one))),
  ].join('\n');

const section = (title: string, text: string): string => `\n${'='.repeat(80)}\n${title}\n\n${text.trim()}\n`;

const titleOf = ({ name }: PackageOfOthers): string => {
  const { version } = JSON.parse(readFileSync(packageFile(name, 'package.json'), 'utf8')) as { version: string };
  return `${name} ${version}`;
};

function licenceOf({ name, file, until }: PackageOfOthers): string {
  const [text = '', rest] = readFileSync(packageFile(name, file), 'utf8').split(until ?? /$^/);
  if (until !== undefined && rest === undefined) throw new Error(`The licence of ${name} has no heading "${until}".`);
  return text;
}

const packageFile = (name: string, file: string): string => resolve('node_modules', name, file);
