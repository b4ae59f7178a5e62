import type { Catalog, Code } from '#catalog';
import { bareTitle, codeDescription, codeTitle } from '../describe.ts';
import { about } from '../open-data/about.ts';
import { api, machinePaths } from '../open-data/paths.ts';
import type { Publication } from '../open-data/publication.ts';
import { describeChanges } from '../page-kinds/changes-page.ts';
import { describeCoverage, knowledgeWords, type Knowledge } from '../page-kinds/coverage.ts';
import { inferred } from '../page-parts/sources-of.ts';
import { paths } from '../urls.ts';
import { basis, blocks, bullets, frontMatter, inline, link, marked, sourceList, table } from './text.ts';

/** The page of a number without its set: what it means in every set that has it. */
export const bareMarkdown = (digits: string, codes: readonly Code[], publication: Publication): string =>
  blocks(
    frontMatter({
      title: bareTitle(codes),
      description: codes.map(codeDescription).join(' '),
      url: publication.address(paths.bare(digits)),
      license: about.licence.spdx,
    }),
    `# Error ${digits}`,
    ...codes.map((code) =>
      blocks(
        `## ${inline(codeTitle(code))}`,
        `${inline(code.summary.value)}${code.summary.basis === 'inferred' ? basis(inferred) : ''}`,
        link('Everything about it', publication.address(paths.code(code.set.id, code.code))),
      ),
    ),
  ).concat('\n');

/** How complete the data is, as Markdown. */
export function coverageMarkdown(catalog: Catalog, publication: Publication): string {
  const { sets, sources } = describeCoverage(catalog);
  const kinds = Object.keys(knowledgeWords) as Knowledge[];
  return blocks(
    frontMatter({
      title: 'How complete this is',
      url: publication.address(paths.coverage),
      license: about.licence.spdx,
    }),
    '# How complete this is',
    table(
      ['Set', ...kinds.map((kind) => knowledgeWords[kind].label), 'All'],
      sets.map(({ name, href, counts, total }) => [
        link(name, publication.linked(href)),
        ...kinds.map((kind) => String(counts[kind])),
        String(total),
      ]),
    ),
    bullets(kinds.map((kind) => `**${knowledgeWords[kind].label}:** ${inline(knowledgeWords[kind].means)}`)),
    ...sets.map(({ name, complete, says, missing }) =>
      blocks(
        `## ${inline(name)}`,
        says && `**${complete ? 'The list is complete.' : 'The list has gaps.'}** ${marked(says)}`,
        bullets(missing.map(marked)),
      ),
    ),
    sources.length > 0 && blocks('## Sources', sourceList(sources)),
  ).concat('\n');
}

/** What providers changed, as Markdown. */
export function changesMarkdown(catalog: Catalog, publication: Publication): string {
  const { years, sources } = describeChanges(catalog);
  return blocks(
    frontMatter({
      title: 'Changes',
      url: publication.address(machinePaths.changes),
      json: publication.address(api.changes),
      license: about.licence.spdx,
    }),
    '# Changes',
    'What providers changed in their failure codes, and what was corrected.',
    ...years.map(({ heading, days }) =>
      blocks(
        `## ${heading}`,
        ...days.map(({ date, entries }) =>
          blocks(
            `### ${date}`,
            bullets(
              entries.map(({ set, codes, text, was, mark }) => {
                const linked = codes.map(({ code, href }) => link(code, publication.linked(href))).join(', ');
                return `${inline(set.name)} ${linked}: ${inline(text)}${was === undefined ? '' : ` Before: "${inline(was)}".`}${basis(mark)}`;
              }),
            ),
          ),
        ),
      ),
    ),
    blocks('## Sources', sourceList(sources)),
  ).concat('\n');
}
