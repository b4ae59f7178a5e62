import { expect, test } from 'vitest';
import { codesAreClaimedOnce } from './codes-are-claimed-once.ts';
import { brokenLinks } from './rule-testing.ts';

const entry = {
  causes: [{ is: 'recipient-opted-out', match: 'same' }],
  family: '47xx',
  summary: 'Another.',
  examples: ['x'],
  checked: '2026-11-24',
};

test('codes with a file each pass', () => {
  expect(brokenLinks(codesAreClaimedOnce, { 'acme/codes/4702.yaml': entry })).toEqual([]);
});

test('a second spelling of a number is named with the file it repeats', () => {
  const problems = brokenLinks(codesAreClaimedOnce, { 'acme/codes/04701.yaml': entry });
  expect(problems).toHaveLength(1);
  expect(problems[0]?.found).toMatch(/which data\/acme\/codes\/0?4701\.yaml claims too/);
});

test('words that differ in case only are one code', () => {
  const words = { 'acme/codes/lost.yaml': entry, 'acme/codes/Lost.yaml': entry };
  expect(brokenLinks(codesAreClaimedOnce, words)).toHaveLength(1);
});

test('a range over a code is named at the code', () => {
  expect(brokenLinks(codesAreClaimedOnce, { 'acme/codes/4700-4705.yaml': entry })).toMatchObject([
    { file: 'acme/codes/4701.yaml', found: 'the code 4701, which data/acme/codes/4700-4705.yaml claims too' },
  ]);
});

test('two ranges that overlap are both named', () => {
  const ranges = { 'acme/codes/4710-4719.yaml': entry, 'acme/codes/4715-4725.yaml': entry };
  expect(brokenLinks(codesAreClaimedOnce, ranges)).toHaveLength(2);
});

test('an alias that is another code is named', () => {
  expect(brokenLinks(codesAreClaimedOnce, { 'acme/codes/4702.yaml': { ...entry, aliases: ['4701'] } })).toMatchObject([
    { file: 'acme/codes/4702.yaml', field: 'aliases.0' },
  ]);
});
