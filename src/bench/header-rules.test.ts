import { expect, test } from 'vitest';
import { headersFor, parseHeaders } from './header-rules.ts';

const rules = parseHeaders(`# A comment.
/api/*
  Access-Control-Allow-Origin: *
/*.md
  Content-Type: text/markdown; charset=utf-8

/*
  X-Content-Type-Options: nosniff
`);

test('every rule that fits a path gives its headers', () => {
  expect(headersFor(rules, '/api/v1/index.json')).toEqual([
    ['Access-Control-Allow-Origin', '*'],
    ['X-Content-Type-Options', 'nosniff'],
  ]);
  expect(headersFor(rules, '/bandwidth/4775.md')[0]).toEqual(['Content-Type', 'text/markdown; charset=utf-8']);
});

test('a dot is a dot and not any character', () => {
  expect(headersFor(rules, '/readme-md')).toEqual([['X-Content-Type-Options', 'nosniff']]);
});
