import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decoderData, type DecoderData } from '#catalog';
import { readCatalog } from '#catalog/node';
import { decode } from '#decoder';

/**
 * A vendor whose codes have six digits in one set and three in the other, beside the real ones: the decoder takes from
 * the data how long a code is and who may be named with it.
 */
const folder = mkdtempSync(join(tmpdir(), 'undelivered-widths-'));
let data: DecoderData;
beforeAll(() => {
  cpSync(resolve(import.meta.dirname, '../../../data'), folder, { recursive: true });
  cpSync(join(import.meta.dirname, 'data'), folder, { recursive: true });
  data = decoderData(readCatalog(folder));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const codesIn = (text: string) =>
  decode(text, data)
    .findings.map(({ set, code, count }) => `${set}:${code}${count === 1 ? '' : `×${count}`}`)
    .join(' ');

/** A form of writing with a code, or two, in it: what is expected is what stands in the last column, or each of them once. */
const forms: readonly [what: string, write: (code: string, other: string) => string, found?: 'both' | `×${number}`][] =
  [
    ['the field of its set', (code) => `{"status":"failed","error_code":"${code}"}`],
    ['a map from codes to counts', (code) => `{"error_byCode":{"${code}":3}}`, '×3'],
    ['a map from numbers in source code', (code, other) => `const messages = {${code}: "no", ${other}: "off"}`, 'both'],
    ['the end of a reason', (code) => `{"status":"failed","reason":"Refused by the carrier (${code})"}`],
    ['the beginning of a reason', (code) => `{"status":"failed","reason":"${code} - refused by the carrier"}`],
    ['the word of a status', (code) => `status: failed (${code})`],
    ['a status in JSON', (code) => `{"status":"failed (${code})"}`],
    ['a member of an enumeration', (code) => `enum PostwingError { Spam = ${code} }`],
    ['a constant', (code) => `ERR_SPAM = ${code}`],
    ['a call with a code', (code) => `ErrorCodes.put(${code}, "spam")`],
    ['an exception in source code', (code) => `throw new PostwingException(${code});`],
    ['an exception in a log', (code) => `PostwingException ${code}`],
    ['a list that says what is retried', (code, other) => `const PERMANENT = [${code}, ${other}]`, 'both'],
    ['several codes in one setting', (code, other) => `RETRY_ERROR_CODES=${code},${other}`, 'both'],
    ['several codes in one field', (code, other) => `{"errorCodes":"${code} ${other}"}`, 'both'],
    ['the commonest code with its share', (code) => `delivery report top=${code}(61%)`],
    ['a range', (code, other) => `error codes ${code}-${other} from the carrier`, 'both'],
    ['a list with slashes', (code, other) => `error ${code}/${other} since noon`, 'both'],
    ['a code word behind a list', (code, other) => `we keep seeing ${code} and ${other} errors since noon`, 'both'],
    ['a sentence', (code) => `Postwing returned ${code} for half of our messages`],
    ['a spelling with the provider in front', (code) => `postwing-${code}`],
    ['nothing but codes and the name of the provider', (code, other) => `Postwing ${code}, ${other}`, 'both'],
    ['nothing but codes', (code, other) => `${code}\n${other}`, 'both'],
  ];

describe.each([
  ['six digits', 'postwing', '477000', '477003'],
  ['three digits', 'postwing-local', '731', '738'],
])('codes of %s are found in', (_, set, code, other) => {
  test.each(forms)('%s', (_, write, found = '×1') => {
    const expected =
      found === 'both' ? `${set}:${code} ${set}:${other}` : `${set}:${code}${found === '×1' ? '' : found}`;
    expect(codesIn(write(code, other))).toBe(expected);
  });
});

test('a range of six digits names both of its bounds', () => {
  expect(codesIn('everything from 477000 to 477003 is a carrier error')).toBe('postwing:477000 postwing:477003');
});

test('thousands set apart are read as one code of six digits', () => {
  expect(codesIn('wingState,wingCode,to\nrefused,"477,000",+12025550142\n')).toBe('postwing:477000');
  for (const value of ['"477,000"', '"477 000"'])
    expect(codesIn(`{"status":"failed","error_code":${value}}`)).toBe('postwing:477000');
  expect(codesIn('status=failed error_code=477,000')).toBe('postwing:477000');
});

test('thousands set apart are no list of codes, unless each group is one', () => {
  expect(codesIn('{"errorCode":"731,738"}')).toBe('postwing-local:731 postwing-local:738');
  expect(codesIn('{"errorCode":"477,000,731"}')).toBe('');
  expect(codesIn('{"errorCode":"731,000"}')).toBe('');
});

test.each([
  ['numbers of as many digits that are listed nowhere', '{"error_byCode":{"612000":3}}'],
  ['a count of six digits', 'We sent 477000 messages, and 477003 people answered'],
  ['a count of three digits', 'We sent 731 messages and got 738 answers'],
  ['a status of HTTP', '{"status":"failed","reason":"No answer (404)"}'],
  ['a piece of a phone number', 'failed: +1 202 555 0142, 477-000-3000, +12025550731'],
  ['a piece of a longer number', 'id 4770001, 17310, 00477000'],
  ['a map with keys of three digits that are no codes', '{"histogram":{"100":4,"731":2,"900":1}}'],
  ['an amount', 'The order came to 477,000 dollars and the fee to $731'],
  ['a duration and a size', 'took 731 ms for 477000 bytes'],
  ['a code that is no longer than a piece of a time', '2026-03-04T10:15:31.477000Z GET /dlr 200 731'],
])('nothing is found in %s', (_, text) => {
  expect(codesIn(text)).toBe('');
});
