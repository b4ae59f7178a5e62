import { describe, expect, test } from 'vitest';
import { decode } from './decoder.ts';
import { codesIn, exampleData, realData, reportOn } from './example-data.ts';
import { findTable } from './table.ts';
import { vocabularyOf } from './vocabulary.ts';

const isTable = (text: string) =>
  findTable(text, 0, { vocabulary: vocabularyOf(exampleData), column: undefined }) !== undefined;

describe('what is a table', () => {
  test.each([
    ['a known heading', 'a,errorCode\n1,4701'],
    ['three headings over figures', 'order,amount,total\n1,2,3'],
    ['tabs', 'a\tstatus\n1\tfailed'],
    ['bars with a line of dashes', '| a | b |\n|---|---|\n| 1 | 2 |'],
    ['columns set apart by blanks', 'to      errorCode\n---     ---------\n+1      4701'],
    ['rows without a heading', 'x1,failed,4701,+12025550100\nx2,delivered,,+12025550101'],
    ['aligned columns of anything', 'Pos  Qty  Part no.\n1    4    4432\n'],
    ['one column of a query', ' count \n-------\n  4701\n'],
  ])('%s', (_, text) => expect(isTable(text)).toBe(true));

  test.each([
    ['a sentence with commas', 'Hi team, we see 4701, please help\nThanks, Bob, Tim'],
    ['a list of codes', '4701, 4702, 4799\n4701, 4702, 4799'],
    ['JSON', '{"a":1,"b":2,"c":3}\n{"a":1,"b":2,"c":3}'],
    ['a log', '2026-05-14 10:00:00,123 INFO a, b\n2026-05-14 10:00:01,123 INFO a, b'],
    ['a heading over a sentence', 'Title\n-----\nSome text here'],
    ['one line', 'status,errorCode'],
  ])('is none: %s', (_, text) => expect(isTable(text)).toBe(false));
});

describe('rows', () => {
  test.each([
    ['the status of the row decides', 'status,errorCode\nfailed,4701\ndelivered,4702\n', 'acme:4701'],
    ['a table of orders', 'order,amount,total\n4701,4702,15001\n', ''],
    ['a sentence below a table of parts', 'Pos  Qty  Part\n1    4    4702\nWe see error 4701\n', 'acme:4701'],
    [
      'a code column is found without a heading',
      'x1,failed,4701,+12025550100\nx2,delivered,,+12025550101',
      'acme:4701',
    ],
    ['a record in a cell', 'id,payload\n1,"{""type"":""acme-failed"",""errorCode"":4701}"\n', 'acme:4701'],
    [
      'a record in a cell of a row that was handed over',
      'id,status,payload\n1,delivered,"{""type"":""acme-failed"",""errorCode"":4701}"\n',
      'acme:4701',
    ],
    [
      'two columns of a status',
      'status,type,errorCode\nsent,acme-failed,4701\nsent,acme-delivered,4702\n',
      'acme:4701',
    ],
    ['line breaks in a cell', 'id,text,status,errorCode\n1,"a\nb, 4702",failed,4701\n', 'acme:4701'],
    ['names and values', '| Field | Value |\n|---|---|\n| type | acme-failed |\n| errorCode | 4701 |', 'acme:4701'],
    ['code and words in the reason', 'to,result,reason\n+1,Undelivered,4701 - filtered\n+2,Delivered,\n', 'acme:4701'],
    ['messages to a recipient', 'Recipient,Error code,Messages\n+1,4701,2\n', 'acme:4701×2'],
    ['a remark in a heading', 'to,Error (Acme),date\n+1,4701,2026\n+2,4702,2026\n', 'acme:4701 acme:4702'],
    ['a heading of a customer database', 'to,Error_Code__c,date\n+1,4701,2026\n', 'acme:4701'],
    ['a heading in Portuguese', 'para;Cód. erro;data\n+1;4701;2026\n', 'acme:4701'],
    ['a heading of two statuses', 'to,SMS status code,date\n+1,4701,2026\n', 'acme:4701'],
    ['a heading of a provider', '| Acme failure | Messages |\n|---|---|\n| 4701 | 12 |', 'acme:4701×12'],
    [
      'the code behind the word, two columns',
      'to,status\n+12025550142,failed (4701)\n+12025550143,delivered\n',
      'acme:4701',
    ],
    [
      'text before and after it',
      'Report of error 4702\n\nstatus,errorCode\nfailed,4701\n\nand error 4799',
      'acme:4702 acme:4701 acme:4799',
    ],
    [
      'an empty first cell',
      ' errorCode | count \n-----------+-------\n 4701      | 4702\n           | 4799\n',
      'acme:4701×4702',
    ],
    [
      'rows of markup',
      '<table><tr><th>status</th><th>errorCode</th></tr><tr><td>failed</td><td>4701</td></tr></table>',
      'acme:4701',
    ],
    [
      'rows of an insert',
      "INSERT INTO t (a, status, errorCode) VALUES ('it''s', 'failed', 4701), (NULL, 'delivered', 4702);",
      'acme:4701',
    ],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));

  test('events say where the row stands', () => {
    const text = 'to,status,errorCode\n+1,failed,4701\n+2,delivered,\n';
    const rows: string[] = [];
    reportOn(text, {
      onEvent: ({ start, end, recipient, outcome }) =>
        rows.push(`${text.slice(start, end).trim()} ${recipient} ${outcome}`),
    });
    expect(rows).toEqual(['+1,failed,4701 +1 failed', '+2,delivered, +2 fine']);
  });
});

