import { expect, test } from 'vitest';
import { programNames, typeErrors } from './programs.ts';

test('the TypeScript of the guides has a file name each, and no type error', () => {
  expect(typeErrors()).toEqual([]);
  expect([...programNames].sort()).toEqual([
    'apply',
    'bandwidth',
    'bird',
    'bird-signature',
    'policy',
    'receive-bandwidth',
    'work',
  ]);
}, 120_000);
