import { expect, test } from 'vitest';
import { showAnnotated, showExample } from './payload.ts';

const markedLines = (example: string, code: string, fields = ['errorCode']) =>
  showExample(example, code, fields)
    .lines.filter((line) => line.marked)
    .map((line) => line.text.trim());

test('JSON is laid out and the line of the code is marked', () => {
  const { title, lines } = showExample('[{"to":["+1"],"segments":4775,"errorCode":4775}]', '4775', ['errorCode']);
  expect(title).toBe('Payload');
  expect(lines.map((line) => line.text)).toEqual([
    '[',
    '  {',
    '    "to": ["+1"],',
    '    "segments": 4775,',
    '    "errorCode": 4775',
    '  }',
    ']',
  ]);
  expect(lines.findIndex((line) => line.marked)).toBe(4);
});

test('a field given as a path is found by its last part', () => {
  expect(markedLines('{"failure":{"code":15016,"source":{"code":"1"}}}', '15016', ['failure.code'])).toEqual([
    '"code": 15016,',
  ]);
});

test('what is not JSON stays as it is', () => {
  const line = 'WARN status=failed errorCode=4720 to=+12025550142';
  expect(showExample(line, '4720', ['errorCode'])).toMatchObject({ title: 'Log or export', text: line });
  expect(markedLines(`code,to\n4720,+1`, '4720')).toEqual(['4720,+1']);
});

test('numbers that JavaScript would round are left alone', () => {
  const exact = '{"id":12345678901234567890,"errorCode":4720}';
  expect(showExample(exact, '4720', ['errorCode']).text).toBe(exact);
});

test('a code inside a longer number is not marked', () => {
  expect(markedLines('id=147201 ref=4720-1\nerrorCode=4720', '4720')).toEqual(['errorCode=4720']);
});

test('each note of an annotated payload gets its own line', () => {
  const lines = showAnnotated(
    '[\n  {\n    "errorCode": 4770,\n    "to": "+1"\n  }\n]',
    [{ line: '[' }, { line: '"to"' }],
    ['errorCode'],
    String.raw`\d{4}`,
  );
  expect(lines.map((line) => line.note)).toEqual([1, undefined, undefined, 2, undefined, undefined]);
  expect(lines.findIndex((line) => line.marked)).toBe(2);
});

test('prose that only speaks of a code is not the line of the code', () => {
  const payload = '{\n  "reason": "rejected; code: 1",\n  "code": 15005,\n  "source": { "code": "1" }\n}';
  const lines = showAnnotated(payload, [], ['failure.code'], String.raw`\d{5}`);
  expect(lines.findIndex((line) => line.marked)).toBe(2);
});
