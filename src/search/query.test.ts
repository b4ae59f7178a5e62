import { describe, expect, test } from 'vitest';
import { exampleSets } from './example-index.ts';
import { readQuery } from './query.ts';
import type { SearchSet } from './search-data.ts';

const read = (text: string) => readQuery(text, exampleSets);

describe('codes in any dress', () => {
  test.each([
    '4701',
    '#4701',
    'error 4701',
    'error code: 4701.',
    'what is 4701??',
    'AC-4701',
    'ac4701',
    'acme/4701',
    '(4)701',
    '4,701',
    '4.701',
    '4’701',
    'smpp 4701',
    '４７０１',
    'acme 4701',
    '"4701"',
    'errorCode=4701',
    'code4701please',
    '4701error',
    'statuscode4701',
    '4701AC',
    '4701s',
    '№4701',
    '4701™',
    '47\u200b01',
    '٤٧٠١',
    '4701.0',
    'code 4701.00',
  ])('%s', (text) => {
    expect(read(text).numbers).toEqual(['4701']);
  });

  test('several codes keep their order', () => {
    expect(read('4701 vs 15005, 4401').numbers).toEqual(['4701', '15005', '4401']);
  });
});

describe('digits that are no codes', () => {
  test.each([
    '+12025550142',
    '+1 202 555 0142',
    '(202) 555-0142',
    '202.555.0142',
    '020 7946 4701',
    '2026-11-24 10:15:30',
    '10.4701.2',
    'v4701b',
    'x4701',
    '4701a',
    '4701.0 EUR left',
    '24 hour window',
    '160 characters too long',
  ])('%s', (text) => {
    expect(read(text).numbers).toEqual([]);
  });
});

describe('patterns', () => {
  test.each([
    ['47xx', '47', 4],
    ['47XX', '47', 4],
    ['43**', '43', 4],
    ['15xxx', '15', 5],
    ['4xxx codes', '4', 4],
    ['47--', '47', 4],
  ])('%s', (text, digits, length) => {
    expect(read(text).patterns).toMatchObject([{ digits, length }]);
  });

  test.each(['15…', '15...', '15*'])('%s leaves the length open', (text) => {
    expect(read(text).patterns).toMatchObject([{ digits: '15', length: undefined }]);
  });
});

test('numbers that are nothing but one code with a blank in it make it together', () => {
  expect(read('15 017')).toMatchObject({ numbers: ['15', '017'], joined: '15017' });
  for (const text of ['error 47 01', '4-701', '4 7 0 1', '4_701', '4/701', 'code: 4 7 0 1'])
    expect(read(text), text).toMatchObject({ joined: '4701', words: '' });
  expect(read('131 026').joined).toBe('131026');
  for (const text of ['4701 4702', '41 411 4', '4 7', '24 000 texts', '15 017 23', '12.500.000', '4.7.01', '47-01'])
    expect(read(text).joined, text).toBeUndefined();
});

test('a fragment of an address is read as what it stands for', () => {
  expect(read('errorCode%22%3A4701%2C%22to')).toMatchObject({ isPaste: true, text: 'errorCode":4701,"to' });
  expect(read('100%25 of texts').text).toBe('100% of texts');
  expect(read('20% off 47 things').text).toBe('20% off 47 things');
});

describe('sets', () => {
  test('a long name with a mistake in it names its set', () => {
    const [model] = exampleSets;
    const sets = [...exampleSets, { ...model, id: 'windmill', name: 'Windmill', aliases: [] } as SearchSet];
    for (const text of ['windmil 4701', 'Wnidmill landline', 'WINDMIILL 4701', 'windmill 4701'])
      expect(readQuery(text, sets).sets, text).toEqual(['windmill']);
    for (const text of ['mindmill 4701', 'winds 4701', 'acne 4701']) expect(readQuery(text, sets).sets).toEqual([]);
  });

  test('a set whose codes are words is not meant beside a number', () => {
    const [model] = exampleSets;
    const words = { ...model, id: 'tern-errors', name: 'Tern errors', aliases: [], shape: '[a-z_]+' } as SearchSet;
    const sets = [...exampleSets, words];
    expect(readQuery('tern errors', sets).sets).toEqual(['tern-errors']);
    for (const text of ['tern 15xxx errors', 'tern errors 15005']) expect(readQuery(text, sets).sets).toEqual(['tern']);
  });

  test('words on both sides of a number are no name of a set', () => {
    expect(read('tern 4701 chat').sets).toEqual(['tern', 'tern-chat']);
  });

  test('a word that names a set is a filter and no word to look for', () => {
    expect(read('Acme landline')).toMatchObject({ sets: ['acme'], words: 'landline' });
    expect(read('tern_chat not delivered').sets).toContain('tern-chat');
  });

  test('a set that somebody is not on stays a word to look for', () => {
    expect(read('person is not on chat')).toMatchObject({ sets: ['tern-chat'], words: 'person is not on chat' });
    expect(read('chat message not delivered because the person is gone').words).not.toContain('chat');
  });

  test('a short alias inside another word names nothing', () => {
    expect(read('account closed').sets).toEqual([]);
  });
});

test('words around the first digits of some codes are no words to look for', () => {
  for (const text of ['codes starting with 47', 'all codes that begin with 47', '47 family', 'list of 47 errors'])
    expect(read(text), text).toMatchObject({ numbers: ['47'], words: '' });
  expect(read('starting at 47 euros')).toMatchObject({ numbers: [] });
});

test('an 8xx line is one that is free to call', () => {
  expect(read('our 8xx number')).toMatchObject({ patterns: [], words: 'our tollfree number' });
  expect(read('8xx').patterns).toHaveLength(1);
});

test('digits without a letter are no words', () => {
  for (const text of ['10.0.0.1', '24/7', '100%']) expect(read(text), text).toMatchObject({ numbers: [], words: '' });
});

test('the reply of a mail server is no words of ours', () => {
  expect(read('550 5.1.1 user unknown')).toMatchObject({ numbers: [], words: '' });
  expect(read('our 550 texts to a landline').words).not.toBe('');
});

test('fragments of payloads are told from words', () => {
  expect(read('{"errorCode": 4701, "to": 1}').isPaste).toBe(true);
  expect(read('details: unknown; reason: unknown; code: 1').isPaste).toBe(true);
  expect(read('status=failed').isPaste).toBe(true);
  expect(read('customer replied stop').isPaste).toBe(false);
});

test('a code with nothing but brackets and the name of a field around it needs no decoder', () => {
  for (const text of ['[4701]', '{4701}', 'err=4701', '{"errorCode":4701}', ':errorCode=>4701', '4701]', 'acme=4701'])
    expect(read(text), text).toMatchObject({ isPaste: false, numbers: ['4701'] });
  for (const text of ['code=34', '{"id":4701}', '[4701,4702]', '4701\n4702', 'amount=4701'])
    expect(read(text).isPaste, text).toBe(true);
});