describe('the code column can be named by the caller', () => {
  const rows = 'errorCode,reading,to,state\n4432,4770,+12025550142,failed\n4433,4720,+12025550143,failed\n';
  const codes = (text: string, column?: string | number) =>
    decode(text, realData, { column }).findings.map(({ set, code }) => `${set}:${code}`);

  test('the report says which column was found and which there are', () => {
    expect(decode(rows, realData).tables).toEqual([
      { columns: ['errorCode', 'reading', 'to', 'state'], codeColumn: 'errorCode', chosen: 'found' },
    ]);
    expect(codes(rows)).toEqual(['bandwidth:4432', 'bandwidth:4433']);
  });

  test('a named column replaces it, in any letter case', () => {
    expect(codes(rows, 'Reading')).toEqual(['bandwidth:4770', 'bandwidth:4720']);
    expect(decode(rows, realData, { column: 'Reading' }).tables).toEqual([
      { columns: ['errorCode', 'reading', 'to', 'state'], codeColumn: 'reading', chosen: 'given' },
    ]);
  });

  test('a heading of a foreign language is enough', () => {
    expect(codes('numer;kod bramki\n+12025550142;4770\n+12025550143;15005\n', 'kod bramki')).toEqual([
      'bandwidth:4770',
      'bird:15005',
    ]);
  });

  test('a table without a header takes a place, counted from 0', () => {
    const bare = '12025550142,1,4770,4432\n12025550143,1,4720,4433\n';
    expect(codes(bare)).toEqual([]);
    expect(codes(bare, 2)).toEqual(['bandwidth:4770', 'bandwidth:4720']);
    expect(decode(bare, realData, { column: 2 }).tables).toEqual([
      { columns: ['', '', '', ''], codeColumn: 2, chosen: 'given' },
    ]);
  });

  test('a table that has no such column is read as usual', () => {
    expect(codes(rows, 'missing')).toEqual(['bandwidth:4432', 'bandwidth:4433']);
    expect(decode(rows, realData, { column: 'missing' }).tables[0]?.chosen).toBe('found');
    expect(codes(rows, 17)).toEqual(['bandwidth:4432', 'bandwidth:4433']);
  });

  test('a delivered row stays delivered', () => {
    expect(codes('to,reading,state\n+12025550142,4770,delivered\n', 'reading')).toEqual([]);
  });

  test('a column called by the last two names of a path is the source of the code beside it', () => {
    const table = 'reason_code,source_name,source_code\n15001,sms-messagebird,9\n';
    expect(decode(table, realData).findings).toMatchObject([
      { set: 'bird', code: '15001', sources: [{ set: 'bird-sms', name: 'sms-messagebird', code: '9' }] },
    ]);
  });

  test('the report names the first five tables only', () => {
    const many = 'error code,to\n4770,+12025550142\n\n'.repeat(9);
    expect(decode(many, realData).tables).toHaveLength(5);
  });
});
