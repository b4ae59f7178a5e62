import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MessageEvent } from './report.ts';
import { decode } from './decoder.ts';
import { exampleData } from './example-data.ts';
import { JsonLines } from './json-lines.ts';
import { vocabularyOf } from './vocabulary.ts';

const lines = new JsonLines(vocabularyOf(exampleData));
const messagesIn = (line: string) => {
  const read = lines.read(line);
  return read?.kind === 'fine' ? read.messages : undefined;
};
const gistOf = (line: string) => {
  const read = lines.read(line);
  return read?.kind === 'telling' ? read.gist : undefined;
};

describe('lines of messages that did not fail', () => {
  test.each([
    ['{"type":"acme-delivered","to":"+1","message":{"id":"a","text":"Your code is 4701"}}', 1],
    ['{"type": "acme-delivered", "tag": "4701"}', 1],
    ['{"status":"delivered","to":"+1"}', 1],
    ['{"payload":{"body":{"text":"error 4701"},"status":"delivered","reason":"successfully delivered"}}', 1],
    ['{"status":"delivered","errorCode":0,"error":null,"success":true}', 1],
    ['[{"type":"acme-delivered","to":"+1"}]', 1],
    ['{"events":[{"status":"sent"},{"status":"delivered"}]}', 2],
    ['{"status":"delivered","parts":[{"status":"sent"}]}', 1],
    ['{"status":"delivered","id":"abcdefghijklmnopqrstuvwx"}\r', 1],
  ])('%s', (line, messages) => expect(messagesIn(line)).toBe(messages));

  test('what the only message of a line says is kept', () => {
    const line = ' {"type":"acme-delivered","to":"+12025550100","time":"2026-05-14","message":{"id":"a"}}'.trim();
    const only = { start: 1, end: line.length + 1, recipient: '+12025550100', messageId: 'a', time: '2026-05-14' };
    expect(lines.read(`[${line}]`)).toMatchObject({ kind: 'fine', only });
  });
});

describe('lines that are not plainly fine', () => {
  test.each([
    ['a failure', '{"type":"acme-failed","errorCode":4701}'],
    ['a failure among others', '[{"status":"delivered"},{"status":"failed"}]'],
    ['no status', '{"to":"+1","message":{"id":"a"}}'],
    ['a code on a delivered message', '{"type":"acme-delivered","errorCode":4701}'],
    ['a code in a list', '{"status":"delivered","errorCodes":[4701]}'],
    ['a code as a key', '{"status":"delivered","byCode":{"4701":2}}'],
    ['a code in a pair', '{"status":"delivered","data":[{"name":"errorCode","value":"4701"}]}'],
    ['a code in a typed value', '{"status":"delivered","errorCode":{"N":"4701"}}'],
    ['a key that stands there twice', '{"type":"acme-failed","errorCode":4701,"type":"acme-delivered","errorCode":0}'],
    ['one beside a number that is printed longer', '{"type":"acme-delivered","errorCode":4701,"errorCode":0,"n":1e20}'],
    ['a record inside of a text', '{"status":"delivered","raw":"{\\"type\\":\\"acme-failed\\",\\"errorCode\\":4701}"}'],
    ['an encoded record', `{"status":"delivered","raw":"${btoa('{"type":"acme-failed","errorCode":4701}')}"}`],
    ['a form', '{"status":"delivered","raw":"type=acme-failed&errorCode=4701"}'],
    ['a list of records', '{"status":"delivered","items":[{"type":"acme-failed","errorCode":4701}]}'],
    ['another numbering', '{"status":"delivered","platform":"Abroad"}'],
    ['a failure in full-width letters', '{"status":"delivered","result":"ｆａｉｌｅｄ"}'],
    ['no JSON', '{type:acme-delivered}'],
    ['several records', '{"status":"delivered"} {"status":"failed"}'],
    ['the beginning of a list', '['],
  ])('%s', (_, line) => expect(messagesIn(line)).toBeUndefined());
});

const answer = (text: string, shift: number) => {
  const events: MessageEvent[] = [];
  const { findings, warnings, events: counts } = decode(text, exampleData, { onEvent: (event) => events.push(event) });
  return {
    findings,
    warnings,
    counts,
    events: events.map((event) => ({ ...event, start: event.start - shift, end: event.end - shift })),
  };
};

