import { describe, expect, test } from 'vitest';
import { codesIn, reportOn } from './example-data.ts';

const kindsOf = (text: string) => reportOn(text).warnings.map(({ kind }) => kind);

describe('the outcome of a record', () => {
  test('a failed one with a code is a failure event', () => {
    const report = reportOn('{"type":"acme-failed","errorCode":4701}');
    expect(report.events).toEqual({ failed: 1, fine: 0, unclear: 0 });
    expect(report.findings[0]).toMatchObject({ set: 'acme', code: '4701', known: true, count: 1, inferred: false });
    expect(report.findings[0]?.doubt).toBeUndefined();
  });

  test('a delivered one yields nothing, whatever digits it has', () => {
    const report = reportOn('{"type":"acme-delivered","text":"4701","description":"error 4702"}');
    expect(report).toMatchObject({ status: 'none', findings: [], events: { failed: 0, fine: 1, unclear: 0 } });
  });

  test('without a status the code counts and the doubt is said', () => {
    expect(reportOn('{"errorCode":4701}').findings[0]?.doubt).toEqual({ kind: 'no-status' });
  });

  test('where both are said the failure wins and the doubt is said', () => {
    const report = reportOn('{"status":"failed","dlr_status":"delivered","errorCode":4701}');
    expect(report.findings[0]?.doubt).toEqual({ kind: 'both-statuses' });
  });

  test("the vendor's own word outranks a general one", () => {
    expect(codesIn('{"type":"acme-failed","errorCode":4701,"message":{"status":"sent"}}')).toBe('acme:4701');
    expect(codesIn('{"status":"failed","message":{"type":"acme-delivered","errorCode":4701}}')).toBe('');
  });

  test('a status outside applies to the codes inside', () => {
    expect(codesIn('{"status":"failed","errors":[{"errorCode":4701},{"errorCode":4702}]}')).toBe('acme:4701 acme:4702');
    expect(codesIn('{"status":"delivered","attempts":[{"errorCode":4701}]}')).toBe('');
  });
});

describe('which code, of which set', () => {
  test.each([
    ['an unlisted code of a family is unlisted', '{"errorCode":4799}', 'acme:4799'],
    ['a code of no family counts in a failed record only', '{"errorCode":1234}', ''],
    ['and does so there', '{"type":"acme-failed","errorCode":1234}', 'acme:1234'],
    ['a field of a set outranks one called code', '{"type":"acme-failed","errorCode":4701,"code":4702}', 'acme:4701'],
    ['digits decide where the field says nothing', '{"code":15001,"status":"failed"}', 'parcel:15001'],
    ['a named provider outranks the digits', '{"provider":"parcel","status":"failed","code":4701}', ''],
    ['another vendor is nobody of ours', '{"provider":"OtherCo","status":"failed","code":4701}', ''],
    ['nor is a record with its fields', 'OtherSid=1&Status=failed&ErrorCode=4701', ''],
    ['a container of another numbering', '<OrderErrors><errorCode>4701</errorCode></OrderErrors>', ''],
    ['a name in a code field is its code', '{"failure":{"code":"unknown person"}}', 'parcel:15001'],
    ['an everyday name in a code field', '{"failure":{"code":"LATE"}}', 'parcel:15002'],
    ['a word that is a code', '{"type":"sms.failed","error":{"code":"no_such_number"}}', 'parcel-words:no_such_number'],
    [
      'an unlisted word in a failed record',
      '{"type":"sms.failed","error":{"code":"brand_new"}}',
      'parcel-words:brand_new',
    ],
    ['a word of another program', '{"status":"failed","error":{"code":"ECONNRESET"}}', ''],
    ['an everyday word without a status', '{"error":{"code":"unknown"}}', ''],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));

  test('families are told from broad to narrow', () => {
    expect(reportOn('{"errorCode":4799}').findings[0]).toMatchObject({ known: false, families: ['4xxx', '47xx'] });
  });
});

describe('source codes', () => {
  test('are explained inside the finding, by the set that the source name announces', () => {
    const text = '{"status":"delivery_failed","failure":{"code":15001,"source":{"name":"sms-parcel","code":"1"}}}';
    expect(reportOn(text).findings).toMatchObject([
      { code: '15001', sources: [{ set: 'parcel-sms', name: 'sms-parcel', code: '1', count: 1 }] },
    ]);
  });

  test('keep a name that no set explains', () => {
    const text = '{"status":"delivery_failed","failure":{"code":15001,"source":{"name":"pigeon","code":"7"}}}';
    expect(reportOn(text).findings[0]?.sources).toEqual([{ name: 'pigeon', code: '7', count: 1 }]);
  });

  test('are counted over all events', () => {
    const line = (code: string) =>
      `{"status":"delivery_failed","failure":{"code":15001,"source":{"name":"sms-parcel","code":"${code}"}}}`;
    expect(
      reportOn([line('1'), line('2'), line('1')].join('\n')).findings[0]?.sources.map(({ code, count }) => [
        code,
        count,
      ]),
    ).toEqual([
      ['1', 2],
      ['2', 1],
    ]);
  });

  test('are read from the sentence where only that has them', () => {
    const text = '{"status":"delivery_failed","reason":"details: unknown person; reason: unknown_person; code: 7"}';
    expect(reportOn(text).findings[0]?.sources).toEqual([{ code: '7', count: 1 }]);
  });

  test('stand with the warning where the record has no code', () => {
    const [warning] = reportOn('{"status":"delivery_failed","reason":"who knows","sourceErrorCode":9}').warnings;
    expect(warning).toMatchObject({ kind: 'failed-without-code', sources: [{ set: 'parcel-sms', code: '9' }] });
  });
});

