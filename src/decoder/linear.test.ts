import { describe, expect, test } from 'vitest';
import { decode } from './decoder.ts';
import { realData } from './example-data.ts';

/** Steps are counted, not seconds: ten times the input may take at most twelve times the steps. */
const letters = (length: number) => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  let state = 7;
  let text = '';
  while (text.length < length) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    text += alphabet.charAt((state >> 8) % alphabet.length);
  }
  return text;
};
const repeated = (part: string) => (length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length);

const inputs: [string, (length: number) => string][] = [
  ['opening brackets', repeated('[')],
  ['nested objects', repeated('[{"a":')],
  ['brackets opened and closed', (length) => '['.repeat(length / 2) + ']'.repeat(length / 2)],
  ['parentheses', repeated('(')],
  ['double quotes', repeated('"')],
  ['single quotes', repeated("'")],
  ['backslashes', repeated('\\')],
  ['escaped quotes', repeated('\\"')],
  ['quotes with more and more backslashes', repeated('"\\"\\\\\\"\\\\\\\\\\\\\\"')],
  ['digits', repeated('4')],
  ['codes', repeated('4770 ')],
  ['letters and digits as in base64', letters],
  ['__proto__ as a key', repeated('{"__proto__":{"errorCode":4770},"constructor":1},')],
  ['unclosed tags', repeated('<a b="c"><Abc>')],
  ['table rows without cells', repeated('<tr>')],
  ['table rows without cells on lines of their own', repeated('<tr>\n')],
  ['tables of a wiki, begun', repeated('{|\n')],
  ['groups of rich text, begun', (length) => `{\\rtf1${repeated('{\\*')(length)}`],
  ['colons', repeated('a:')],
  ['equals signs', repeated('a=')],
  ['blanks', repeated(' ')],
  ['empty lines', repeated('\n')],
  ['bars and dashes', repeated('| a |\n|---|\n')],
  ['cells with unclosed quotes', repeated('a,b,"')],
  ['unclosed texts on many lines', repeated('{"a": "b\n')],
  [
    'deeper and deeper lines',
    (length) => Array.from({ length: Math.sqrt(length) }, (_, i) => `${' '.repeat(i)}k:`).join('\n'),
  ],
  ['addresses with queries', repeated('?a=1&b=2')],
  ['entities', repeated('&amp;')],
  ['names', repeated('unknown subscriber ')],
  ['words of failure', repeated('error ')],
  ['serialised arrays of PHP', repeated('a:1:{s:9:"errorCode";i:4720;')],
  ['tuples of Erlang', repeated('{<<"errorCode">>,{<<"a">>,')],
  ['typed values of Go', repeated('(map[string]int) (len=1) {(string) (len=4) "code": ')],
  ['an outline of Swift', repeated('▿ errorCode: Optional(4720)\n  - ')],
  ['labels of security events', repeated('CEF:0|a|b|c|d|e|f|cs1Label=errorCode cs1=4784 ')],
  ['lines of a container, never whole', repeated('2026-03-04T10:15:31.4Z stdout P {"errorC\n')],
  ['definitions of C', repeated('#define ERR_SPAM 4770\n')],
  ['bytes with blanks', repeated('7b ')],
  [
    'bytes, two dozen less one at a time',
    repeated('7b 22 74 79 70 65 22 3a 22 6d 65 73 73 61 67 65 2d 66 61 69 6c 65 64 x '),
  ],
  ['lines of a byte dump', repeated('00000000: 7b22 7479 7065 223a 226d 6573 7361 6765  {"type":"message\n')],
  ['letters of the wrong encoding', repeated('Ã¼â€œ')],
  ['counts without a heading', repeated('   311 4740\n')],
  ['factors', repeated('4770 x 118, ')],
  ['sentences about messages', repeated('the customer sees 4770 and a locker 4720 for each SMS. ')],
];

describe('steps are linear in the input', () => {
  test.each(inputs)('%s', (_, build) => {
    const small = build(8_000);
    const large = build(80_000);
    const ratio = decode(large, realData).steps / decode(small, realData).steps;
    expect(ratio).toBeLessThanOrEqual((12 / 10) * (large.length / small.length));
  });

  test('a megabyte of each hostile kind is answered', () => {
    for (const build of [repeated('"'), repeated('\\'), repeated('4'), letters]) {
      const report = decode(build(1_000_000), realData);
      expect(report.findings).toEqual([]);
      expect(report.steps).toBeLessThan(12_000_000);
    }
    expect(decode('['.repeat(20_000) + '{"errorCode":4770}' + ']'.repeat(20_000), realData).status).toMatch(
      /none|found/,
    );
  });

  test('keys of Object.prototype are keys like any other', () => {
    const report = decode(
      '{"__proto__":{"type":"message-failed","errorCode":4770},"constructor":{"errorCode":4720}}',
      realData,
    );
    expect(report.findings.map(({ code }) => code)).toEqual(['4770', '4720']);
    expect(({} as Record<string, unknown>)['errorCode']).toBeUndefined();
  });
});
