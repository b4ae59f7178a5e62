import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { dump } from 'js-yaml';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataError } from '#catalog';
import { readCatalog } from '#catalog/node';
import { exampleFiles } from './example-data.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'undelivered-data-'));
  for (const file of exampleFiles()) write(file.path, dump(file.value));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof DataError) return error.message;
    throw error;
  }
  return '';
}

test('a folder without mistakes becomes a catalog', () => {
  expect(readCatalog(folder).code('acme', '4701')?.heading).toBe('Recipient opted out');
});

test('an unquoted date stays text', () => {
  write('acme/codes/4401.yaml', dump(exampleFiles()[4]?.value).replace(/checked: .*/, 'checked: 2026-11-24'));
  expect(readCatalog(folder).newest).toBe('2026-11-24');
});

test('mistakes of YAML, of shape and of links are told in one message', () => {
  write('acme/codes/4401.yaml', 'name: "no end');
  write('acme/codes/4702.yaml', 'summary: [a list]');
  write(
    'acme/codes/4703.yaml',
    "causes: [{ is: nobody-knows, match: same }]\nsummary: Lost.\nexamples: ['4703']\nchecked: '2026-11-24'",
  );
  const message = messageOf(() => readCatalog(folder));
  expect(message).toContain('data/acme/codes/4401.yaml');
  expect(message).toContain('data/acme/codes/4702.yaml');
  expect(message).toContain('nobody-knows');
});

test('a link to a file that has a mistake of its own is not called broken', () => {
  write('causes/sender-blocked.yaml', 'heading: 1');
  const message = messageOf(() => readCatalog(folder));
  expect(message).toContain('data/causes/sender-blocked.yaml');
  expect(message).not.toContain('causes.0.is');
});