describe('wording and suggestions', () => {
  test.each([
    [
      'wording of a failed record',
      '{"status":"delivery_failed","reason":"details: unknown person; code: 1"}',
      'parcel:15001',
    ],
    [
      'wording inside a sentence',
      '{"status":"delivery_failed","details":"gave up: broken_belt today"}',
      'parcel:12001',
    ],
    ['an everyday name inside a sentence', '{"status":"delivery_failed","reason":"it was late"}', ''],
    [
      'a code outranks the wording',
      '{"status":"delivery_failed","reason":"unknown person","failure":{"code":12001}}',
      'parcel:12001',
    ],
    ['wording of a delivered record', '{"status":"delivered","reason":"unknown person"}', ''],
    ['a description is never read as text', '{"type":"acme-failed","description":"error 4701 from acme"}', ''],
    ['a report in a chat is read', '{"user":"U1","text":"error 4701 from acme again"}', 'acme:4701'],
    ['what people write to people is not', '{"to":"+1","text":"error 4701 from acme again"}', ''],
    ['a description is never turned into a code', '{"type":"acme-failed","description":"parcel-opt-out"}', ''],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));

  test('a finding from wording says that it is inferred, and from what', () => {
    expect(reportOn('{"status":"delivery_failed","reason":"unknown person"}').findings[0]).toMatchObject({
      inferred: true,
      reason: { kind: 'wording', name: 'UNKNOWN_PERSON', field: 'reason' },
      doubt: { kind: 'wording' },
    });
  });

  test.each([
    ['in a failed record', '{"type":"acme-failed","description":"parcel-opt-out"}'],
    ['alone', 'parcel-opt-out'],
    ['as a title', 'Recipient opted out'],
  ])('a description is a suggestion: %s', (_, text) => {
    const report = reportOn(text);
    expect(report.status).toBe('none');
    expect(report.suggestions).toMatchObject([{ set: 'acme', name: 'parcel-opt-out', codes: ['4701'], count: 1 }]);
  });
});

describe('counting', () => {
  test.each([
    ['two messages', '{"type":"acme-failed","errorCode":4701}\n{"type":"acme-failed","errorCode":4701}', 'acme:4701×2'],
    [
      'a webhook delivered twice',
      '{"type":"acme-failed","errorCode":4701,"message":{"id":"a"}}\n'.repeat(2),
      'acme:4701',
    ],
    ['raw and parsed', '{"raw":"{\\"type\\":\\"acme-failed\\",\\"errorCode\\":4701}","errorCode":4701}', 'acme:4701'],
    ['number and name', '{"status":"failed","code":15001,"name":"UNKNOWN_PERSON"}', 'parcel:15001'],
    ['a field and a sentence about it', 'we get error 4701, see {"type":"acme-failed","errorCode":4701}', 'acme:4701'],
    ['a column of counts', 'errorCode,count\n4701,12\n4702,3\n', 'acme:4701×12 acme:4702×3'],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));

  test('a group message fails for each recipient', () => {
    const to = (number: string) => `{"type":"acme-failed","errorCode":4701,"to":"${number}","message":{"id":"a"}}`;
    expect(codesIn(`${to('+1')}\n${to('+2')}`)).toBe('acme:4701×2');
  });
});

describe('warnings', () => {
  test.each([
    ['failed-without-code', '{"type":"acme-failed","errorCode":null}'],
    ['no-error-on-failure', '{"type":"acme-failed","errorCode":4701,"description":"No error"}'],
    ['code-on-success', '{"type":"acme-delivered","errorCode":4701}'],
    ['codes-disagree', '{"type":"acme-failed","errorCode":4701,"error_code":4702}'],
    ['ambiguous-receipt', '{"type":"acme-failed","errorCode":9001}'],
    ['http-status', '{"errorCode":"400","status":"failed"}'],
  ] as const)('%s', (kind, text) => expect(kindsOf(text)).toContain(kind));

  test('are silent about ordinary records', () => {
    expect(
      kindsOf('{"type":"acme-failed","errorCode":4701,"description":"parcel-opt-out"}\n{"type":"acme-delivered"}'),
    ).toEqual([]);
  });
});

describe('another numbering', () => {
  test('a namesake is named and is no finding', () => {
    const report = reportOn('{"type":"acme-failed","errorCode":901}');
    expect(report.findings).toEqual([]);
    expect(report.namesakes).toMatchObject([{ number: '901', near: 'acme', namesake: 0, count: 1 }]);
  });

  test('a receipt of SMPP in a string tells of the same message', () => {
    const receipt = 'id:4702 sub:001 dlvrd:000 submit date:2603041015 stat:UNDELIV err:901 text:error 4702';
    const report = reportOn(`{"errorCode":4701,"raw":"${receipt}"}`);
    expect(report.findings).toMatchObject([{ code: '4701', count: 1 }]);
    expect(report.namesakes).toMatchObject([{ number: '901' }]);
    expect(report.events).toEqual({ failed: 1, fine: 0, unclear: 0 });
    expect(reportOn(`{"raw":"${receipt}"}`)).toMatchObject({ findings: [], namesakes: [{ number: '901' }] });
  });

  test('a mark of a neighbour makes every number one', () => {
    const report = reportOn('{"type":"acme-failed","platform":"Abroad","errorCode":4701}');
    expect(report).toMatchObject({ findings: [], namesakes: [{ number: '4701', near: 'acme' }] });
  });

  test('a number of nobody is said to be unknown', () => {
    expect(reportOn('8123').unknown.map(({ number }) => number)).toEqual(['8123']);
  });
});
