import { describe, expect, test } from 'vitest';
import { decode } from './decoder.ts';
import { realData } from './example-data.ts';

/** A failed event as bytes, in the forms in which tools and languages print bytes. */
const event = '{"type":"message-failed","errorCode":4482,"to":"+12025550142","segmentCount":4770}';
const bytes = Array.from(new TextEncoder().encode(event));
const hex = (byte: number) => byte.toString(16).padStart(2, '0');
const lines = (draw: (row: readonly number[], at: number) => string) =>
  Array.from({ length: Math.ceil(bytes.length / 16) }, (_, i) => draw(bytes.slice(i * 16, i * 16 + 16), i * 16)).join(
    '\n',
  );
const letters = (row: readonly number[]) => String.fromCharCode(...row);
const pairs = (row: readonly number[]) => row.map(hex).join('').replace(/.{4}/g, '$& ').trim();

const dumps: readonly [name: string, text: string][] = [
  [
    'hexdump -C',
    lines((row, at) => {
      const halves = [row.slice(0, 8), row.slice(8)].map((half) => half.map(hex).join(' '));
      return `${at.toString(16).padStart(8, '0')}  ${halves.join('  ').padEnd(49)} |${letters(row)}|`;
    }) + `\n${hex(bytes.length).padStart(8, '0')}\n`,
  ],
  ['xxd', lines((row, at) => `${at.toString(16).padStart(8, '0')}: ${pairs(row).padEnd(40)} ${letters(row)}`)],
  [
    'tcpdump -X',
    '10:15:31.482 IP 192.0.2.5.443 > 192.0.2.7.4720: Flags [P.]\n' +
      lines((row, at) => `\t0x${at.toString(16).padStart(4, '0')}:  ${pairs(row).padEnd(40)} ${letters(row)}`),
  ],
  ['bytes with blanks', bytes.map(hex).join(' ')],
  ['bytes with colons', bytes.map(hex).join(':').toUpperCase()],
  ['a list in C', bytes.map((byte) => `0x${hex(byte)}`).join(', ')],
  ['a list of numbers', JSON.stringify(bytes)],
  ['a buffer as JSON', JSON.stringify({ type: 'Buffer', data: bytes })],
  ['a buffer as Node prints it', `<Buffer ${bytes.map(hex).join(' ')}>`],
  ['escapes of Python', `b'${bytes.map((byte) => `\\x${hex(byte)}`).join('')}'`],
  ['octal escapes', bytes.map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')],
  ['escapes of JSON', bytes.map((byte) => `\\u00${hex(byte)}`).join('')],
  ['UTF-16 in base64', btoa(bytes.map((byte) => `${String.fromCharCode(byte)}\0`).join(''))],
];

const codesIn = (text: string) => decode(text, realData).findings.map(({ code }) => code);

describe('an event is read', () => {
  test.each(dumps)('from %s', (_, text) => expect(codesIn(text)).toEqual(['4482']));

  test.each([
    ['counters', Array.from({ length: 60 }, (_, i) => 100 + i).join(', ')],
    ['a fingerprint', Array.from({ length: 32 }, (_, i) => hex((i * 47) % 256)).join(':')],
    ['pixels', JSON.stringify(Array.from({ length: 200 }, (_, i) => (i * 47) % 256))],
  ])('but not from %s', (_, text) => expect(codesIn(text)).toEqual([]));

  test('and points at the bytes that hold it', () => {
    const text = `body: ${bytes.map(hex).join(' ')}`;
    const [place] = decode(text, realData).findings[0]!.places;
    expect(text.slice(place!.start, place!.end)).toContain('34 34 38 32');
  });
});

describe('rich text', () => {
  test.each([
    ['a sentence', '{\\rtf1\\ansi\\f0\\fs24 Hi,\\par we see {\\b error 4482}\\cf2  on Verizon.\\par\n}', ['4482']],
    ['an event', '{\\rtf1\\ansi\n\\{"type":"message-failed",\\line "errorCode":4482\\}\\par\n}', ['4482']],
    ['letters by their numbers', "{\\rtf1 C\\'f3digo de error \\u8220?4482\\u8221?}", ['4482']],
    ['sizes', '{\\rtf1\\paperw4720\\margl4770 nothing}', []],
  ])('%s', (_, text, expected) => expect(codesIn(text)).toEqual(expected));
});

describe('UTF-8 that was read as Windows-1252', () => {
  test.each([
    ['â€œerrorCodeâ€: 4482', '4482'],
    ['FehlgeschlagenÂ : â€žerrorCodeâ€œ: 4434 â€“ EmpfÃ¤nger', '4434'],
    ['EnvÃ­o fallÃ³, cÃ³digo 4482', '4482'],
    ['cÃƒÂ³digo 4482', '4482'],
  ])('%s', (text, code) => expect(codesIn(text)).toEqual([code]));
});

describe('codes and their counts', () => {
  const countsIn = (text: string) => decode(text, realData).findings.map(({ code, count }) => `${code} × ${count}`);

  test.each([
    [
      'of uniq -c, the first of them a code too',
      '   4701 4720\n    311 4740\n      5 9902\n',
      '4720 × 4701, 4740 × 311, 9902 × 5',
    ],
    ['the code first', '4720 12\n4770 3\n', '4720 × 12, 4770 × 3'],
    ['with a colon', '4720: 12\n4770: 3', '4720 × 12, 4770 × 3'],
    ['with factors', '4770 x 118\n4775 x 37', '4770 × 118, 4775 × 37'],
    ['under any name', 'error_code,c\n4720,5100\n4750,431', '4720 × 5100, 4750 × 431'],
    [
      'of a pivot table',
      '"Row Labels","Count of To"\n"4720","1,204"\n"4740","97"\n"Total","1,301"',
      '4720 × 1204, 4740 × 97',
    ],
    ['with factors and no blanks', '4720x12, 4775x3', '4720 × 12, 4775 × 3'],
    ['with factors and no blanks, the factor first', '12x4775; 118x4720', '4775 × 12, 4720 × 118'],
    [
      'of a wiki, a row on a line',
      '{| class="wikitable"\n|+ 4432 in May\n! Error code !! Count\n|-\n| 4720 || 12\n|-\n| style="color: red" | 4770 || 4775\n|}',
      '4720 × 12, 4770 × 4775',
    ],
    [
      'of a wiki, a cell on a line',
      '{|\n! Error code\n! Count\n|-\n| 4720\n| 12\n|-\n| 4770\n| 4775\n|}\n',
      '4720 × 12, 4770 × 4775',
    ],
    ['of AsciiDoc', '|===\n|Error code |Count\n\n|4720\n|12\n\n|4770 |4775\n|===\n', '4720 × 12, 4770 × 4775'],
    [
      'of AsciiDoc, a heading on several lines',
      '|===\n|Error code\n|Carrier\n|Count\n\n|4720\n|Kim\n|12\n\n|4770\n|Lee\n|4775\n|===',
      '4720 × 12, 4770 × 4775',
    ],
    [
      'of rich text',
      '{\\rtf1\\ansi{\\fonttbl{\\f0 Arial 4432;}}\\trowd Error code\\cell Count\\cell\\row 4720\\cell 12\\cell\\row {\\b 4770}\\cell 4775\\cell\\row}',
      '4720 × 12, 4770 × 4775',
    ],
    ['of a list', '• 4750 – 31\n• 4770 – 1,204 messages', '4750 × 31, 4770 × 1204'],
    ['in objects', '{"code":4753,"n":7}\n{"code":5630,"n":4752}', '4753 × 7, 5630 × 4752'],
    ['in texts of objects', '[{"errorCode":"4770","hits":"412"}]', '4770 × 412'],
    ['in a line of fields', 'code=4753 count=7', '4753 × 7'],
    [
      'of metrics',
      'sms_failures_total{code="4770"} 118\nsms_failures_total{code="15011"} 4.0\nhttp_total{code="200"} 4720',
      '4770 × 118, 15011 × 4',
    ],
    [
      'of a dashboard',
      'Top values of callback.errorCode.keyword\tCount of records\n4720\t3,118\n4770\t2',
      '4720 × 3118, 4770 × 2',
    ],
    ['under a plural', '{"code":4720,"failures":12}', '4720 × 12'],
    ['none of one message', '{"to":"+12025550142","errorCode":4770,"count":3}', '4770 × 1'],
    ['none from deeper down', '{"errorCode":4770,"retry":{"count":3}}', '4770 × 1'],
    ['none from further up', '{"count":50,"error":{"code":4770}}', '4770 × 1'],
    ['by vendor', '{"bandwidth":{"4770":31},"bird":{"15011":18}}', '4770 × 31, 15011 × 18'],
  ])('%s', (_, text, expected) => expect(countsIn(text).join(', ')).toBe(expected));

  test.each([
    ['HTTP statuses', 'Summary: 200 x 4770, 404 x 12, 429 x 5'],
    ['a size', '4720 x 3148'],
    ['failures', '{"total":9000,"failures":4720}'],
    ['errors', '{"total":9000,"errors":4720}'],
    ['errors of a day', 'day,errors\nmon,4720\ntue,4770'],
    ['an error budget', 'the error budget for the quarter is 4720'],
    ['seats', 'Room  Floor  Seats\n4720  3      44\n4770  2      12\n'],
    ['a port beside each code', 'code,port\n8123,4720'],
  ])('not of %s', (_, text) => expect(countsIn(text)).toEqual([]));
});
