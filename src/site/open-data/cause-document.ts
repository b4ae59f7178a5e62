import { actionFor, fileRetry, fileStatements, fileValue, type Catalog, type Cause } from '#catalog';
import { paths } from '../urls.ts';
import { citedSources } from './cited-sources.ts';
import type { CauseDocument, CausesDocument, PublishedCause } from './output-schema.ts';
import { api, twinOf } from './paths.ts';
import { metaOf, type Publication } from './publication.ts';

/** A cause as it stands alone, with its sources. */
export function causeDocument(cause: Cause, catalog: Catalog, publication: Publication): CauseDocument {
  const published = publishedCause(cause, catalog, publication);
  return { ...metaOf('cause', publication), ...published, sources: citedSources(published, catalog) };
}

/** All causes. */
export function causesDocument(catalog: Catalog, publication: Publication): CausesDocument {
  const causes = catalog.causes.map((cause) => publishedCause(cause, catalog, publication));
  return { ...metaOf('causes', publication), causes, sources: citedSources(causes, catalog) };
}

function publishedCause({ id, file, codes }: Cause, catalog: Catalog, publication: Publication): PublishedCause {
  const page = paths.cause(id);
  return {
    id,
    heading: file.heading,
    summary: file.summary,
    meaning: fileStatements(file.meaning, 'cause'),
    responsible: fileValue(file.responsible, 'cause'),
    retry: fileRetry(file.retry, 'cause'),
    suppress: file.suppress,
    action: actionFor(file.suppress, file.retry.verdict),
    steps: fileStatements(file.steps, 'cause'),
    collect: file.collect ?? [],
    customer: file.customer ?? null,
    near: Object.entries(file.near ?? {}).flatMap(([other, how]) => {
      const found = catalog.cause(other);
      return found === undefined ? [] : [{ id: other, heading: found.file.heading, how }];
    }),
    phrases: file.phrases,
    codes: codes.map(({ code, match }) => ({ ref: code.ref, heading: code.heading, match })),
    links: {
      page: publication.address(page),
      json: publication.address(api.cause(id)),
      markdown: publication.address(twinOf(page)),
    },
  };
}
