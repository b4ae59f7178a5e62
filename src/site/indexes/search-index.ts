import { createHash } from 'node:crypto';
import { said, saidInLineage, type Catalog, type Cause, type Code, type CodeSet, type Family } from '#catalog';
import { buildIndex } from '#search/build';
import type { Directory, SearchCode, SearchContent, SearchFamily, SearchPage, SearchSet } from '#search';
import { searchFile } from '../urls.ts';

/** A hand-written page that search should find: `id` is the last part of its address. */
export interface GuideText {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** Everything that the index is made of. */
export const searchContent = (catalog: Catalog, guides: readonly GuideText[] = []): SearchContent => ({
  sets: catalog.sets.map(searchSet),
  families: catalog.sets.flatMap(({ families }) => families.map(searchFamily)),
  namesakes: catalog.namesakes.map(({ numbers, numbering, says }) => ({ numbers, numbering, says: said(says) })),
  codes: catalog.sets.flatMap(({ codes }) => codes.map(searchCode)),
  pages: searchPages(catalog, guides),
});

/**
 * The search index of the site as files: path below the site's root → content. The directory has a fixed address; the
 * pieces it speaks of lie in a folder named after the content, so that a browser may keep them for ever and never mixes
 * two editions.
 */
export function searchFiles(catalog: Catalog, guides: readonly GuideText[] = []): Map<string, unknown> {
  const pieces = buildIndex(searchContent(catalog, guides), '');
  const version = createHash('sha256')
    .update(JSON.stringify([...pieces]))
    .digest('hex')
    .slice(0, 12);
  return new Map(
    [...pieces].map(([name, piece]) => [
      searchFile(name, version),
      name === 'directory' ? { ...(piece as Directory), version } : piece,
    ]),
  );
}

const searchSet = ({ id, file }: CodeSet): SearchSet => ({
  id,
  name: file.name,
  aliases: file.aliases,
  ...(file.carriedBy ? { carriedBy: file.carriedBy.set } : {}),
  stations: file.stations,
  shape: file.shape,
  groups: file.scheme?.groups.map(({ digits, values }) => ({
    digits,
    values: Object.fromEntries(Object.entries(values).map(([key, { heading }]) => [key, heading])),
  })),
});

const searchFamily = (family: Family): SearchFamily => ({
  set: family.set.id,
  id: family.id,
  heading: family.file.heading,
  stopped: said(family.file.stopped),
  responsible: said(saidInLineage(family, 'responsible') ?? 'unknown'),
});

function searchCode(code: Code): SearchCode {
  const aliases = code.aliases.map((alias) => alias.value);
  const numbers = aliases.filter((alias) => /^\d+$/.test(alias));
  const otherNames = [...aliases.filter((alias) => !/^\d+$/.test(alias)), ...formerNames(code)];
  return {
    set: code.set.id,
    code: code.code,
    heading: code.heading,
    responsible: code.responsible.value,
    retry: code.retry.value.verdict,
    stopped: code.stopped.value,
    ...(code.entry.status === 'removed' ? { removed: true as const } : {}),
    ...(code.causes[0] ? { cause: code.causes[0].cause.id } : {}),
    ...(numbers.length > 0 ? { numbers } : {}),
    ...(code.entry.name === undefined ? {} : { names: [code.entry.name] }),
    ...(otherNames.length > 0 ? { otherNames } : {}),
    ...(code.entry.title === undefined ? {} : { label: code.entry.title }),
    ...(code.entry.basis === undefined ? { isGuessed: true as const } : {}),
  };
}

const formerNames = ({ entry }: Code): string[] => entry.history.flatMap(({ was }) => (was === undefined ? [] : [was]));

/** Every page with the texts that the word index is made of. */
const searchPages = (catalog: Catalog, guides: readonly GuideText[] = []): SearchPage[] => [
  ...catalog.causes.map(causePage),
  ...catalog.sets.flatMap((set) => [setPage(set), ...set.families.map(familyPage), ...set.codes.map(codePage)]),
  ...guides.map(guidePage),
];

function codePage(code: Code): SearchPage {
  const { entry } = code;
  return {
    kind: 'code',
    ref: code.ref,
    heading: code.heading,
    causes: code.causes.map(({ cause, match }) => ({ cause: cause.id, match })),
    texts: [
      ...texts('name', entry.name),
      ...texts('title', entry.title, ...formerNames(code)),
      ...texts('heading', code.heading),
      ...texts('name', ...code.aliases.map((alias) => alias.value)),
      ...texts('phrase', ...Object.values(entry.phrases ?? {}).flat()),
      ...texts('summary', code.summary.value),
      ...texts('body', ...(entry.meaning ?? []).map((statement) => said(statement))),
    ],
  };
}

function causePage({ id, file }: Cause): SearchPage {
  return {
    kind: 'cause',
    ref: id,
    heading: file.heading,
    responsible: said(file.responsible),
    retry: file.retry.verdict,
    texts: [
      ...texts('heading', file.heading),
      ...texts('phrase', ...Object.values(file.phrases).flat()),
      ...texts('summary', file.summary),
      ...texts('body', ...(file.meaning ?? []).map((statement) => said(statement))),
    ],
  };
}

const familyPage = ({ id, set, file }: Family): SearchPage => ({
  kind: 'family',
  ref: `${set.id}/${id}`,
  heading: file.heading,
  texts: [...texts('heading', file.heading), ...texts('title', file.section), ...texts('body', said(file.summary))],
});

const setPage = ({ id, file }: CodeSet): SearchPage => ({
  kind: 'set',
  ref: id,
  heading: file.name,
  // Words of its payloads: event names and the field.
  names: [...new Set(Object.values(file.recognise.failure).flat())]
    .filter((word) => /[-_.]/.test(word))
    .concat(file.field),
  texts: [
    ...texts('heading', `${file.name} ${file.product}`),
    ...texts('body', file.summary),
    ...texts('phrase', ...Object.values(file.phrases ?? {}).flat()),
  ],
});

const guidePage = ({ id, title, description }: GuideText): SearchPage => ({
  kind: 'guide',
  ref: `guides/${id}`,
  heading: title,
  texts: [...texts('heading', title), ...texts('summary', description)],
});

const texts = (role: SearchPage['texts'][number]['role'], ...all: (string | undefined)[]) =>
  all.filter((text) => text !== undefined).map((text) => ({ role, text }));
