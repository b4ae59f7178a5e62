import { describe, expect, test } from 'vitest';
import { decode } from './decoder.ts';
import { realData } from './example-data.ts';

/** Each line is a rule of judgement at work: what it shows, the text, the findings; nothing where the text has none. */
const codesIn = (text: string) =>
  decode(text, realData)
    .findings.map(({ set, code }) => `${set}:${code}`)
    .join(' ');

describe('only failures count', () => {
  test.each([
    ['delivered with digits', '{"type":"message-delivered","description":"4432","text":"4770"}', ''],
    ['received text', '{"type":"message-received","message":{"text":"error 4770 bandwidth"}}', ''],
    ['null code', '{"type":"message-failed","errorCode":null,"description":"4770"}', ''],
    ['zero', '{"messageStatus":"FAILED","errorCode":"0"}', ''],
    ['odd width band', '{"type":"message-failed","errorCode":8123}', 'bandwidth:8123'],
    ['odd in failed bird', '{"status":"delivery_failed","failure":{"code":13001}}', 'bird:13001'],
    ['description not code', '{"type":"message-failed","description":"destination-spam-detected"}', ''],
    ['bare slug', 'destination-spam-detected', ''],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));
});

describe('other vendors', () => {
  test.each([
    ['twilio webhook', 'MessageSid=SM123&MessageStatus=undelivered&ErrorCode=30005', ''],
    ['twilio 12300', 'Twilio error 12300', ''],
    ['twilio json', '{"sid":"SM1","account_sid":"AC1","status":"failed","error_code":11200}', ''],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));
});

describe('numbers that are something else', () => {
  test.each([
    ['otp', 'Your Example verification code is 4770. Do not share it.', ''],
    ['otp 2', '4770 is your login code', ''],
    ['otp 3', 'Use code 4770 to sign in', ''],
    ['promo', 'promo code 4432 gives 10% off', ''],
    ['zip', 'Floral Park, NY 11001', ''],
    ['count', 'We sent 4432 messages to 4720 recipients', ''],
    ['port', 'listening on port 4432', ''],
    ['localhost', 'http://localhost:4720/health', ''],
    ['line', 'error on line 4432', ''],
    ['pid', 'process 4720 exited', ''],
    ['money', 'It cost $4770 or 4432 USD', ''],
    ['phone', 'call +1 (555) 443-4770 or 555-4432', ''],
    ['date', 'on 4770-05-14', ''],
    ['access log', '10.0.0.1 - - [14/May/2024:10:00:00 +0000] "POST /dlr HTTP/1.1" 200 4770 "-" "BandwidthAPI/v2"', ''],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));
});

describe('free text', () => {
  test.each([
    ['unlisted in prose', 'since noon 4799 keeps coming back', ''],
    ['unlisted with word', 'we see error 4799 a lot', 'bandwidth:4799'],
    ['unlisted bird with word', 'failure code 15099 from bird', 'bird:15099'],
    ['code list cue', 'error codes 4720, 4799 and 5100', 'bandwidth:4720 bandwidth:4799 bandwidth:5100'],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));
});

describe('names', () => {
  test.each([
    ['name', 'unknown subscriber', 'bird:15005'],
    ['name camel', 'invalidBalance', 'bird:14001'],
    ['name hyphen', 'Optedout-Receiver', 'bird:15016'],
    ['both billing', 'BILLING_FAILURE and BILLING_FALIURE', 'bird:12007'],
    ['expired in prose', 'the message expired before delivery', ''],
    ['expired alone', 'EXPIRED', 'bird:15021'],
    ['expired field', '{"status":"delivery_failed","failure":{"code":"EXPIRED"}}', 'bird:15021'],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));
});

