import { z } from 'astro/zod';
import { documentSchemas, type DocumentName } from './output-schema.ts';
import { api } from './paths.ts';
import type { Publication } from './publication.ts';

/** A JSON Schema (2020-12), as far as we look into it. */
export interface JsonSchema {
  [keyword: string]: unknown;
  $defs?: Record<string, JsonSchema>;
}

/**
 * The JSON Schema of a kind of document, complete in itself. It is open: keys that it does not know are allowed, so that
 * a schema that somebody keeps still fits when a key is added. `closed` refuses them; tests use it to find keys
 * that nobody described.
 */
export function jsonSchemaOf(name: DocumentName, { closed = false } = {}): JsonSchema {
  return z.toJSONSchema(documentSchemas[name], {
    io: closed ? 'output' : 'input',
    override: ({ jsonSchema }) => {
      // `format` says it; the pattern of a date fills four lines.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    },
  });
}

/** The schema as it is published, with its address. */
export function publishedJsonSchema(name: DocumentName, publication: Publication): JsonSchema {
  const { $schema, ...schema } = jsonSchemaOf(name);
  return { $schema, $id: publication.address(api.schema(name)), title: `Undelivered: ${name}`, ...schema };
}
