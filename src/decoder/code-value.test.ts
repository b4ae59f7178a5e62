import { describe, expect, test } from 'vitest';
import { readCodeValue } from './code-value.ts';
import { exampleData } from './example-data.ts';
import { vocabularyOf } from './vocabulary.ts';

const read = (value: string) => readCodeValue(value, vocabularyOf(exampleData));

describe('the value of a code field', () => {
  test.each([
    ['4701', '4701'],
    [' 4701 ', '4701'],
    ['="4701"', '4701'],
    ["'4701", '4701'],
    ['4701.0', '4701'],
    ['4,701', '4701'],
    ['(4)701', '4701'],
    ['701/4701', '4701'],
    ['4701 - Recipient opted out', '4701'],
    ['4701: opted out', '4701'],
    ['4701 (opted out)', '4701'],
    ['AC-4701', '4701'],
    ['acme:4701', '4701'],
    ['Error 4701', '4701'],
    ['400', '400'],
  ])('%s is the number %s', (value, expected) => {
    const read_ = read(value);
    expect(read_).toMatchObject({ kind: 'number', number: expected });
    if (read_.kind === 'number') expect(read_.at + read_.length).toBeLessThanOrEqual(value.length);
  });

  test.each(['', '0', '00', 'null', 'None', 'nil', '<nil>', 'N/A', '-', 'undefined', 'NaN', '0.0'])(
    '"%s" is no code',
    (value) => expect(read(value).kind).toBe('none'),
  );

  test.each(['UNKNOWN_PERSON', 'unknown person', 'unknownPerson', 'Unknown-Person'])('%s is a name', (value) =>
    expect(read(value)).toMatchObject({ kind: 'word', names: [{ set: 'parcel', code: '15001' }] }),
  );

  test.each(['47010001234', '4701-4702', 'it took 4701 ms', '4701.5'])('%s is no code that could be cut out', (value) =>
    expect(read(value).kind === 'number' ? (read(value) as { number: string }).number : 'none').not.toBe('4701'),
  );
});
