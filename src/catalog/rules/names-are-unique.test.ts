import { expect, test } from 'vitest';
import { namesAreUnique } from './names-are-unique.ts';
import { brokenRules } from './rule-testing.ts';

const sameName = { 'acme/codes/4401.yaml': { name: 'opted-out' } };

test('names that differ pass', () => {
  expect(brokenRules(namesAreUnique)).toEqual([]);
});

test('a name that two codes carry is named', () => {
  expect(brokenRules(namesAreUnique, sameName)).toMatchObject([
    { file: 'acme/codes/4701.yaml', field: 'name', found: 'opted-out, which also stands in data/acme/codes/4401.yaml' },
  ]);
});

test('a title that is the name of another code is named as the title it is', () => {
  expect(brokenRules(namesAreUnique, { 'acme/codes/4701.yaml': { title: 'sender-blocked' } })).toMatchObject([
    {
      file: 'acme/codes/4701.yaml',
      field: 'title',
      found: 'sender-blocked, which also stands in data/acme/codes/4401.yaml',
    },
  ]);
});

test('a name that set.yaml lists as shared passes', () => {
  expect(brokenRules(namesAreUnique, { ...sameName, 'acme/set.yaml': { shared: ['opted-out'] } })).toEqual([]);
});

test('a name that is no longer shared fails', () => {
  expect(brokenRules(namesAreUnique, { 'acme/set.yaml': { shared: ['opted-out'] } })).toMatchObject([
    { file: 'acme/set.yaml', field: 'shared.0' },
  ]);
});
