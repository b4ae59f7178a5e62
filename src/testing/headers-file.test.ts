import { expect, test } from 'vitest';
import { headersFor, readHeaderRules } from './headers-file.ts';

const rules = readHeaderRules(`# a comment
/*
  X-Content-Type-Options: nosniff
  Link: <https://example.com/>; rel="license"
/api/*
  Access-Control-Allow-Origin: *
/*.md
  X-Content-Type-Options: twice
`);

test('a star stands for any path below', () => {
  expect(headersFor('/api/v1/index.json', rules)['Access-Control-Allow-Origin']).toBe('*');
  expect(headersFor('/bandwidth/4775/', rules)['Access-Control-Allow-Origin']).toBeUndefined();
});

test('a value may hold colons', () => {
  expect(headersFor('/', rules)['Link']).toBe('<https://example.com/>; rel="license"');
});

test('values of several rules are joined, as hosts do', () => {
  expect(headersFor('/a.md', rules)['X-Content-Type-Options']).toBe('nosniff, twice');
  expect(headersFor('/a-md', rules)['X-Content-Type-Options']).toBe('nosniff');
});

test('a header without a path is a mistake', () => {
  expect(() => readHeaderRules('  X-A: b')).toThrow('X-A: b');
});
