import { describe, expect, test } from 'vitest';
import { exampleData } from './example-data.ts';
import { isNoCode, outcomeOf } from './outcomes.ts';
import { squash } from './spelling.ts';
import { vocabularyOf } from './vocabulary.ts';

const vocabulary = vocabularyOf(exampleData);
const meaning = (path: string) => {
  const names = path.split(' > ');
  return names
    .slice(0, -1)
    .reduce((scope, name) => scope.inside(name), vocabulary.root)
    .field(names.at(-1)!);
};

describe('the meaning of a field', () => {
  test.each([
    'errorCode',
    'error_code',
    'Error Code',
    'ERRORCODE',
    'error-code',
    'acme_error_code',
    'sms.errorCode',
    'payload > errorCode',
  ])('%s carries the code of a set', (path) => expect(meaning(path).own).toContain('acme'));

  test.each([
    'failure > code',
    'payload > failure > code',
    'failure.code',
    'failure[code]',
    'failure%5Bcode%5D',
    'failure_code',
    'failureCode',
    'failure/code',
  ])('%s carries the code of a set that names a path', (path) => expect(meaning(path).own).toContain('parcel'));

  test.each(['code', 'error', 'err', 'errCode', 'data > code', 'errors > code', 'Fehlercode', 'código de error'])(
    '%s is a code to everybody',
    (path) => expect(meaning(path)).toMatchObject({ isCode: true }),
  );

  test.each([
    'carrier_error_code',
    'http_status_code',
    'zipCode',
    'country > code',
    'verification_code',
    'productCode',
    'exit_code',
    'smpp_error_code',
    'port',
    'id',
  ])('%s carries something else', (path) => expect(meaning(path).isCode).toBe(false));

  test('a source code is no code', () => {
    expect(meaning('failure > source > code')).toMatchObject({
      isCode: false,
      sourceCode: [{ set: 'parcel', explains: ['parcel-sms'] }],
    });
    expect(meaning('failure > source > name').sourceName).toEqual(['parcel']);
  });

  test('a status is read in the words of a set and in general ones', () => {
    expect(meaning('type').outcomeOf('acme-failed')).toEqual({ outcome: 'failed', sets: ['acme'], isDistinct: true });
    expect(meaning('messageStatus').outcomeOf('FAILED')).toMatchObject({ outcome: 'failed', isDistinct: false });
    expect(meaning('Delivery Status').outcomeOf('Undelivered')).toMatchObject({ outcome: 'failed', sets: [] });
    expect(meaning('success').outcomeOf('false')?.outcome).toBe('failed');
    expect(meaning('color').outcomeOf('failed')).toBeUndefined();
  });

  test('any number of names is bounded', () => {
    for (let i = 0; i < 5_000; i++) expect(meaning(`field${i}`).isCode).toBe(false);
  });
});

describe('digits', () => {
  test('belong to the set that lists them or has a family for them', () => {
    expect(vocabulary.byDigits('4701').map(({ id }) => id)).toEqual(['acme']);
    expect(vocabulary.byDigits('4799').map(({ id }) => id)).toEqual(['acme']);
    expect(vocabulary.byDigits('8123')).toEqual([]);
    expect(vocabulary.byDigits('1')).toEqual([]);
  });
  test('of another numbering are told by its namesakes, ranges included', () => {
    expect(vocabulary.namesakesOf('6003')).toEqual(
      [{ index: 0, near: 'acme' }].map((one) => expect.objectContaining(one)),
    );
    expect(vocabulary.namesakesOf('6006')).toEqual([]);
  });
});

test('names are found in any spelling, misspelt ones by their alias', () => {
  for (const text of ['BROKEN_BELT', 'broken belt', 'broken-belt', 'brokenBelt', 'BROKEN_BLET']) {
    expect(vocabulary.byName(text)).toMatchObject([{ code: '12001' }]);
  }
});

test('names of fields lose case and signs, words for nothing are no codes, and outcomes are read with their negation', () => {
  expect(squash('Error_Code no.')).toBe('errorcodeno');
  expect([isNoCode('null'), isNoCode('0'), isNoCode('4701')]).toEqual([true, true, false]);
  expect([outcomeOf('Delivered'), outcomeOf('NOT DELIVERED'), outcomeOf('maybe')]).toEqual([
    'fine',
    'failed',
    undefined,
  ]);
});
