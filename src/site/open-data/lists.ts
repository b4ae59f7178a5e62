import { fileStatement, type Catalog } from '#catalog';
import { paths } from '../urls.ts';
import { about } from './about.ts';
import { changesOf } from './changes.ts';
import { citedSources, publishedSource } from './cited-sources.ts';
import { publishedEvent } from './code-document.ts';
import {
  documentSchemas,
  type ChangesDocument,
  type IndexDocument,
  type NamesakesDocument,
  type SourcesDocument,
} from './output-schema.ts';
import { api, machinePaths } from './paths.ts';
import { metaOf, type Publication } from './publication.ts';
import { setSummary } from './set-document.ts';

/** The entry: which sets there are and where everything is. */
export function indexDocument(catalog: Catalog, publication: Publication): IndexDocument {
  const { address } = publication;
  return {
    ...metaOf('index', publication),
    name: about.name,
    description: about.description,
    notice: about.notice,
    sets: catalog.sets.map((set) => setSummary(set, publication)),
    links: {
      page: address(paths.openData),
      causes: address(api.causes),
      sources: address(api.sources),
      namesakes: address(api.namesakes),
      changes: address(api.changes),
      csv: address(api.csv),
      openapi: address(api.openapi),
      feed: address(machinePaths.atom),
      llms: address(machinePaths.llms),
    },
    schemas: Object.fromEntries(Object.keys(documentSchemas).map((name) => [name, address(api.schema(name))])),
  };
}

/** Every source, by id. */
export const sourcesDocument = (catalog: Catalog, publication: Publication): SourcesDocument => ({
  ...metaOf('sources', publication),
  sources: Object.fromEntries([...catalog.sources].map(([id, source]) => [id, publishedSource(source)])),
});

/** Numbers of other numberings that people take for ours. */
export function namesakesDocument(catalog: Catalog, publication: Publication): NamesakesDocument {
  const namesakes = catalog.namesakes.map(({ numbering, numbers, says, near }) => ({
    numbering,
    numbers,
    says: fileStatement(says, 'set'),
    near,
  }));
  return { ...metaOf('namesakes', publication), namesakes, sources: citedSources(namesakes, catalog) };
}

/** Every event of every history, newest first. */
export function changesDocument(catalog: Catalog, publication: Publication): ChangesDocument {
  const changes = changesOf(catalog).map(({ code, event }) => ({
    ref: code.ref,
    heading: code.heading,
    ...publishedEvent(event),
  }));
  return { ...metaOf('changes', publication), changes, sources: citedSources(changes, catalog) };
}
