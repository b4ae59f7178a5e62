import type { Catalog } from '#catalog';
import { causeDocument, causesDocument } from './cause-document.ts';
import { codeDocument } from './code-document.ts';
import { publishedJsonSchema } from './json-schema.ts';
import { changesDocument, indexDocument, namesakesDocument, sourcesDocument } from './lists.ts';
import { openApi } from './openapi.ts';
import { documentSchemas, type DocumentName } from './output-schema.ts';
import { api } from './paths.ts';
import type { Publication } from './publication.ts';
import { setDocument } from './set-document.ts';

/** A JSON file of the API: what it is an instance of, if it is a document, and how it is made. */
export interface JsonFile {
  readonly schema: DocumentName | undefined;
  readonly build: () => object;
}

/** Every JSON file under /api/v1/, by its path. The one list that the build, tests and the OpenAPI description agree on. */
export function jsonFiles(catalog: Catalog, publication: Publication): ReadonlyMap<string, JsonFile> {
  const files = new Map<string, JsonFile>();
  const add = (path: string, schema: DocumentName | undefined, build: () => object) =>
    files.set(path, { schema, build });

  add(api.index, 'index', () => indexDocument(catalog, publication));
  add(api.causes, 'causes', () => causesDocument(catalog, publication));
  add(api.sources, 'sources', () => sourcesDocument(catalog, publication));
  add(api.namesakes, 'namesakes', () => namesakesDocument(catalog, publication));
  add(api.changes, 'changes', () => changesDocument(catalog, publication));
  add(api.openapi, undefined, () => openApi(catalog, publication));
  for (const name of Object.keys(documentSchemas) as DocumentName[]) {
    add(api.schema(name), undefined, () => publishedJsonSchema(name, publication));
  }
  for (const cause of catalog.causes)
    add(api.cause(cause.id), 'cause', () => causeDocument(cause, catalog, publication));
  for (const set of catalog.sets) {
    add(api.set(set.id), 'set', () => setDocument(set, catalog, publication));
    for (const code of set.codes)
      add(api.code(set.id, code.code), 'code', () => codeDocument(code, catalog, publication));
  }
  return files;
}

/** JSON as it is published: laid out, so that it reads in a terminal and compares line by line. */
export const jsonText = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
