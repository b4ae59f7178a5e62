import type { Catalog, Cause } from '#catalog';
import { about } from '../open-data/about.ts';
import { api } from '../open-data/paths.ts';
import type { Publication } from '../open-data/publication.ts';
import { causesByMove, describeCausePage } from '../page-kinds/cause-page.ts';
import { paths } from '../urls.ts';
import { counted } from '../wording.ts';
import { basis, blocks, bullets, frontMatter, inline, link, marked, numbered, sourceList, table } from './text.ts';

/** The page of a cause as Markdown. */
export function causeMarkdown(cause: Cause, catalog: Catalog, publication: Publication): string {
  const { file } = cause;
  const page = describeCausePage(cause, catalog);
  const { responsible, retry } = page.verdicts;
  return blocks(
    frontMatter({
      title: file.heading,
      description: file.summary,
      url: publication.address(paths.cause(cause.id)),
      json: publication.address(api.cause(cause.id)),
      cause: cause.id,
      responsible: responsible.is,
      retry: retry.is,
      suppress: file.suppress,
      codes: page.rows.length,
      license: about.licence.spdx,
    }),
    `# ${inline(file.heading)}`,
    inline(file.summary),
    bullets([
      `**Whose move:** ${inline(responsible.words)}${basis(responsible.mark)}`,
      `**Retry:** ${inline(retry.words)}. ${inline(retry.because)}${basis(retry.mark)}`,
    ]),
    '## What to do',
    numbered(page.steps.map(({ text, mark }) => `${inline(text)}${page.allInferred ? '' : basis(mark)}`)),
    page.allInferred && '*The steps are our reading.*',
    page.collect.length > 0 && blocks('Have at hand before you open a ticket:', bullets(page.collect.map(inline))),
    page.meaning.length > 0 && blocks('## What is behind it', ...page.meaning.map(marked)),
    '## Codes in every set',
    ...[...Map.groupBy(page.rows, ({ set }) => set.words)].map(([name, codes]) =>
      blocks(
        `### ${inline(name)}`,
        table(
          ['Code', 'Match', 'Meaning', 'What happened'],
          codes.map(({ code, href, heading, match, summary }) => [
            link(code, publication.linked(href)),
            match,
            inline(heading),
            inline(summary),
          ]),
        ),
      ),
    ),
    page.customer !== undefined && blocks('## What to tell the customer', `> ${inline(page.customer)}`),
    page.near.length > 0 &&
      blocks(
        '## Easily confused',
        bullets(page.near.map(({ words, href, how }) => `${link(words, publication.linked(href))}: ${inline(how)}`)),
      ),
    page.sources.length > 0 && blocks('## Sources', sourceList(page.sources)),
  ).concat('\n');
}

/** The list of causes as Markdown. */
export const causesMarkdown = (catalog: Catalog, publication: Publication): string =>
  blocks(
    frontMatter({
      title: 'Causes',
      url: publication.address(paths.causes),
      json: publication.address(api.causes),
      license: about.licence.spdx,
    }),
    '# Causes',
    'Why messages fail, in words that hold for every provider.',
    ...causesByMove(catalog).map(({ words, causes }) =>
      blocks(
        `## Whose move: ${inline(words)}`,
        bullets(
          causes.map(
            ({ heading, href, summary, retry, count }) =>
              `${link(heading, publication.linked(href))}: ${inline(summary)} Retry: ${inline(retry.words).toLowerCase()}. ${counted(count, 'code')}.`,
          ),
        ),
      ),
    ),
  ).concat('\n');