describe('skipping changes nothing in the answer', () => {
  test.each([
    '{"type":"acme-delivered","to":"+1","message":{"id":"a","text":"error 4701"}}',
    '[{"type":"acme-delivered","time":"2026-05-14","to":["+1"],"message":{"id":"a","to":"+2"}}]',
    '{"data":{"payload":{"status":"delivered","id":"x","receiver":{"contacts":[{"identifierValue":"+1"}]}}}}',
    '{"status":"delivered","to":null,"id":17,"success":true}',
    '{"status":"delivered","parts":[{"status":"sent","to":"+2"}]}',
    '[{"status":"sent"},{"note":"error 4701"}]',
    '{"status":"delivered","id":"abcdefghijklmnopqrstuvwx","msg":"error 4701"}',
  ])('%s', (line) => {
    expect(messagesIn(line)).toBeDefined();
    // A blank in front of it and the line is read in full.
    expect(answer(`${line}\n`, 0)).toEqual(answer(` ${line}\n`, 1));
  });
});

describe('lines made from the words of the field', () => {
  const word = fc.constantFrom(
    ...['delivered', 'sent', 'acme-delivered', 'failed', 'acme-failed', '4701', '0', '', 'none', '+12025550100'],
    ...['error 4701', 'type=acme-failed&errorCode=4701', btoa('{"type":"acme-failed","errorCode":4701}'), 'Abroad'],
    ...['twilio', 'ｆａｉｌｅｄ', '{"errorCode":4701}', 'a long text without any meaning', 'errorCode', '&quot;'],
  );
  const scalar = fc.oneof({ weight: 4, arbitrary: word }, fc.constantFrom(4701, 0, 17, 4701.5, true, false, null));
  const key = fc.constantFrom(
    ...['status', 'type', 'errorCode', 'error', 'code', 'to', 'id', 'time', 'message', 'text', 'reason', 'success'],
    ...['platform', 'provider', 'vendor', 'name', 'value', 'N', '4701', 'items', 'payload', 'body', 'acme', 'ｃode'],
  );
  const { object } = fc.letrec<{ object: object; value: unknown }>((tie) => ({
    object: fc.dictionary(key, tie('value'), { maxKeys: 5 }),
    value: fc.oneof(
      { weight: 6, arbitrary: scalar },
      tie('object'),
      fc.array(fc.oneof(scalar, tie('object')), { maxLength: 3 }),
    ),
  }));
  const line = fc
    .tuple(object, fc.constantFrom('status', 'type'), fc.boolean())
    .map(([rest, field, isListed]) => ({ record: { [field]: 'acme-delivered', ...rest }, isListed }))
    .map(({ record, isListed }) => JSON.stringify(isListed ? [record] : record));

  test('are judged as the scanner judges them', () => {
    let skipped = 0;
    fc.assert(
      fc.property(line, (text) => {
        if (messagesIn(text) === undefined) return;
        skipped += 1;
        expect(answer(`${text}\n`, 0)).toEqual(answer(` ${text}\n`, 1));
      }),
      { seed: 20261124, numRuns: 4000 },
    );
    expect(skipped).toBeGreaterThan(500);
  });
});

describe('the gist of a line', () => {
  const failed = (id: string, more: object = {}) =>
    JSON.stringify([
      { type: 'acme-failed', errorCode: 4701, to: '+12025550100', message: { id, text: 'Hi' }, ...more },
    ]);

  test('is the same whatever the number, the time and the text of the message', () => {
    const other = JSON.stringify([
      { type: 'acme-failed', errorCode: 4701, to: '+12025550101', message: { id: 'b', text: 'error 4799' } },
    ]);
    expect(gistOf(failed('a'))).toBe(gistOf(other));
    expect(gistOf(failed('a'))).toBeDefined();
  });

  test.each([
    ['a code', failed('a', { errorCode: 4799 })],
    ['a status', failed('a', { type: 'acme-delivered' })],
    ['a vendor', failed('a', { provider: 'twilio' })],
    ['the name of a container', failed('a').replace('"message"', '"payload"')],
    ['a code as a text', failed('a', { errorCode: '4701' })],
  ])('is another one with another value of what is judged: %s', (_, line) => {
    expect(gistOf(line)).not.toBe(gistOf(failed('a')));
  });

  test.each([
    ['two records', '[{"type":"acme-failed","errorCode":4701},{"type":"acme-failed","errorCode":4701}]'],
    ['a record inside of a text', failed('a', { raw: '{"type":"acme-failed","errorCode":4799}' })],
    ['a key that stands there twice', '{"type":"acme-failed","errorCode":4701,"errorCode":4799}'],
    ['a code as a key', failed('a', { byCode: { 4701: 2 } })],
  ])('is not given for %s', (_, line) => expect(gistOf(line)).toBeUndefined());
});
