import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';

/** What GitHub takes as an element of a form; it shows no form at all where one is wrong. */
interface Element {
  readonly type: string;
  readonly id?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly validations?: Readonly<Record<string, unknown>>;
}

const folder = resolve(import.meta.dirname, '../../.github/ISSUE_TEMPLATE');
const forms = readdirSync(folder)
  .filter((file) => file !== 'config.yml')
  .map((file) => [file, load(readFileSync(join(folder, file), 'utf8')) as Readonly<Record<string, unknown>>] as const);

const keys = ['name', 'description', 'title', 'labels', 'assignees', 'projects', 'type', 'body'];
/** What GitHub knows of an element, by its type. */
const attributesOf: Readonly<Record<string, readonly string[]>> = {
  markdown: ['value'],
  input: ['label', 'description', 'placeholder', 'value'],
  textarea: ['label', 'description', 'placeholder', 'value', 'render'],
  dropdown: ['label', 'description', 'multiple', 'options', 'default'],
  checkboxes: ['label', 'description', 'options'],
  upload: ['label', 'description'],
};
const types = Object.keys(attributesOf).filter((type) => type !== 'markdown');
const text = expect.stringMatching(/\S/) as string;

test('there are forms for what people report', () => {
  expect(forms.map(([file]) => file)).toEqual(['new-code.yml', 'new-provider.yml', 'wrong-code.yml']);
});

describe.each(forms)('the issue form %s', (_, form) => {
  const body = form['body'] as readonly Element[];
  const fields = body.filter(({ type }) => type !== 'markdown');

  test('has a name, a description and a body, and no key that GitHub does not know', () => {
    expect(form).toMatchObject({ name: text, description: text });
    expect(Object.keys(form).filter((key) => !keys.includes(key))).toEqual([]);
    expect(fields.length).toBeGreaterThan(0);
  });

  test('gives its elements no attribute that GitHub does not know, and texts where it expects them', () => {
    for (const { type, attributes } of body) {
      expect(Object.keys(attributes).filter((name) => !attributesOf[type]?.includes(name))).toEqual([]);
      const said = ['label', 'description', 'placeholder', 'value'].filter((name) => name in attributes);
      for (const name of said) expect(attributes).toMatchObject({ [name]: text });
    }
  });

  test('has fields of known types, each with an id and a label of its own', () => {
    for (const { type, id, attributes, validations = {} } of fields) {
      expect(types).toContain(type);
      expect(id).toMatch(/^[\w-]+$/);
      expect(attributes).toMatchObject({ label: text });
      for (const [rule, value] of Object.entries(validations))
        expect([rule, value]).toEqual(['required', expect.any(Boolean)]);
    }
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    expect(new Set(fields.map(({ attributes }) => attributes['label'])).size).toBe(fields.length);
    for (const { attributes } of body.filter(({ type }) => type === 'markdown'))
      expect(attributes).toMatchObject({ value: text });
  });
});
