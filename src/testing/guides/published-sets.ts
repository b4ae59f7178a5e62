import { resolve } from 'node:path';
import type { Action } from '#catalog';
import { readCatalog } from '#catalog/node';
import { publicationOf } from '../../site/open-data/publication.ts';
import { jsonFiles } from '../../site/open-data/published.ts';

/** The repository, which the guides speak of. */
export const root = resolve(import.meta.dirname, '../../..');

/** The real data, as the guides and their programs meet it. */
export const catalog = readCatalog(resolve(root, 'data'));

/** The data as a site publishes it. */
export const publication = publicationOf(catalog, { site: 'https://codes.example.org', base: '/', epoch: undefined });

/** Every published file of JSON, by its path. */
export const published = jsonFiles(catalog, publication);

/** What the programs of the guides read of a set. */
export interface SetFile {
  readonly set: {
    readonly id: string;
    readonly families: readonly { readonly id: string; readonly retry: { readonly value: string } | null }[];
  };
  readonly codes: readonly {
    readonly code: string;
    readonly action: Action;
    readonly suppress: boolean;
    readonly retry: { readonly value: string };
    readonly examples: readonly string[];
  }[];
}

/** /api/v1/<set>.json as a program gets it. */
export const setFiles = catalog.sets.map(
  ({ id }) => JSON.parse(JSON.stringify(published.get(`/api/v1/${id}.json`)?.build())) as SetFile,
);
