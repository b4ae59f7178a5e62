import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultIn, kindOfFault, minimise } from '../tasks/fuzz-checks.ts';
import { storedFailures } from '../tasks/fuzz-failures.ts';
import { fuzzInputs } from '../tasks/fuzz-inputs.ts';
import { randomFrom } from '../testing/random.ts';
import { realData } from './example-data.ts';

/** Texts that broke a promise of the decoder once; `npm run fuzz` finds and stores them. */
const failures = storedFailures(join(import.meta.dirname, 'fuzz-failures'));

test('what fuzzing found stays mended', () => {
  expect(failures.map(({ file }) => file)).toContain('quote-that-ends-in-a-cell.txt');
  for (const { file, text } of failures) expect(faultIn(text, realData), file).toBeUndefined();
});

describe('fuzzing', () => {
  test('the inputs follow from the seed and are of every kind', () => {
    const take = (seed: number) => {
      const inputs = fuzzInputs(['{"errorCode":4770}', 'error 4720'], randomFrom(seed));
      return Array.from({ length: 100 }, () => inputs.next().value);
    };
    expect(take(1)).toEqual(take(1));
    expect(take(1)).not.toEqual(take(2));
    expect(new Set(take(1).map(({ kind }) => kind))).toEqual(
      new Set(['prefix', 'random', 'likely', 'mutated', 'splice']),
    );
  });

  test('every prefix of a case comes up', () => {
    const inputs = fuzzInputs(['4770', 'ab'], randomFrom(3));
    const prefixes = Array.from({ length: 60 }, () => inputs.next().value).filter(({ kind }) => kind === 'prefix');
    expect(prefixes.map(({ text }) => text)).toEqual(['', 'a', 'ab', '', '4', '47', '477', '4770']);
  });

  test('a fault is made as short as it goes', () => {
    const faultOf = (text: string) => (text.includes('a') && text.includes('z') ? 'fault' : undefined);
    expect(minimise('what a long text, as lazy as can be', faultOf)).toMatch(/^(?:az|za)$/);
  });

  test('another fault of a shorter text is not taken for the one that was found', () => {
    const faultOf = (text: string) =>
      text.includes('zz') ? `place ${text.length} outside` : text.includes('a') ? 'throws' : undefined;
    expect(minimise('dazzling, and more than that', faultOf)).toBe('zz');
    expect(minimise('lazy text', faultOf)).toBe('a');
  });

  test('faults that differ in numbers alone are of one kind', () => {
    expect(kindOfFault('line 3 instead of 4\n at one')).toBe(kindOfFault('line 12 instead of 9\n at one\n at two'));
    expect(kindOfFault('line 3 instead of 4')).not.toBe(kindOfFault('takes 3 steps for 4 characters'));
  });
});
