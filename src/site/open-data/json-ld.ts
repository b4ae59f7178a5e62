import type { Catalog, Cause, Code, CodeSet } from '#catalog';
import { setTitle } from '../describe.ts';
import { plainText } from '../inline-text.ts';
import { paths } from '../urls.ts';
import { about } from './about.ts';
import { api } from './paths.ts';
import type { Publication } from './publication.ts';

/** Structured data of a page (schema.org). Says only what the page itself shows. */
export type JsonLd = Readonly<Record<string, unknown>>;

const context = 'https://schema.org';

/** A code: a term of its set, and the way to it. */
export function codeJsonLd(code: Code, { address }: Publication): JsonLd {
  const { set, entry, family } = code;
  const url = address(paths.code(set.id, code.code));
  const alternateName = [...new Set([entry.title, entry.name])].filter((name) => name !== undefined);
  return graph(
    {
      '@type': 'DefinedTerm',
      '@id': url,
      url,
      termCode: code.code,
      name: code.heading,
      ...(alternateName.length > 0 ? { alternateName } : {}),
      description: plainText(code.summary.value),
      inDefinedTermSet: address(paths.set(set.id)),
    },
    breadcrumbs([
      [set.file.name, address(paths.set(set.id))],
      [family.file.heading, address(paths.family(set.id, family.id))],
      [code.code, url],
    ]),
  );
}

/** A set: a set of terms. Its terms point to it; a list of all of them would repeat the page. */
export function setJsonLd(set: CodeSet, { address, generatedAt }: Publication): JsonLd {
  const url = address(paths.set(set.id));
  return graph({
    '@type': 'DefinedTermSet',
    '@id': url,
    url,
    name: setTitle(set),
    description: plainText(set.file.summary),
    about: set.file.product,
    license: about.licence.url,
    isAccessibleForFree: true,
    dateModified: generatedAt.slice(0, 10),
  });
}

/** A cause: a term of the set of causes. */
export function causeJsonLd(cause: Cause, { address }: Publication): JsonLd {
  const url = address(paths.cause(cause.id));
  return graph(
    {
      '@type': 'DefinedTerm',
      '@id': url,
      url,
      name: cause.file.heading,
      description: plainText(cause.file.summary),
      inDefinedTermSet: {
        '@type': 'DefinedTermSet',
        '@id': address(paths.causes),
        name: 'Causes of failed messages',
        url: address(paths.causes),
      },
    },
    breadcrumbs([
      ['Causes', address(paths.causes)],
      [cause.file.heading, url],
    ]),
  );
}

/** The open data as a data set: for the page that describes it. */
export const dataJsonLd = (catalog: Catalog, { address, generatedAt }: Publication): JsonLd =>
  graph({
    '@type': 'Dataset',
    '@id': address(paths.openData),
    url: address(paths.openData),
    name: `${about.name}: failure codes of messaging providers`,
    description: about.description,
    license: about.licence.url,
    isAccessibleForFree: true,
    dateModified: generatedAt.slice(0, 10),
    creator: { '@type': 'Organization', name: about.name, url: address(paths.home) },
    keywords: catalog.sets.map((set) => `${set.file.provider} ${set.file.product}`),
    distribution: [
      { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: address(api.csv) },
      ...catalog.sets.map((set) => ({
        '@type': 'DataDownload',
        name: setTitle(set),
        encodingFormat: 'application/json',
        contentUrl: address(api.set(set.id)),
      })),
    ],
  });

/** JSON-LD as the content of a script element: nothing in it can end the element. */
export const scriptText = (data: JsonLd): string => JSON.stringify(data).replaceAll('<', String.raw`\u003c`);

const graph = (...nodes: readonly JsonLd[]): JsonLd =>
  nodes.length === 1 ? { '@context': context, ...nodes[0] } : { '@context': context, '@graph': nodes };

const breadcrumbs = (steps: readonly (readonly [name: string, item: string])[]): JsonLd => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(([name, item], index) => ({ '@type': 'ListItem', position: index + 1, name, item })),
});
