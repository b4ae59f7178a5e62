import { resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { checkCatalog } from '#catalog/node';
import { exampleCatalog, examplePublication } from './example-publication.ts';
import { jsonSchemaOf, publishedJsonSchema, type JsonSchema } from './json-schema.ts';
import { documentSchemas, SCHEMA_VERSION, type DocumentName } from './output-schema.ts';
import { jsonFiles } from './published.ts';

const names = Object.keys(documentSchemas) as DocumentName[];
const { catalog = exampleCatalog() } = checkCatalog(resolve(import.meta.dirname, '../../../data'));
const documents = [...jsonFiles(catalog, examplePublication)].flatMap(([path, { schema, build }]) =>
  // What a program gets is text; undefined values and the like are gone from it.
  schema === undefined
    ? []
    : [{ path, schema, document: JSON.parse(JSON.stringify(build())) as Record<string, unknown> }],
);

function validators(schemaOf: (name: DocumentName) => JsonSchema): Record<string, ValidateFunction> {
  const ajv = new Ajv2020({ strict: true, allErrors: true, strictTypes: false });
  ajv.addFormat('uri', (text) => URL.canParse(text));
  ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
  ajv.addFormat('date-time', (text) => !Number.isNaN(Date.parse(text)));
  return Object.fromEntries(names.map((name) => [name, ajv.compile(schemaOf(name))]));
}

function misfits(validate: Record<string, ValidateFunction>) {
  return documents.flatMap(({ path, schema, document }) =>
    validate[schema]?.(document) ? [] : [{ path, errors: validate[schema]?.errors?.slice(0, 3) }],
  );
}

describe('every document', () => {
  test('fits the JSON Schema that is published for it', () => {
    expect(documents.length).toBeGreaterThan(catalog.sets.flatMap((set) => set.codes).length);
    expect(misfits(validators((name) => publishedJsonSchema(name, examplePublication)))).toEqual([]);
  });

  test('holds no key that its schema does not describe', () => {
    expect(misfits(validators((name) => jsonSchemaOf(name, { closed: true })))).toEqual([]);
  });

  test('names its schema, its version and its time', () => {
    for (const { schema, document } of documents) {
      expect(document).toMatchObject({
        $schema: `https://codes.example.org/docs/api/v1/schema/${schema}.json`,
        schemaVersion: SCHEMA_VERSION,
        generatedAt: '2026-11-24T00:00:00Z',
        license: 'CC-BY-4.0',
      });
    }
  });

  test('brings every source that it cites, and no other', () => {
    const odd = documents
      .filter(({ schema }) => schema !== 'index' && schema !== 'sources')
      .filter(({ document: { sources, ...rest } }) => {
        const cited = new Set(
          [...JSON.stringify(rest).matchAll(/"(?:source|nameSource|titleSource)":"([^"]+)"/g)].map(([, id]) => id),
        );
        const further = (rest['set'] as { furtherReading?: string[] } | undefined)?.furtherReading;
        if (Array.isArray(further)) further.forEach((id) => cited.add(id));
        return JSON.stringify([...cited].sort()) !== JSON.stringify(Object.keys(sources as object).sort());
      });
    expect(odd.map(({ path }) => path)).toEqual([]);
  });
});

describe('a code', () => {
  const codeOf = (changes?: Parameters<typeof exampleCatalog>[0]) =>
    jsonFiles(exampleCatalog(changes), examplePublication).get('/api/v1/acme/4701.json')?.build() as Record<
      string,
      unknown
    >;

  test('tells of everything whether a source states it, and where it was written', () => {
    const code = codeOf({ 'acme/codes/4701.yaml': { billed: { say: true, source: 'acme-docs', at: 'row 4701' } } });
    expect(code['billed']).toEqual({ value: true, basis: 'stated', source: 'acme-docs', at: 'row 4701', from: 'code' });
    expect(code['responsible']).toEqual({ value: 'sender', basis: 'inferred', from: 'cause' });
    expect(code['stopped']).toEqual({ value: 'carrier', basis: 'inferred', from: 'family' });
    expect(code['sources']).toHaveProperty('acme-docs.url', 'https://docs.example.com/errors');
  });

  test('has every key, with null for what nobody knows', () => {
    expect(codeOf()).toMatchObject({ billed: null, offScheme: null, section: null, contradictions: [], history: [] });
  });

  test('has the same keys as every other code', () => {
    const keys = new Set(
      documents.filter(({ schema }) => schema === 'code').map(({ document }) => Object.keys(document).join()),
    );
    expect(keys.size).toBe(1);
  });
});

describe('the format', () => {
  test('describes every key', () => {
    const bare = names.flatMap((name) => undescribed(jsonSchemaOf(name)).map((path) => `${name}: ${path}`));
    expect(bare).toEqual([]);
  });

  /**
   * The promise of compatibility: this file lists every key with its type. A key that is added raises SCHEMA_VERSION, so
   * that the list goes to a new file; the test below holds the older ones.
   */
  test('is the one that was promised for this version', async () => {
    await expect(`${JSON.stringify(format(), null, 2)}\n`).toMatchFileSnapshot(`./formats/${SCHEMA_VERSION}.json`);
  });

  test('has every key of the versions before, with the same type', () => {
    const now = format();
    const older = import.meta.glob<Record<string, string>>('./formats/*.json', { eager: true, import: 'default' });
    for (const [file, keys] of Object.entries(older)) expect(now, file).toMatchObject(keys);
  });
});

/** Every key of every document with its type: `code.retry.because` → `string or null`. */
function format(): Record<string, string> {
  const keys: Record<string, string> = {};
  for (const name of names) {
    const { $defs = {}, ...root } = jsonSchemaOf(name);
    walk(root, name, $defs, (path, schema) => {
      keys[path] = [...new Set([...(keys[path]?.split(' or ') ?? []), ...typesOf(schema, $defs)])].sort().join(' or ');
    });
  }
  return Object.fromEntries(Object.entries(keys).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function walk(
  schema: JsonSchema,
  path: string,
  defs: Record<string, JsonSchema>,
  see: (path: string, schema: JsonSchema) => void,
): void {
  const target = follow(schema, defs);
  for (const option of optionsOf(target)) walk(option, path, defs, see);
  for (const [key, inner] of Object.entries((target['properties'] ?? {}) as Record<string, JsonSchema>)) {
    see(`${path}.${key}`, inner);
    walk(inner, `${path}.${key}`, defs, see);
  }
  if (isSchema(target['items'])) walk(target['items'], `${path}[]`, defs, see);
  if (isSchema(target['additionalProperties'])) walk(target['additionalProperties'], `${path}.*`, defs, see);
}

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;
const optionsOf = (schema: JsonSchema) => [
  ...((schema['anyOf'] ?? []) as JsonSchema[]),
  ...((schema['oneOf'] ?? []) as JsonSchema[]),
];

function follow(schema: JsonSchema, defs: Record<string, JsonSchema>): JsonSchema {
  const name = /^#\/\$defs\/(.+)$/.exec((schema['$ref'] as string | undefined) ?? '')?.[1];
  return name === undefined ? schema : (defs[name] ?? schema);
}

function typesOf(schema: JsonSchema, defs: Record<string, JsonSchema>): string[] {
  const target = follow(schema, defs);
  const options = optionsOf(target).flatMap((option) => typesOf(option, defs));
  return options.length > 0 ? options : [String(target['type'])];
}

/** Keys that say nothing about themselves: neither at their place nor where they are defined. */
function undescribed(root: JsonSchema): string[] {
  const { $defs = {} } = root;
  const bare = new Set<string>();
  for (const [name, schema] of [['', root] as const, ...Object.entries($defs)]) {
    walk(schema, name, {}, (path, inner) => {
      if (
        inner['description'] === undefined &&
        follow(inner, $defs)['description'] === undefined &&
        inner['const'] === undefined
      )
        bare.add(path);
    });
  }
  return [...bare].sort();
}
