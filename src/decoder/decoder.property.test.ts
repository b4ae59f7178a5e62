import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDecoder, decode } from './decoder.ts';
import { realData } from './example-data.ts';
import type { Place, Report } from './report.ts';

/** Seeded, so that a failure can be repeated; `npm run fuzz` goes further. */
const seeded = (runs: number) => ({ seed: 20261124, numRuns: runs });

const folder = join(import.meta.dirname, 'cases');
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(join(folder, file), 'utf8'));

/** Pieces that the formats are made of, so that random text comes near to them. */
const piece = fc.constantFrom(
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '"',
    "'",
    '\\',
    '\\"',
    ':',
    '=',
    '=>',
    ',',
    ';',
    '|',
    '&',
    '?',
    '%7B',
    '%22',
    '\n',
    '\r\n',
    '\t',
    ' ',
    '  ',
    '-',
    '- ',
    '> ',
  ],
  ...[
    '4770',
    '15005',
    '47xx',
    '(4)794',
    '+12025550100',
    'errorCode',
    'error_code',
    'failure',
    'code',
    'status',
    'type',
    'message-failed',
    'delivery_failed',
    'delivered',
  ],
  ...[
    'error',
    'unknown subscriber',
    'EXPIRED',
    'destination-spam-detected',
    'bandwidth',
    'twilio',
    '__proto__',
    'null',
    '&quot;',
    '<tr>',
    '<td>',
    '</td>',
    '<a b="c">',
    '</a>',
    'INSERT INTO a (b) VALUES',
  ],
  ...[
    'eyJlcnJvckNvZGUiOjQ3NzB9',
    '\u0000',
    '\u200b',
    '４７',
    '“',
    '\ud800',
    '=3D',
    '=\n',
    '--',
    '---|---',
    '`',
    '```',
    '\u001b[31m',
    'a,b,c',
    '1,2,3',
  ],
);
const likely = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }), likely);

/** A stored case with a few of its characters dropped, doubled or replaced. */
const mutated = fc
  .tuple(fc.constantFrom(...texts), fc.array(fc.tuple(fc.nat(), fc.nat(5), piece), { minLength: 1, maxLength: 6 }))
  .map(([text, changes]) =>
    changes.reduce(
      (changed, [at, dropped, inserted]) => {
        const start = changed.length === 0 ? 0 : at % changed.length;
        return changed.slice(0, start) + inserted + changed.slice(start + dropped);
      },
      text.slice(0, 3000),
    ),
  );

const placesIn = (report: Report): Place[] => [
  ...report.findings.flatMap(({ places }) => places),
  ...[...report.suggestions, ...report.namesakes, ...report.unknown, ...report.warnings].map(({ place }) => place),
];

function expectSound(text: string, report: Report): void {
  expect(report.length).toBe(text.length);
  const lines = text.split('\n').length;
  for (const { start, end, line } of placesIn(report)) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(line).toBe(text.slice(0, start).split('\n').length);
  }
  for (const finding of report.findings) {
    expect(finding.count).toBeGreaterThan(0);
    expect(finding.places.length).toBeGreaterThan(0);
  }
  const firsts = report.findings.map(({ places }) => places[0]!.start);
  expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
  expect(report.status === 'found').toBe(report.findings.length > 0);
}

describe('whatever is pasted', () => {
  test('the answer is sound: no error, places inside the input, in order', () => {
    fc.assert(
      fc.property(anything, (text) => expectSound(text, decode(text, realData))),
      seeded(1000),
    );
  });

  test('so it is for damaged payloads', () => {
    fc.assert(
      fc.property(mutated, (text) => expectSound(text, decode(text, realData))),
      seeded(500),
    );
  });

  test('so it is for every beginning of a payload', () => {
    // Each sixth one, at 24 places: `npm run fuzz` takes every beginning of all of them.
    for (const text of texts.filter(({ length }, index) => length < 500 && index % 6 === 0)) {
      for (let end = 0; end <= text.length; end += 1 + Math.floor(text.length / 24)) {
        const cut = text.slice(0, end);
        expectSound(cut, decode(cut, realData));
      }
    }
  });

  test('the answer does not depend on how the text was cut into chunks', () => {
    const cuts = fc.array(fc.nat(1_000_000), { maxLength: 6 });
    fc.assert(
      fc.property(fc.oneof(mutated, likely), cuts, (text, numbers) => {
        const decoder = createDecoder(realData);
        const borders = [0, ...numbers.map((number) => number % (text.length + 1)).sort((a, b) => a - b), text.length];
        for (let i = 1; i < borders.length; i++) decoder.push(text.slice(borders[i - 1], borders[i]));
        expect(decoder.end()).toEqual(decode(text, realData));
      }),
      seeded(300),
    );
  });

  test('the same text gets the same answer again', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        expect(decode(text, realData)).toEqual(decode(text, realData));
      }),
      seeded(150),
    );
  });

  test('a code that stands in the input is quoted from it', () => {
    for (const text of texts) {
      for (const finding of decode(text, realData).findings) {
        if (finding.reason.kind === 'wording' || finding.reason.kind === 'name' || finding.pattern) continue;
        for (const place of finding.places) {
          if (place.layers.length > 0) continue;
          const quoted = text
            .slice(place.start, place.end)
            .normalize('NFKC')
            .replace(/[^0-9a-z_.]/gi, '');
          // Other scripts, decimals and removed marks aside, the digits are those of the code.
          if (/^[0-9]+$/.test(quoted) && /^[0-9]+$/.test(finding.code)) expect(quoted).toBe(finding.code);
        }
      }
    }
  });
});
