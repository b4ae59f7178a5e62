import type { Catalog, Family } from '#catalog';
import { familyLabel, familyTitle } from '../describe.ts';
import { about } from '../open-data/about.ts';
import { api } from '../open-data/paths.ts';
import type { Publication } from '../open-data/publication.ts';
import { describeFamilyPage } from '../page-kinds/family-page.ts';
import type { FamilyRow } from '../page-parts/family-row.ts';
import { paths } from '../urls.ts';
import { codeTable } from './code.ts';
import { basis, blocks, frontMatter, inline, link, marked, sourceList, table } from './text.ts';

/** The page of a family as Markdown. */
export function familyMarkdown(family: Family, catalog: Catalog, publication: Publication): string {
  const { set } = family;
  const page = describeFamilyPage(family, catalog);
  return blocks(
    frontMatter({
      title: familyTitle(family),
      url: publication.address(paths.family(set.id, family.id)),
      json: publication.address(api.set(set.id)),
      set: set.id,
      family: family.id,
      stopped: page.stopped.is,
      codes: family.codes.length,
      license: about.licence.spdx,
    }),
    `# ${inline(`${set.file.name} ${familyLabel(family)}`)}`,
    marked(page.summary),
    page.section && `The vendor's heading: "${inline(page.section)}".`,
    `Messages stop at: ${inline(page.stopped.words)}${basis(page.stopped.mark)}.`,
    page.rule && `**The vendor's rule for all of them:** ${marked(page.rule)}`,
    page.parent && `Part of ${link(page.parent.words, publication.linked(page.parent.href))}.`,
    page.children.length > 0 && blocks('## Narrower families', familyTable(page.children, publication)),
    '## Codes',
    page.rows.length > 0 ? codeTable(page.rows, publication) : 'No code of this family is known.',
    page.sources.length > 0 && blocks('## Sources', sourceList(page.sources)),
  ).concat('\n');
}

/** Families as a table. */
export const familyTable = (rows: readonly FamilyRow[], publication: Publication): string =>
  table(
    ['Family', 'What they mean', 'Stops at', 'Codes'],
    rows.map(({ id, heading, href, stopped, count }) => [
      link(id, publication.linked(href)),
      inline(heading),
      inline(stopped.words),
      String(count),
    ]),
  );
