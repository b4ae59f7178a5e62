import type { Catalog, Code } from '#catalog';
import { codeDescription, codeTitle } from '../describe.ts';
import { about } from '../open-data/about.ts';
import { api } from '../open-data/paths.ts';
import type { Publication } from '../open-data/publication.ts';
import {
  describeCodePage,
  type CodePage,
  type CodeLink,
  type Section,
  type SectionOf,
} from '../page-kinds/code-page.ts';
import type { CodeRow } from '../page-parts/code-row.ts';
import { paths } from '../urls.ts';
import {
  basis,
  blocks,
  bullets,
  fenced,
  frontMatter,
  inline,
  link,
  marked,
  numbered,
  sourceList,
  table,
} from './text.ts';

/** The page of a code as Markdown: the same description of the page that its HTML is made from. */
export function codeMarkdown(code: Code, catalog: Catalog, publication: Publication): string {
  const { set, entry } = code;
  return blocks(
    frontMatter({
      title: codeTitle(code),
      description: codeDescription(code),
      url: publication.address(paths.code(set.id, code.code)),
      json: publication.address(api.code(set.id, code.code)),
      set: set.id,
      code: code.code,
      name: entry.name,
      status: entry.status,
      stopped: code.stopped.value,
      responsible: code.responsible.value,
      retry: code.retry.value.verdict,
      action: code.action,
      suppress: code.suppress,
      billed: code.billed?.value,
      causes: code.causes.map(({ cause }) => cause.id),
      checked: entry.checked,
      license: about.licence.spdx,
    }),
    codeBody(describeCodePage(code, catalog), publication),
  ).concat('\n');
}

interface BodyOptions {
  /** Level of the first heading. */
  readonly level?: number;
  /** Kinds of sections to leave out. */
  readonly without?: readonly Section['kind'][];
}

/** The body alone. */
export function codeBody(
  page: CodePage,
  publication: Publication,
  { level = 1, without = [] }: BodyOptions = {},
): string {
  const { code, status, verdicts, lead, route } = page;
  const mark = '#'.repeat(level);
  return blocks(
    `${mark} ${inline(`${code.set.file.name} ${code.code}: ${code.heading}`)}`,
    status && `**${status.label}.** ${inline(status.text)}`,
    marked(lead),
    bullets(verdicts.map(({ label, words, mark: rests }) => `**${label}:** ${inline(words)}${basis(rests)}`)),
    `The way of the message: ${route.stations.map(({ name, deed, state }) => (state === 'stop' ? `**${inline(name)} ${inline(deed)}**` : `${inline(name)} ${inline(deed)}`)).join(' → ')}.`,
    ...page.sections
      .filter(({ kind }) => !without.includes(kind))
      .map((section) => blocks(`${mark}# ${section.heading}`, sectionBody(section, publication))),
  );
}

type Renderers = { readonly [Kind in Section['kind']]: (section: SectionOf<Kind>, publication: Publication) => string };

const renderers: Renderers = {
  steps: ({ steps, allInferred, retry, rule, suppress, collect }) =>
    blocks(
      numbered(steps.map(({ text, mark }) => `${inline(text)}${allInferred ? '' : basis(mark)}`)),
      allInferred && '*The steps are our reading.*',
      suppress && 'Put the number on your suppression list.',
      `**Send again: ${retry.words.toLowerCase()}.** ${[inline(retry.because), inline(retry.limits)].filter(Boolean).join(' ')}${basis(retry.mark)}`,
      rule && `**The vendor's rule for ${inline(rule.of)}:** ${marked(rule)}`,
      collect.length > 0 && blocks('Have at hand before you open a ticket:', bullets(collect.map(inline))),
    ),
  meaning: ({ paragraphs, causes }, publication) =>
    blocks(
      ...paragraphs.map(marked),
      causes.length > 0 &&
        `Causes: ${causes.map(({ words, href }) => link(words, publication.linked(href))).join(', ')}.`,
    ),
  digits: ({ groups, offScheme }) =>
    blocks(
      bullets(
        groups.map(
          ({ digits, asks, heading, says }) =>
            `\`${digits}\` ${inline(asks)}: ${heading === undefined ? 'not in the scheme' : inline(heading)}${says ? `. ${marked(says)}` : ''}`,
        ),
      ),
      offScheme && inline(offScheme),
    ),
  arrives: ({ how, field, carrier, payloads, decode }, publication) =>
    blocks(
      `${inline(how)}. The code stands in \`${field}\`.`,
      carrier &&
        `It arrives inside a failure of ${link(carrier.set.words, publication.linked(carrier.set.href))}, where the source is named \`${carrier.name}\`.`,
      ...payloads.map(({ text, title }) => fenced(text, title === 'Payload' ? 'json' : '')),
      link('Open in the decoder', publication.linked(decode)),
    ),
  customer: ({ text }) => `> ${inline(text)}`,
  confused: ({ codes, contradictions }, publication) =>
    blocks(
      bullets(codes.map((other) => `${codeLink(other, publication)}: ${inline(other.how)}`)),
      contradictions.length > 0 && blocks('Where sources disagree:', bullets(contradictions.map(marked))),
    ),
  elsewhere: ({ cause, codes, more }, publication) =>
    blocks(
      table(
        ['Code', 'Stopped at', 'Match', 'What happened'],
        codes.map((other) => [
          codeLink(other, publication),
          inline(other.stopped.words),
          other.match,
          inline(other.summary),
        ]),
      ),
      `${more > 0 ? `${more} more: ` : 'All of them: '}${link(cause.words, publication.linked(cause.href))}.`,
    ),
  history: ({ facts, spellings, events }) =>
    blocks(
      bullets(
        facts.map(
          ({ label, value, mono, mark }) => `**${label}:** ${mono ? `\`${value}\`` : inline(value)}${basis(mark)}`,
        ),
      ),
      spellings.length > 0 && `Also written: ${spellings.map(marked).join(', ')}.`,
      bullets(
        events.map(
          ({ date, text, was, mark }) =>
            `${date}: ${inline(text)}${was === undefined ? '' : ` Before: "${inline(was)}".`}${basis(mark)}`,
        ),
      ),
    ),
  sources: ({ sources }) => sourceList(sources),
};

function sectionBody(section: Section, publication: Publication): string {
  const render = renderers[section.kind] as (section: Section, publication: Publication) => string;
  return render(section, publication);
}

const codeLink = ({ set, code, heading, href }: CodeLink, publication: Publication): string =>
  link(`${set} ${code} ${heading}`, publication.linked(href));

/** Codes as a table: what a list of codes shows. */
export const codeTable = (rows: readonly CodeRow[], publication: Publication): string =>
  table(
    ['Code', 'Meaning', 'Name', 'Stopped at', 'Whose move', 'Retry'],
    rows.map(({ code, href, heading, name, status, stopped, responsible, retry }) => [
      link(code, publication.linked(href)),
      `${inline(heading)}${status === 'current' ? '' : ` (${status})`}`,
      name === undefined ? '' : inline(name),
      inline(stopped.words),
      inline(responsible.words),
      inline(retry.words),
    ]),
  );