describe('patterns and numbers without a family', () => {
  test.each([
    ['pattern', 'lots of 15xxx today', 'bird:15xxx'],
    ['pattern broad', '4xxx vs 5XXX', 'bandwidth:4xxx bandwidth:5xxx'],
    ['pattern http', '5xx errors', ''],
    ['13xxx', '13xxx', ''],
    ['none', '8123 and 77', ''],
    ['http', 'HTTP 404 and 503', ''],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));
});

describe('which field, which numbering', () => {
  test.each([
    ['mdr', 'ErrorCode,MessageStatus\n200,DELIVERED\n', ''],
    ['GlobalSMS', '{"type":"message-failed","platform":"GlobalSMS","errorCode":995}', ''],
    ['NorthAmericaSMS', '{"type":"message-failed","platform":"NorthAmericaSMS","errorCode":4770}', 'bandwidth:4770'],
    ['reason string alone', 'details: unknown subscriber; reason: unknown_subscriber; code: 1', 'bird:15005'],
    [
      'reason unmatched',
      '{"status":"delivery_failed","reason":"details: system failure; reason: received_network_error; code: 34"}',
      '',
    ],
    [
      'reason matched',
      '{"status":"delivery_failed","reason":"details: unknown subscriber; reason: unknown_subscriber; code: 1"}',
      'bird:15005',
    ],
    [
      'code outranks reason',
      '{"status":"delivery_failed","reason":"unknown subscriber","failure":{"code":15011}}',
      'bird:15011',
    ],
    [
      'source code',
      '{"status":"sending_failed","failure":{"code":15019,"source":{"name":"whatsapp","code":"131026"}}}',
      'bird:15019',
    ],
    [
      'new platform',
      '{"type":"sms.failed","data":{"error":{"code":"content_rejected","carrier_error_code":"104"}}}',
      'bird-errors:content_rejected',
    ],
    [
      'new platform collision',
      '{"type":"sms.failed","data":{"error":{"code":"invalid_destination","carrier_error_code":"1"}}}',
      'bird-errors:invalid_destination',
    ],
    ['new platform ok', '{"type":"sms.delivered","data":{"sms_id":"4770"}}', ''],
    ['rest error', '{"errors":[{"code":9,"description":"no (correct) recipients found","parameter":"recipient"}]}', ''],
    ['E code', '{"error":{"type":"validation_error","code":"E01001"}}', ''],
    ['numbers xml', '<OrderResponse><ErrorList><Error><Code>5106</Code></Error></ErrorList></OrderResponse>', ''],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));
});

