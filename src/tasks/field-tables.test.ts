import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'astro/zod';
import { expect, test } from 'vitest';
import { fieldTable, withFieldTables } from './field-tables.ts';

test('data/README.md explains the keys as src/schema/ has them (npm run field-tables writes it anew)', () => {
  const readme = readFileSync(resolve(import.meta.dirname, '../../data/README.md'), 'utf8');
  expect(withFieldTables(readme)).toBe(readme);
});

test('a table says which keys are needed', () => {
  const shape = z.strictObject({
    heading: z.string().describe('Title.'),
    steps: z.array(z.string()).optional().describe('Steps.'),
  });
  expect(fieldTable(shape).split('\n').slice(2)).toEqual(['| `heading` | yes | Title. |', '| `steps` |  | Steps. |']);
});

test('a key without a description is an error', () => {
  expect(() => fieldTable(z.strictObject({ heading: z.string() }))).toThrow('heading');
});
