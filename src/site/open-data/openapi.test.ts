import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { exampleCatalog, examplePublication } from './example-publication.ts';
import { openApi } from './openapi.ts';
import { api } from './paths.ts';
import { jsonFiles } from './published.ts';

const catalog = exampleCatalog();
const description = openApi(catalog, examplePublication);
const templates = Object.keys(description.paths).map(
  (template) => new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
);
const files = [...jsonFiles(catalog, examplePublication).keys(), api.csv];

test('is a valid OpenAPI 3.1 description', async () => {
  const validator = new Validator();
  expect((await validator.validate(structuredClone(description))).errors).toBeUndefined();
  expect(validator.version).toBe('3.1');
});

test('a broken description would not pass', async () => {
  const { info: _, ...broken } = description;
  expect((await new Validator().validate(broken)).valid).toBe(false);
});

test('every operation has an id of its own, a summary, a tag and an answer for what is not there', () => {
  const operations = Object.values(description.paths).map(({ get }) => get);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const operation of operations)
    expect(operation).toMatchObject({ summary: expect.stringMatching(/\S/) as string });
});

test('every published file is described', () => {
  expect(files.filter((path) => path !== api.openapi && !templates.some((template) => template.test(path)))).toEqual(
    [],
  );
});

test('every described address leads to a published file', () => {
  expect(templates.filter((template) => !files.some((path) => template.test(path)))).toEqual([]);
});

test('every reference leads to a schema', () => {
  const refs = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? '');
  const known = Object.keys(description.components.schemas).map((name) => `#/components/schemas/${name}`);
  expect(refs.length).toBeGreaterThan(10);
  expect(refs.filter((ref) => !known.includes(ref))).toEqual([]);
});

test('the server is the address of the site with its base path', () => {
  expect(description.servers).toEqual([{ url: 'https://codes.example.org/docs' }]);
});
