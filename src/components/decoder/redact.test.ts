import { expect, test } from 'vitest';
import { redact, redactPath } from './redact.ts';

test.each([
  ['"to":"+12025550142","errorCode":4701', '"to":"[number]","errorCode":4701'],
  ['{"text": "Hi Ann, your code is 4711"}', '{"text": "[text]"}'],
  ['{"name": "Ann"}', '{"name": "[text]"}'],
  ['{"id": "8f14e45f-ceea-467f-a0e6-1a2b3c4d5e6f"}', '{"id": "[id]"}'],
  [
    '2026-11-21T22:14:07Z WARN dlr status=message-failed errorCode=4701 to=+15555550142',
    '2026-11-21T22:14:07Z WARN dlr status=message-failed errorCode=4701 to=[number]',
  ],
  ['{"type":"message-failed","mail":"ann@example.com"}', '{"type":"message-failed","mail":"[address]"}'],
  ["{'to': '+12025550142'}", "{'to': '[number]'}"],
  ['{"+12025550142": {"code": 4701}}', '{"[key]": {"code": 4701}}'],
  ['+12025550142,failed,4701', '[number],failed,4701'],
  ['mail ann@example.com failed', '[text] [address] failed'],
  ['text=see you at noon, Ann code=4701', 'text=[text], [text] code=4701'],
  ['Ann Smith,failed,4701', '[text],failed,4701'],
  ['name=Ünal failed', 'name=[text] failed'],
])('%s', (line, redacted) => {
  expect(redact(line, ['4701'])).toBe(redacted);
});

test('a code is kept only where it stands whole', () => {
  expect(redact('to=147015 code=4701', ['4701'])).toBe('to=[number] code=4701');
});

test('a path keeps its field names', () => {
  expect(redactPath('results.+12025550142.failure.code')).toBe('results.[key].failure.code');
});
