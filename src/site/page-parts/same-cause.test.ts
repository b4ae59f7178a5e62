import { expect, test } from 'vitest';
import { exampleCatalog, exampleCode } from '../example-catalog.ts';
import { sameCause } from './same-cause.ts';

const entry = (match: string) => ({
  causes: [{ is: 'recipient-opted-out', match }],
  summary: 'Another.',
  examples: ['x'],
  checked: '2026-11-24',
});

const set = (name: string, order: number) => ({
  name,
  provider: name,
  product: 'Chat',
  order,
  summary: 'Numbers.',
  field: 'error',
  stations: ['You', name, 'Chat', 'Phone'],
  coverage: { complete: false, says: 'Some.' },
  arrives: { heading: 'An event', payload: '{"error":1}', notes: [] },
  shape: '\\d+',
  families: [{ id: '1x', heading: 'People', summary: 'About people.', stopped: 'carrier' }],
  recognise: { fields: ['error'], failure: { status: ['failed'] } },
});

const catalog = exampleCatalog({
  'acme/codes/4702.yaml': entry('same'),
  'first/set.yaml': set('First', 2),
  'first/codes/10.yaml': entry('broader'),
  'first/codes/11.yaml': entry('near'),
  'first/codes/12.yaml': entry('same'),
  'second/set.yaml': set('Second', 3),
  'second/codes/10.yaml': entry('near'),
});
const refs = (most: number) => sameCause(exampleCode(catalog), most).map(({ code }) => code.ref);

test('the closest code of each other set comes first, then the next of each, then those of the own set', () => {
  expect(refs(8)).toEqual(['first/12', 'second/10', 'first/11', 'first/10', 'acme/4702']);
});

test('a short list holds each set before any set a second time', () => {
  expect(refs(2)).toEqual(['first/12', 'second/10']);
});

test('a code that has its cause alone has none', () => {
  expect(sameCause(exampleCode(catalog, '4401'), 8)).toEqual([]);
});
