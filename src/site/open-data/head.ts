import type { Catalog, Cause, Code, CodeSet } from '#catalog';
import { paths } from '../urls.ts';
import { causeJsonLd, codeJsonLd, dataJsonLd, scriptText, setJsonLd, type JsonLd } from './json-ld.ts';
import { api, machinePaths, twinOf } from './paths.ts';
import type { Publication } from './publication.ts';

/** An element of a page's head, as Starlight's frontmatter and configuration take it. */
export interface HeadElement {
  readonly tag: 'link' | 'script';
  readonly attrs: Readonly<Record<string, string>>;
  readonly content?: string;
}

const alternate = (type: string, href: string): HeadElement => ({
  tag: 'link',
  attrs: { rel: 'alternate', type, href },
});
const data = (value: JsonLd): HeadElement => ({
  tag: 'script',
  attrs: { type: 'application/ld+json' },
  content: scriptText(value),
});

/** The head of a code page: its twins for machines, and what it is. */
export const codeHead = (code: Code, publication: Publication): HeadElement[] => [
  ...twins(paths.code(code.set.id, code.code), api.code(code.set.id, code.code), publication),
  data(codeJsonLd(code, publication)),
];

export const setHead = (set: CodeSet, publication: Publication): HeadElement[] => [
  ...twins(paths.set(set.id), api.set(set.id), publication),
  data(setJsonLd(set, publication)),
];

export const causeHead = (cause: Cause, publication: Publication): HeadElement[] => [
  ...twins(paths.cause(cause.id), api.cause(cause.id), publication),
  data(causeJsonLd(cause, publication)),
];

/** The head of a page that has a Markdown twin and nothing else: families, bare codes, coverage. */
export const twinHead = (page: string, publication: Publication): HeadElement[] => [
  alternate('text/markdown', publication.address(twinOf(page))),
];

/** The head of the page of changes: its feeds. */
export const changesHead = (publication: Publication): HeadElement[] => [
  ...twins(machinePaths.changes, api.changes, publication),
  alternate('application/atom+xml', publication.address(machinePaths.atom)),
  alternate('application/feed+json', publication.address(machinePaths.jsonFeed)),
];

/** The head of the page about the open data. */
export const openDataHead = (catalog: Catalog, publication: Publication): HeadElement[] => [
  data(dataJsonLd(catalog, publication)),
];

const twins = (page: string, json: string, publication: Publication): HeadElement[] => [
  alternate('text/markdown', publication.address(twinOf(page))),
  alternate('application/json', publication.address(json)),
];
