import { describe, expect, test } from 'vitest';
import { FineLines } from './fine-line.ts';
import { exampleData, reportOn } from './example-data.ts';
import { vocabularyOf } from './vocabulary.ts';

const lines = new FineLines(vocabularyOf(exampleData));
const skips = (line: string) => lines.read(line, 0, line.length) !== undefined;
const skipsUnread = (line: string) => lines.isPlain(line, 0, line.length);

describe('lines that are skipped', () => {
  test.each([
    '{"type":"acme-delivered","to":"+1","message":{"id":"a","text":"Your code is 4701"}}',
    '{"type": "acme-delivered", "tag": "4701"}',
    '{"status":"delivered","to":"+1"}',
  ])('%s', (line) => expect([skips(line), skipsUnread(line)]).toEqual([true, true]));

  test('a code of zero or nothing is read and skipped', () => {
    expect(skips('{"status":"delivered","errorCode":0}')).toBe(true);
    expect(skips('{"status":"delivered","errorCode":null}')).toBe(true);
  });

  test('what it says of the message is kept', () => {
    const line = '{"type":"acme-delivered","to":"+12025550100","time":"2026-05-14","message":{"id":"a"}}';
    expect(lines.read(line, 0, line.length)).toMatchObject({
      recipient: '+12025550100',
      messageId: 'a',
      time: '2026-05-14',
    });
  });
});

describe('lines that the scanner must read', () => {
  test.each([
    ['a failure', '{"type":"acme-failed","errorCode":4701}'],
    ['no status', '{"to":"+1","message":{"id":"a"}}'],
    ['a code on a delivered message', '{"type":"acme-delivered","errorCode":4701}'],
    ['a key that stands there twice', '{"type":"acme-failed","errorCode":4701,"type":"acme-delivered"}'],
    ['a record inside of a text', '{"status":"delivered","raw":"{\\"type\\":\\"acme-failed\\",\\"errorCode\\":4701}"}'],
    ['a list of records', '{"status":"delivered","items":[{"type":"acme-failed","errorCode":4701}]}'],
    ['another numbering', '{"status":"delivered","platform":"Abroad"}'],
    ['no JSON', '{type:acme-delivered}'],
  ])('%s', (_, line) => expect([skips(line), skipsUnread(line)]).toEqual([false, false]));
});

test('skipping changes nothing in the answer', () => {
  const line = '{"type":"acme-delivered","to":"+1","message":{"id":"a","text":"error 4701"}}';
  const skipped = reportOn(line);
  // A blank in front of it and the line is read in full.
  const read = reportOn(` ${line}`);
  expect({ ...skipped, steps: 0, length: 0 }).toEqual({ ...read, steps: 0, length: 0 });
});
