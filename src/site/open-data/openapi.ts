import type { Catalog } from '#catalog';
import { about } from './about.ts';
import { jsonSchemaOf, type JsonSchema } from './json-schema.ts';
import { SCHEMA_VERSION, documentSchemas, type DocumentName } from './output-schema.ts';
import { api } from './paths.ts';
import type { Publication } from './publication.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path';
  readonly required: true;
  readonly description: string;
  readonly schema: JsonSchema;
  readonly example: string;
}

/** An OpenAPI 3.1 description of everything under /api/v1/. */
export function openApi(catalog: Catalog, publication: Publication) {
  const set = catalog.sets[0];
  const parameters = {
    set: parameter(
      'set',
      'Id of the set.',
      set?.id ?? 'set',
      catalog.sets.map(({ id }) => id),
    ),
    code: parameter('code', 'The code.', set?.codes[0]?.code ?? '4000'),
    cause: parameter('cause', 'Id of the cause.', catalog.causes[0]?.id ?? 'cause'),
    name: parameter('name', 'Name of the kind of document.', 'code', Object.keys(documentSchemas)),
  };
  const json = (operationId: string, summary: string, document: DocumentName, ...needs: Parameter[]) =>
    operation(operationId, summary, needs, 'application/json', {
      $ref: `#/components/schemas/${schemaName(document)}`,
    });

  return {
    openapi: '3.1.0',
    info: {
      title: `${about.name} open data`,
      version: SCHEMA_VERSION,
      summary: about.description,
      description: `${about.notice}\n\nStatic files: no key, no limit, CORS for everybody. Within version 1 keys stay; new ones may come.`,
      license: { name: about.licence.name, identifier: about.licence.spdx },
      contact: { name: about.name, url: publication.address('/') },
    },
    servers: [{ url: publication.address('/').replace(/\/$/, '') }],
    tags: [
      { name: 'codes', description: 'Sets and their codes.' },
      { name: 'around', description: 'Causes, sources, changes.' },
      { name: 'format', description: 'Schemas.' },
    ],
    security: [],
    paths: {
      [api.index]: json('getIndex', 'The sets and where everything is', 'index'),
      [api.set('{set}')]: json('getSet', 'A set with all its codes', 'set', parameters.set),
      [api.code('{set}', '{code}')]: json('getCode', 'One code', 'code', parameters.set, parameters.code),
      [api.csv]: operation('getCodesCsv', 'All codes as one flat table', [], 'text/csv', { type: 'string' }),
      [api.causes]: json('getCauses', 'All causes', 'causes'),
      [api.cause('{cause}')]: json('getCause', 'One cause with its codes in every set', 'cause', parameters.cause),
      [api.sources]: json('getSources', 'Every document that a statement rests on', 'sources'),
      [api.namesakes]: json('getNamesakes', 'Numbers of other numberings that people take for ours', 'namesakes'),
      [api.changes]: json('getChanges', 'What vendors changed and what was corrected', 'changes'),
      [api.schema('{name}')]: operation(
        'getSchema',
        'JSON Schema of a kind of document',
        [parameters.name],
        'application/schema+json',
        {
          type: 'object',
        },
      ),
    },
    components: { schemas: componentSchemas() },
  };
}

/** All schemas side by side: those that documents share, and one per kind of document. */
function componentSchemas(): Record<string, JsonSchema> {
  const schemas: Record<string, JsonSchema> = {};
  for (const name of Object.keys(documentSchemas) as DocumentName[]) {
    const { $schema: _, $defs = {}, ...own } = jsonSchemaOf(name);
    Object.assign(schemas, $defs, { [schemaName(name)]: own });
  }
  return JSON.parse(JSON.stringify(schemas).replaceAll('"#/$defs/', '"#/components/schemas/')) as Record<
    string,
    JsonSchema
  >;
}

const schemaName = (name: DocumentName): string => `${name[0]?.toUpperCase()}${name.slice(1)}Document`;

function parameter(name: string, description: string, example: string, values?: readonly string[]): Parameter {
  return {
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string', ...(values ? { enum: values } : {}) },
    example,
  };
}

const tagOf: Readonly<Record<string, string>> = {
  getIndex: 'codes',
  getSet: 'codes',
  getCode: 'codes',
  getCodesCsv: 'codes',
  getSchema: 'format',
};

function operation(
  operationId: string,
  summary: string,
  parameters: readonly Parameter[],
  type: string,
  schema: JsonSchema,
) {
  return {
    get: {
      operationId,
      summary,
      tags: [tagOf[operationId] ?? 'around'],
      ...(parameters.length > 0 ? { parameters } : {}),
      responses: {
        '200': { description: summary, content: { [type]: { schema } } },
        ...(parameters.length > 0 ? { '404': { description: 'There is none of that name.' } } : {}),
      },
    },
  };
}
