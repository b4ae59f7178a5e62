import type { Catalog } from '#catalog';
import { plainText } from '../inline-text.ts';
import { about } from '../open-data/about.ts';
import { api, machinePaths, twinOf } from '../open-data/paths.ts';
import type { Publication } from '../open-data/publication.ts';
import { describeCodePage } from '../page-kinds/code-page.ts';
import { paths } from '../urls.ts';
import { actionWords, counted } from '../wording.ts';
import { codeBody } from './code.ts';
import { blocks, bullets, link } from './text.ts';

/** A hand-written page: its path, title and description in the lists for machines. */
export interface Guide {
  readonly path: string;
  readonly title: string;
  readonly description: string;
}

/** How to read the rest; the same in both files. */
const reading = (): string =>
  bullets([
    'Set and code together are the key. The same number in two sets means two things.',
    'A statement followed by a number in brackets is stated by that source; *our reading* marks what we infer.',
    `What a batch does with a message: ${Object.keys(actionWords).join(', ')}.`,
    'retry: `never`, `after-change` (the same request fails again), `once`, `later` (with back-off), `unknown`.',
  ]);

/** llms.txt: what there is, as links to Markdown (llmstxt.org). */
export function llmsText(catalog: Catalog, guides: readonly Guide[], publication: Publication): string {
  const { address } = publication;
  const template = (path: string) => `${address('/').replace(/\/$/, '')}${path}`;
  const twin = (words: string, page: string, about_: string) =>
    `${link(words, address(twinOf(page)))}: ${plainText(about_)}`;
  return blocks(
    `# ${about.name}`,
    `> ${about.description}`,
    about.notice,
    reading(),
    `One code: \`${template('/{set}/{code}.md')}\` as text, \`${template(api.code('{set}', '{code}'))}\` as JSON. ${counted(
      catalog.sets.reduce((sum, set) => sum + set.codes.length, 0),
      'code',
    )} in ${counted(catalog.sets.length, 'set')}.`,
    '## Sets',
    bullets(
      catalog.sets.map(({ id, file, codes }) =>
        twin(`${file.name}, ${counted(codes.length, 'code')}`, paths.set(id), `${file.summary} Field: ${file.field}.`),
      ),
    ),
    '## Causes',
    bullets(catalog.causes.map(({ id, file }) => twin(file.heading, paths.cause(id), file.summary))),
    '## Data',
    bullets([
      `${link('Index of the JSON files', address(api.index))}: sets, counts, addresses, schemas`,
      `${link('OpenAPI description', address(api.openapi))}: every address and schema`,
      `${link('All codes as CSV', address(api.csv))}: one row per code`,
      `${link('Changes', address(twinOf(machinePaths.changes)))}: what providers changed, with dates`,
    ]),
    guides.length > 0 &&
      blocks(
        '## Guides',
        bullets(guides.map(({ path, title, description }) => `${link(title, address(path))}: ${description}`)),
      ),
    '## Optional',
    bullets([
      `${link('Everything in one file', address(machinePaths.llmsFull))}: every code, without examples and cross references; long`,
      `${link('How complete this is', address(twinOf(paths.coverage)))}: what is documented, inferred, missing`,
    ]),
  ).concat('\n');
}

/** llms-full.txt: every code in one file, without examples and cross references; those are in the file of each code. */
export const llmsFullText = (catalog: Catalog, publication: Publication): string =>
  blocks(
    `# ${about.name}`,
    `> ${about.description}`,
    about.notice,
    reading(),
    ...catalog.sets.flatMap((set) => [
      `## ${set.file.name}`,
      `${plainText(set.file.summary)} ${link('Overview', publication.address(twinOf(paths.set(set.id))))}`,
      ...set.codes.map((code) =>
        codeBody(describeCodePage(code, catalog), publication, { level: 3, without: ['arrives', 'elsewhere'] }),
      ),
    ]),
  ).concat('\n');
