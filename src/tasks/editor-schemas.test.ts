import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';
import { JSON_SCHEMA, load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { editorSchemas, editorSettings } from './editor-schemas.ts';

const root = resolve(import.meta.dirname, '../..');
const schemas = editorSchemas();
const check = (name: string) =>
  new Ajv({ allErrors: true, validateFormats: false }).compile(
    JSON.parse(schemas.get(`.vscode/schemas/${name}.json`) ?? '{}') as object,
  );
const read = (file: string) => load(readFileSync(join(root, 'data', file), 'utf8'), { schema: JSON_SCHEMA });

test('.vscode/ has the schemas and settings of today (npm run field-tables writes them anew)', () => {
  for (const [path, text] of schemas) expect(readFileSync(join(root, path), 'utf8'), path).toBe(text);
  expect(readFileSync(join(root, '.vscode/settings.json'), 'utf8')).toBe(editorSettings());
});

describe('an editor', () => {
  const isCode = check('code');

  test('finds nothing wrong with the files that are there', () => {
    const sets = readdirSync(join(root, 'data'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'causes')
      .map(({ name }) => name);
    const files: [ReturnType<typeof check>, string][] = [
      [check('sources'), 'sources.yaml'],
      [check('namesakes'), 'namesakes.yaml'],
      ...readdirSync(join(root, 'data/causes')).map(
        (file) => [check('cause'), `causes/${file}`] as [typeof isCode, string],
      ),
      ...sets.flatMap((set) => [
        [check('set'), `${set}/set.yaml`] as [typeof isCode, string],
        ...readdirSync(join(root, 'data', set, 'codes')).map(
          (file) => [isCode, `${set}/codes/${file}`] as [typeof isCode, string],
        ),
      ]),
    ];
    expect(files.filter(([isValid, file]) => !isValid(read(file))).map(([, file]) => file)).toEqual([]);
    expect(files.length).toBeGreaterThan(200);
  });

  test('complains about an unknown key, a missing key and a wrong word', () => {
    const code = read('bandwidth/codes/4775.yaml') as Record<string, unknown>;
    expect(isCode({ ...code, titel: 'Misspelt' })).toBe(false);
    expect(isCode({ ...code, examples: undefined })).toBe(false);
    expect(isCode({ ...code, retry: { verdict: 'sometimes' } })).toBe(false);
  });

  test('explains keys', () => {
    expect(schemas.get('.vscode/schemas/code.json')).toContain('letter by letter');
  });
});