describe('spellings, contexts, look-alikes', () => {
  test.each([
    ['spelling hash', '#4794', 'bandwidth:4794'],
    ['spelling prefix', 'BW-4794', 'bandwidth:4794'],
    ['spelling path', 'bandwidth/4794', 'bandwidth:4794'],
    ['spelling paren', '(4)794', 'bandwidth:4794'],
    ['spelling colon', 'bird:15016', 'bird:15016'],
    ['fixes issue', 'Fixes #4770', ''],
    ['issue', 'see issue #4432', ''],
    ['rfc', 'RFC 5321 and RFC 4122', ''],
    ['event id', 'Windows Event ID 4740 and 4720', ''],
    ['room', 'meet in room 4301', ''],
    ['year-ish', 'in 5100 BC', ''],
    ['uuid', '93de2206-9669-4770-948d-329f4b722ee2', ''],
    ['time fraction', '10:00:00.4770', ''],
    ['version', 'v4.4770.1', ''],
    ['decimal', '4770.5', ''],
    ['percent', '4770%', ''],
    ['ms', 'took 4770ms', ''],
    ['kb', '4770 KB', ''],
    ['http url', 'https://example.com/orders/4770', ''],
    ['listed with slug', '4770 - destination-spam-detected', 'bandwidth:4770'],
    ['title', '4432: Messaging to country forbidden', 'bandwidth:4432'],
    ['spike', 'seeing a spike in 4770 errors since noon', 'bandwidth:4770'],
    ['count errors', 'there were 4770 errors in the last hour', ''],
    ['provider cue', 'Bandwidth 4799', 'bandwidth:4799'],
    ['question', 'what does 15016 mean?', 'bird:15016'],
    ['sentence', 'Carrier said 4750. We retried.', 'bandwidth:4750'],
    ['s plural', 'tons of 4720s', 'bandwidth:4720'],
    ['bold', '**4770**', 'bandwidth:4770'],
    ['json number array', '[4432, 4770]', 'bandwidth:4432 bandwidth:4770'],
    ['json codes key', '{"errorCodes":[4432,4799]}', 'bandwidth:4432 bandwidth:4799'],
    ['other field', '{"port":4432,"count":4770,"status":"ok"}', ''],
    ['product code', '{"productCode":4770,"price":4432}', ''],
    ['zip code', '{"zipCode":"11001","country":{"code":4770}}', ''],
    ['log msg', '{"level":"error","msg":"bandwidth returned error code 4770"}', 'bandwidth:4770'],
    ['fine log', '2024-05-14 10:00:00 delivered to +12025550100 id 4432 code 4770', ''],
    ['summary', 'sent: 9000 delivered: 4280 failed: 4720', ''],
    ['failed log', '2024-05-14 10:00:00 ERROR delivery to +12025550100 failed: 4720', 'bandwidth:4720'],
    ['failed paren', '2024-05-14 10:00:00 ERROR delivery failed (4750)', 'bandwidth:4750'],
    ['attempts', '{"status":"delivered","attempts":[{"errorCode":4720},{"errorCode":null}]}', ''],
    [
      'two records',
      '{"bw":{"type":"message-failed","errorCode":4770},"bird":{"status":"delivered","failure":null}}',
      'bandwidth:4770',
    ],
    [
      'raw and parsed',
      '{"raw":"{\\"type\\":\\"message-failed\\",\\"errorCode\\":4770}","errorCode":4770}',
      'bandwidth:4770',
    ],
    [
      'text json in delivered',
      '{"type":"message-delivered","message":{"text":"{\\"type\\":\\"message-failed\\",\\"errorCode\\":4770}"}}',
      '',
    ],
    ['wrong provider', '{"provider":"twilio","status":"failed","error_code":"4770"}', ''],
    ['credit card', 'card 4432 4770 4720 5100', ''],
    ['iban', 'DE44 5001 0517 5407 3249 31', ''],
    ['range', 'codes between 4700-4799', ''],
    ['quantity x', '4770 x 3', ''],
    ['german', 'Fehlercode 4770', 'bandwidth:4770'],
    ['spanish', 'código de error 4432', 'bandwidth:4432'],
    ['french', 'erreur 15005', 'bird:15005'],
    ['exit code', 'exit code 4770', ''],
    ['sqlstate', 'ERROR 4404 (HY000)', 'bandwidth:4404'],
    ['negative number', 'offset -4770', ''],
    ['error colon space', 'Error: 4432 is back', 'bandwidth:4432'],
    ['err underscore', 'ERR_4720', 'bandwidth:4720'],
    ['hash colour', '#4770aa', ''],
    ['since', 'since build 4432', ''],
    ['bird unlisted bare', '15099', 'bird:15099'],
    [
      'codes that could be hexadecimal',
      '4770 4775 4432 4720 4750 4751',
      'bandwidth:4770 bandwidth:4775 bandwidth:4432 bandwidth:4720 bandwidth:4750 bandwidth:4751',
    ],
    ['many bare', '4799\n15099\n8123', 'bandwidth:4799 bird:15099'],
    ['not only codes', '4799 widgets', ''],
    ['address', 'Calle Mayor 3, 15005 A Coruña', ''],
    ['height', 'Mount 4810 m, 4478 m', ''],
    ['flight', 'flight BA 4432', ''],
    ['4750 recipients failed', '4750 recipients failed with 4720', 'bandwidth:4720'],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toBe(expected));
});
