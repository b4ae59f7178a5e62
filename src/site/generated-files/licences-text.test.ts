import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { licencesText, packagesOfOthers } from './licences-text.ts';

const text = licencesText();
const root = resolve(import.meta.dirname, '../../..');
const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(resolve(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
    .version;

test('each package of others is named with its version, its copyright and the terms of its licence', () => {
  for (const { name, part } of packagesOfOthers) {
    const [, own = ''] = text.split(`\n${name} ${versionOf(name)}: ${part}\n`);
    const section = own.split('='.repeat(80))[0];
    expect(section, name).toMatch(/Copyright \(c\) [\s\S]+Permission is hereby granted, free of charge/);
    expect(section, name).toContain('The above copyright notice and this permission notice shall be included in all');
  }
});

test('licences of what only the tools themselves are made of are left out', () => {
  expect(text).not.toContain('bundled dependencies');
  expect(text.length).toBeLessThan(12_000);
});

test('our own code and data are told with their licences too', () => {
  expect(text).toContain('CC BY 4.0');
  expect(text).toContain(readFileSync(resolve(root, 'LICENSE'), 'utf8').trim());
});
