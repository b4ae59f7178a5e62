import { describe, expect, test } from 'vitest';
import { codesIn, reportOn } from './example-data.ts';

describe('a number in free text', () => {
  test.each([
    ['alone', '4701', 'acme:4701'],
    ['in a sentence', 'we get 4701 again', 'acme:4701'],
    ['unlisted, next to a code word', 'error 4799', 'acme:4799'],
    ['unlisted, next to its provider', 'Acme 4799', 'acme:4799'],
    ['unlisted, in a sentence', 'we get 4799 again', ''],
    ['unlisted, where all is codes', '4701, 4799', 'acme:4701 acme:4799'],
    ['unlisted, where not all is', '4701, 4799 and my dog', 'acme:4701'],
    ['in a list that began with a code word', 'codes 4701, 4799 or 4798', 'acme:4701 acme:4799 acme:4798'],
    ['with its prefix', 'AC-4701', 'acme:4701'],
    ['with a mark of its provider', 'acme/4701', 'acme:4701'],
    ['with a bracket as in a notice', '(4)701', 'acme:4701'],
    ['emphasised', '**4701** and `4702`', 'acme:4701 acme:4702'],
  ])('counts: %s', (_, text, expected) => expect(codesIn(text)).toBe(expected));

  test.each([
    ['of a longer one', '14701 47012 4701.5 1,4701'],
    ['of an id', 'a4701 4701b x-4701 93de2206-4701-9669'],
    ['of a time', '10:47:01.4701'],
    ['of a phone', '+1 (555) 470-4701, 555-4701'],
    ['money', '$4701 or 4701 EUR'],
    ['a count', '4701 messages to 4702 people'],
    ['a measure', 'took 4701 ms, 4702 KB'],
    ['a port', 'port 4701, localhost:4702'],
    ['a line', 'on line 4701'],
    ['a process', 'app[4701]: started'],
    ['an address', '4701 Main Street'],
    ['a document', 'RFC 4701, invoice 4702'],
    ['an issue', 'fixes #4701'],
    ['a one-time password', 'Your code is 4701. Do not share it.'],
    ['the code of something else', 'zip code 4701, exit code 4702'],
    ["another vendor's", 'OtherCo error 4701'],
    ['a count in a summary', 'sent: 9000, failed: 4701'],
  ])('does not count as a part or as %s', (_, text) => expect(codesIn(text)).toBe(''));

  test('a number of nobody is said to be unknown', () => {
    expect(reportOn('8123, 99999').unknown.map(({ number }) => number)).toEqual(['8123', '99999']);
  });
});

describe('names in free text', () => {
  test.each([
    ['in any spelling', 'Unknown person', 'parcel:15001'],
    ['in a sentence', 'it says unknown_person for all', 'parcel:15001'],
    ['beside its number', '15001 UNKNOWN_PERSON', 'parcel:15001'],
    ['an everyday word alone', 'Late', 'parcel:15002'],
    ['an everyday word in a sentence', 'it was late', ''],
    ['part of a longer name', 'UNKNOWN_PERSON_2', ''],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));
});

describe('patterns', () => {
  test.each([
    ['of a family', '47xx', 'acme:47xx'],
    ['in other signs', '47**, 15***', 'acme:47xx parcel:15xxx'],
    ['of no family', '13xxx', ''],
    ['of another length', '5xx', ''],
    ['of a masked phone', '+1202555xxxx', ''],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));

  test('is one finding, known to no table', () => {
    expect(reportOn('47XX').findings).toMatchObject([
      { code: '47xx', pattern: true, known: false, families: ['4xxx', '47xx'] },
    ]);
  });
});

test('each finding says why', () => {
  const reasonFor = (text: string) => reportOn(text).findings[0]?.reason;
  expect(reasonFor('4701')).toEqual({ kind: 'only-codes' });
  expect(reasonFor('error 4701')).toEqual({ kind: 'code-word', word: 'error' });
  expect(reasonFor('we get 4701 again')).toEqual({ kind: 'alone' });
  expect(reasonFor('unknown person')).toEqual({ kind: 'name', name: 'UNKNOWN_PERSON' });
  expect(reasonFor('{"errorCode":4701}')).toEqual({ kind: 'field', field: 'errorCode' });
  expect(reasonFor('status,errorCode\nfailed,4701')).toEqual({ kind: 'column', field: 'errorCode' });
});

test('the status tells whether there was anything to read', () => {
  expect(reportOn('').status).toBe('empty');
  expect(reportOn(' \n\u200b\t').status).toBe('empty');
  expect(reportOn('hello').status).toBe('none');
  expect(reportOn('4701').status).toBe('found');
});
