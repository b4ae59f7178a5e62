import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { storedFailures, storeFailure } from './fuzz-failures.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'undelivered-fuzz-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  'error 4770',
  '',
  'a\r\nb\rc\n',
  '\ufeff\u0000\u2028\uffff 🚨',
  '\ud800',
  'a\udc00\n\ud800"\\b',
  '\udc00\ud800',
  '"\\ud800"',
])('a stored text is read as it was: %j', (text) => {
  const file = storeFailure(folder, 'one', text, (read) => read === text);
  expect(file).toBeDefined();
  expect(storedFailures(folder).map((failure) => failure.text)).toEqual([text]);
});

test('a fault of half a surrogate pair is there when the text is read back', () => {
  const fails = (text: string) => text.includes('\ud800');
  expect(storeFailure(folder, 'half', '\ud800', fails)).toBe(join(folder, 'half.json'));
  expect(storedFailures(folder).filter(({ text }) => fails(text))).toHaveLength(1);
});

test('a text that has a form in UTF-8 is stored as it is', () => {
  expect(storeFailure(folder, 'plain', '"4770"', () => true)).toBe(join(folder, 'plain.txt'));
  expect(readFileSync(join(folder, 'plain.txt'), 'utf8')).toBe('"4770"');
});

test('a text that does not fail as read back is not stored', () => {
  expect(storeFailure(folder, 'passes', 'error 4770', () => false)).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
});
