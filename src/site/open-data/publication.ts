import type { Catalog } from '#catalog';
import { BASE_PATH, SITE_URL, SOURCE_DATE_EPOCH } from '../environment.ts';
import { withBase } from '../urls.ts';
import { SCHEMA_VERSION, type DocumentMeta, type DocumentName } from './output-schema.ts';
import { api } from './paths.ts';

/** Where and when something is published. Handed to every builder, so that they stay pure. */
export interface Publication {
  /** The whole address of a path of ours, `/bandwidth/4775/`, which does not hold the base path. */
  address(path: string): string;
  /** The whole address of a link made by `href`, which holds the base path already. */
  linked(link: string): string;
  /** Newest date in the data, or the time that SOURCE_DATE_EPOCH gives; never the clock. */
  readonly generatedAt: string;
}

/** Where and when the data of a catalog is published; by default as the settings of the build say. */
export const publicationOf = (
  catalog: Pick<Catalog, 'newest'>,
  {
    site = SITE_URL,
    base = BASE_PATH,
    epoch = SOURCE_DATE_EPOCH,
  }: { site?: string; base?: string; epoch?: string | undefined } = {},
): Publication => ({
  address: (path) => new URL(withBase(path, base), site).href,
  linked: (link) => new URL(link, site).href,
  generatedAt: epoch === undefined ? `${catalog.newest}T00:00:00Z` : new Date(Number(epoch) * 1000).toISOString(),
});

/** The keys that every JSON document begins with. */
export const metaOf = (name: DocumentName, publication: Publication): DocumentMeta => ({
  $schema: publication.address(api.schema(name)),
  schemaVersion: SCHEMA_VERSION,
  generatedAt: publication.generatedAt,
  license: 'CC-BY-4.0',
});
