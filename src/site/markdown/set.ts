import type { Catalog, CodeSet } from '#catalog';
import { setTitle } from '../describe.ts';
import { plainText } from '../inline-text.ts';
import { about } from '../open-data/about.ts';
import { api } from '../open-data/paths.ts';
import type { Publication } from '../open-data/publication.ts';
import { describeSetPage, type SetPage } from '../page-kinds/set-page.ts';
import { paths } from '../urls.ts';
import { codeTable } from './code.ts';
import { familyTable } from './family.ts';
import { blocks, bullets, fenced, frontMatter, inline, link, marked, numbered, sourceList } from './text.ts';

/** The overview of a set as Markdown. */
export function setMarkdown(set: CodeSet, catalog: Catalog, publication: Publication): string {
  const page = describeSetPage(set, catalog);
  return blocks(
    frontMatter({
      title: setTitle(set),
      description: plainText(page.summary),
      url: publication.address(paths.set(set.id)),
      json: publication.address(api.set(set.id)),
      set: set.id,
      provider: set.file.provider,
      product: set.file.product,
      field: page.field,
      codes: page.counts.codes,
      complete: page.coverage.complete,
      checked: page.counts.checked,
      license: about.licence.spdx,
    }),
    `# ${inline(setTitle(set))}`,
    inline(page.summary),
    `${page.counts.codes} codes, ${page.counts.removed} of them removed. The code stands in \`${page.field}\`.`,
    '## How a failure reaches you',
    arrival(page, publication),
    ...scheme(page),
    '## Families',
    familyTable(page.families, publication),
    page.broad.length > 0 && blocks('Broader bands:', familyTable(page.broad, publication)),
    '## All codes',
    codeTable(page.rows, publication),
    '## How complete this is',
    `**${page.coverage.complete ? 'The list is complete.' : 'The list has gaps.'}** ${marked(page.coverage.says)}`,
    bullets(page.coverage.missing.map(marked)),
    '## Sources',
    sourceList(page.sources),
  ).concat('\n');
}

function arrival({ arrives, carrier, carries }: SetPage, publication: Publication): string {
  return blocks(
    `${inline(arrives.heading)}:`,
    fenced(arrives.lines.map(({ text, note }) => `${text}${note === undefined ? '' : `  (${note})`}`).join('\n')),
    numbered(arrives.notes.map(marked)),
    ...arrives.after.map(marked),
    carrier &&
      `These codes stand inside a failure of ${link(carrier.set.words, publication.linked(carrier.set.href))} whose source is \`${carrier.name}\`.`,
    carries.length > 0 &&
      `The platform's own code is explained in ${carries.map(({ words, href, name }) => `${link(words, publication.linked(href))} (\`${name}\`)`).join(', ')}.`,
  );
}

function scheme({ scheme: figure }: SetPage): (string | undefined)[] {
  if (figure === undefined) return [];
  return [
    '## How a code reads',
    `From left to right: ${figure.asks.map((ask) => inline(ask).toLowerCase()).join(', then ')}.`,
    bullets(
      figure.roots.flatMap(({ digits, heading, says, branches }) => [
        `\`${digits}\` ${inline(heading)}${says === undefined ? '' : `. ${marked(says)}`}`,
        ...branches
          .filter((branch) => branch.digits.length > 0)
          .map(
            (branch) =>
              `${branch.digits.map((digit) => `\`${digits}${digit}\``).join(', ')} ${inline(branch.heading ?? 'not named')}`,
          ),
      ]),
    ),
    bullets(figure.exceptions.map(marked)),
  ];
}
