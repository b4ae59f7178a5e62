import { expect, test } from 'vitest';
import { linksExist } from './links-exist.ts';
import { brokenLinks } from './rule-testing.ts';

test('links that lead somewhere pass', () => {
  const distinguish = { 'acme/4401': 'There the sender is blocked.' };
  expect(brokenLinks(linksExist, { 'acme/codes/4701.yaml': { distinguish } })).toEqual([]);
});

test('a cause that is not there is named with the nearest one', () => {
  const causes = [{ is: 'recipient-opted-ot', match: 'same' }];
  expect(brokenLinks(linksExist, { 'acme/codes/4701.yaml': { causes } })).toMatchObject([
    {
      file: 'acme/codes/4701.yaml',
      field: 'causes.0.is',
      found: 'recipient-opted-ot',
      hint: 'Did you mean recipient-opted-out?',
    },
  ]);
});

test('a code to be told apart that is not there is named', () => {
  const distinguish = { 'acme/9999': 'Another one.' };
  expect(brokenLinks(linksExist, { 'acme/codes/4701.yaml': { distinguish } })).toMatchObject([
    { field: 'distinguish.acme/9999', found: 'acme/9999', expected: 'data/acme/codes/9999.yaml' },
  ]);
});

test('a code that no family holds is named', () => {
  const stranger = {
    causes: [{ is: 'sender-blocked', match: 'same' }],
    summary: 'Nobody knows.',
    examples: ['7001'],
    checked: '2026-11-24',
  };
  expect(brokenLinks(linksExist, { 'acme/codes/7001.yaml': stranger })).toMatchObject([
    { file: 'acme/codes/7001.yaml', field: 'family', found: 'no family for 7001' },
  ]);
});

test('a family, a near cause and a carrying set that are not there are named', () => {
  const problems = brokenLinks(linksExist, {
    'acme/codes/4701.yaml': { family: 'opt-outs' },
    'causes/sender-blocked.yaml': { near: { 'sender-lost': 'Another one.' } },
    'acme/set.yaml': { carriedBy: { set: 'other', name: 'acme' } },
  });
  expect(problems.map(({ field, found }) => [field, found])).toEqual([
    ['near.sender-lost', 'sender-lost'],
    ['carriedBy.set', 'other'],
    ['family', 'opt-outs'],
  ]);
});
