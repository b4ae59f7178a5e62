import { describe, expect, test } from 'vitest';
import { realData, reportOn } from './example-data.ts';

const codesIn = (text: string) =>
  reportOn(text, {}, realData)
    .findings.map(({ code, count }) => (count === 1 ? code : `${code}×${count}`))
    .join(' ');

/** Two failures on one line, with words between them. */
const pairs: readonly string[] = [
  'carrier said "failure":{"code":15016} and 3 more say errcode=4720',
  'carrier said {"failure":{"code":15016}} and 3 more say errcode=4720',
  '{"failure":{"code":15016}} und danach noch "error_code":4720 plus nothing else',
  'failure.code=15016 y otros con errcode=4720',
  'errcode=15016 then {"errorCode":4720}',
  'failure.code=15016 then "error":4720',
  'StatusCallback(failure_code=15016) then errcode=4720',
  'first {"failure":{"code":15016}} and then {"errorCode":4720}',
  'https://example.com/dlr?status=delivery_failed&failure.code=15016 and then {"errorCode":4720}',
  '{"failure":{"code":15016}} and then https://example.com/dlr?error_code=4720',
];

describe('two failures that a joint sets apart are both found', () => {
  test.each(pairs)('%s', (text) => expect(codesIn(text)).toBe('15016 4720'));
});

describe('one failure stays one', () => {
  test.each([
    ['the same code in words', '{"errorCode":4720} and the portal says error 4720 too', '4720'],
    ['words of the same statement', '{"errorCode":4720} error 4770', '4720'],
    ['words before the record', 'failed and logged as error 4770: {"errorCode":4720}', '4720'],
    ['a field that everybody has, beside one of a vendor', 'failure.code=15016 errcode=4720', '15016'],
    ['a number that is no code', '{"errorCode":4720} and error 4321 of ours', '4720'],
    ['a number without a code word', '{"errorCode":4720} and 4770 others', '4720'],
    ['a count', '{"errorCode":4720} and failed: 4770', '4720'],
    ['a field of another name', '{"errorCode":4720} and port=4770 took: 4750', '4720'],
    ['the code of another vendor', '{"errorCode":4720} and Twilio error 15003', '4720'],
    ['a description with a joint', '{"errorCode":4720,"description":"blocked and error 4770"}', '4720'],
    ['a record of a message that arrived', '{"type":"message-delivered"} and then error 4770', ''],
    ['two names of one number', '"failure":{"code":15016} and statusCode: 500', '15016'],
  ])('with %s', (_, text, expected) => expect(codesIn(text)).toBe(expected));
});
