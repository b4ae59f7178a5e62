import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDecoder, createWindowedDecoder, decode } from './decoder.ts';
import { exampleData, realData } from './example-data.ts';
import type { MessageEvent, Report } from './report.ts';

/** A file is read in windows; small ones show on short texts what large ones do on long texts. */
const small = { first: 400, next: 300, most: 100_000 };

function decodeInWindows(
  text: string,
  windows = small,
  data = exampleData,
): { report: Report; events: MessageEvent[] } {
  const events: MessageEvent[] = [];
  const decoder = createWindowedDecoder(data, { onEvent: (event) => events.push(event), maxPlaces: 1000 }, windows);
  for (let at = 0; at < text.length; at += 77) decoder.push(text.slice(at, at + 77));
  return { report: decoder.end(), events };
}

function decodeWhole(text: string): { report: Report; events: MessageEvent[] } {
  const events: MessageEvent[] = [];
  const report = decode(text, exampleData, { onEvent: (event) => events.push(event), maxPlaces: 1000 });
  return { report, events };
}

const records = Array.from({ length: 60 }, (_, i) =>
  i % 4 === 3
    ? {
        type: 'acme-failed',
        errorCode: i % 8 === 3 ? 4701 : 4799,
        to: `+1202555${1000 + i}`,
        message: { id: `m${i}`, to: ['+1'] },
      }
    : { type: 'acme-delivered', to: `+1202555${1000 + i}`, message: { id: `m${i}`, text: `Your code is ${4700 + i}` } },
);
const rows = records.map(
  ({ type, errorCode, to }, i) => `${i},${type},${errorCode ?? ''},${to},"a ""note"",\nnumber ${4700 + i}"`,
);

const files: [string, string][] = [
  ['one object on each line', records.map((record) => JSON.stringify(record)).join('\n')],
  ['a list on one line', JSON.stringify(records)],
  ['a list on many lines', JSON.stringify(records, null, 2)],
  ['a list inside of an envelope', JSON.stringify({ page: 1, messages: records, next: 4701 }, null, 1)],
  [
    'a table',
    [
      'id,type,errorCode,to',
      ...records.map(({ type, errorCode, to }, i) => `${i},${type},${errorCode ?? ''},${to}`),
    ].join('\n'),
  ],
  ['a table with line breaks in its cells', ['id,type,errorCode,to,note', ...rows].join('\r\n')],
  [
    'logfmt',
    records.map(({ type, errorCode = '', to }) => `level=info type=${type} errorCode=${errorCode} to=${to}`).join('\n'),
  ],
  [
    'a log with records in it',
    records.map((record) => `2026-05-14 10:00:00 INFO dlr ${JSON.stringify(record)}`).join('\n'),
  ],
];

describe('a file read in windows', () => {
  test.each(files)('gives the answer of the whole: %s', (_, text) => {
    const whole = decodeWhole(text);
    const { report, events } = decodeInWindows(text);
    expect(whole.report.events).toEqual({ failed: 15, fine: 45, unclear: 0 });
    expect({ ...report, steps: 0 }).toEqual({ ...whole.report, steps: 0 });
    expect(events).toEqual(whole.events);
  });

  test('does not depend on the chunks it came in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(fc.nat(100_000), { maxLength: 8 }), ([, text], numbers) => {
        const decoder = createWindowedDecoder(exampleData, { maxPlaces: 1000 }, small);
        const borders = [0, ...numbers.map((number) => number % text.length).sort((a, b) => a - b), text.length];
        for (let i = 1; i < borders.length; i++) decoder.push(text.slice(borders[i - 1], borders[i]));
        expect(decoder.end()).toEqual(decodeInWindows(text).report);
      }),
      { seed: 20261124, numRuns: 60 },
    );
  });

  test('a value longer than any window is cut and not lost', () => {
    const long = `{"type":"acme-failed","errorCode":4701,"note":"${'x'.repeat(5_000)}"}\n{"type":"acme-failed","errorCode":4702}`;
    const { report } = decodeInWindows(long, { first: 400, next: 300, most: 1_000 });
    expect(report.findings.map(({ code }) => code)).toEqual(['4701', '4702']);
    expect(report.length).toBe(long.length);
  });

  test('ends for random text in tiny windows', () => {
    const parts = fc.constantFrom(
      '{',
      '}',
      '[',
      '"',
      '\\"',
      ',',
      ':',
      '\n',
      'a,b,c\n',
      '4770',
      'errorCode',
      ' ',
      '|',
      '| - |',
      '<a>',
      '=',
      'x'.repeat(40),
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 200 }), (pieces) => {
        const text = pieces.join('');
        const { report } = decodeInWindows(text, { first: 40, next: 30, most: 200 }, realData);
        expect(report.length).toBe(text.length);
      }),
      { seed: 20261124, numRuns: 400 },
    );
  });
});

describe('a push decoder', () => {
  test('ignores what comes after the end and gives the same report again', () => {
    const decoder = createDecoder(exampleData);
    decoder.push('{"type":"acme-failed","errorCode":47');
    decoder.push('01}');
    const report = decoder.end();
    decoder.push('4702');
    expect(decoder.end()).toBe(report);
    expect(report.findings.map(({ code }) => code)).toEqual(['4701']);
  });

  test('tells of events while the input still comes', () => {
    const seen: MessageEvent[] = [];
    const decoder = createDecoder(exampleData, { onEvent: (event) => seen.push(event) });
    const line = `${JSON.stringify(records[3])}\n`;
    for (let i = 0; i < 4_000; i++) decoder.push(line.replace('"m3"', `"m${i}"`));
    expect(seen.length).toBeGreaterThan(1_000);
    expect(decoder.end().findings[0]?.count).toBe(4_000);
    expect(seen.length).toBe(4_000);
  });

  test('keeps no more places than it was told to', () => {
    const text = records.map((record) => JSON.stringify(record)).join('\n');
    const [finding] = decode(text, exampleData, { maxPlaces: 2 }).findings;
    expect(finding?.places.length).toBe(2);
    expect(finding?.count).toBe(8);
  });
});
