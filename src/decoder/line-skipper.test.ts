import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from './decoder.ts';
import { exampleData } from './example-data.ts';
import type { MessageEvent } from './report.ts';

/** What is said of lines, wherever they begin. `shift`: characters in front of each of them. */
function answer(lines: readonly string[], shift: number) {
  const text = lines.map((line) => `${' '.repeat(shift)}${line}\n`).join('');
  const events: MessageEvent[] = [];
  const report = decode(text, exampleData, { onEvent: (event) => events.push(event), maxPlaces: 2 });
  const back = <Item extends { start: number; end: number; line: number }>(item: Item) => ({
    ...item,
    start: item.start - shift * item.line,
    end: item.end - shift * item.line,
  });
  return {
    ...report,
    steps: 0,
    length: 0,
    findings: report.findings.map((finding) => ({ ...finding, places: finding.places.map(back) })),
    warnings: report.warnings.map((warning) => ({ ...warning, place: back(warning.place) })),
    suggestions: report.suggestions.map((suggestion) => ({ ...suggestion, place: back(suggestion.place) })),
    namesakes: report.namesakes.map((namesake) => ({ ...namesake, place: back(namesake.place) })),
    unknown: report.unknown.map((unknown) => ({ ...unknown, place: back(unknown.place) })),
    // A record that may go on in the next line is told of when that is known.
    messages: events.map(back).toSorted((a, b) => a.start - b.start),
  };
}

/** Scanned, since a blank stands in front of each line. */
const scanned = (lines: readonly string[]) => answer(lines, 1);

const repeated = (count: number, line: (index: number) => object) =>
  Array.from({ length: count }, (_, index) => JSON.stringify(line(index)));

describe('lines that say the same get the same answer as when each is read', () => {
  test.each([
    ['failures', (index: number) => ({ type: 'acme-failed', errorCode: 4701, to: `+1202555010${index}` })],
    ['a webhook that came twice', () => [{ type: 'acme-failed', errorCode: 4701, message: { id: 'a' }, to: '+1' }]],
    ['failures without a code', (index: number) => ({ type: 'acme-failed', id: `m${index}`, text: 'error 4702' })],
    ['codes on delivered messages', (index: number) => ({ type: 'acme-delivered', errorCode: 4701, id: `m${index}` })],
    ['codes that disagree', () => ({ type: 'acme-failed', errorCode: 4701, error_code: 4799 })],
    ['an HTTP status', () => ({ type: 'acme-failed', errorCode: 400 })],
    ['a code without a status', (index: number) => ({ errorCode: 4701, id: `m${index}` })],
    ['rows of a summary', (index: number) => ({ errorCode: 4701, n: (index % 2) + 7 })],
    ['another numbering', () => ({ type: 'acme-failed', errorCode: 4701, platform: 'Abroad' })],
  ])('%s', (_, line) => {
    const lines = repeated(9, line);
    expect(answer(lines, 0)).toEqual(scanned(lines));
  });

  test('what was said of another vendor in between counts', () => {
    const failed = repeated(5, () => ({ status: 'failed', code: 4701 }));
    const lines = [...failed, 'Our Twilio account', ...failed];
    expect(answer(lines, 0)).toEqual(scanned(lines));
  });

  test('a line is not taken for a record of its own inside of a list', () => {
    const failed = repeated(6, () => ({ type: 'acme-failed', errorCode: 4701 }));
    const lines = [...failed, '{"events": [', ...failed, ']}'];
    expect(answer(lines, 0)).toEqual(scanned(lines));
  });

  test('lines made from the words of the field', () => {
    const value = fc.constantFrom(
      ...['failed', 'acme-failed', 'acme-delivered', 'delivered', '4701', '4799', '15001', '0', '', '+1', 'Abroad'],
      ...[
        4701,
        4799,
        400,
        12,
        0,
        null,
        true,
        'no error',
        'error 4701',
        'twilio',
        'spam-detected',
        'ｆａｉｌｅｄ',
        'a&b',
      ],
    );
    const key = fc.constantFrom(
      ...['status', 'type', 'errorCode', 'error', 'code', 'to', 'id', 'time', 'message', 'text', 'reason', 'success'],
      ...['platform', 'provider', 'name', 'value', 'description', 'source', 'failure', 'details', 'count', 'failures'],
    );
    const inner = fc.dictionary(key, value, { maxKeys: 3 });
    const record = fc.dictionary(
      key,
      fc.oneof({ weight: 5, arbitrary: value }, inner, fc.array(inner, { maxLength: 2 })),
      {
        maxKeys: 5,
      },
    );
    const shape = fc.record({
      record: record.map((rest) => ({ type: 'acme-failed', errorCode: 4701, ...rest })),
      isListed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(shape, { minLength: 1, maxLength: 3 }), (shapes) => {
        const lines = Array.from({ length: 8 }, (_, index) => {
          const { record: said, isListed } = shapes[index % shapes.length]!;
          const numbered = { ...said, to: `+1202555010${index}` };
          return JSON.stringify(isListed ? [numbered] : numbered);
        });
        expect(answer(lines, 0)).toEqual(scanned(lines));
      }),
      { seed: 20261124, numRuns: 1500 },
    );
  });
});

test('a log of failures that say the same costs hardly more steps than one of delivered messages', () => {
  const failed = repeated(400, (index) => ({ type: 'acme-failed', errorCode: 4701, id: `m${index}` }));
  const fine = repeated(400, (index) => ({ type: 'acme-delivered', errorCode: 0, id: `m${index}` }));
  const stepsOf = (lines: readonly string[]) => decode(lines.join('\n'), exampleData).steps;
  expect(stepsOf(failed)).toBeLessThan(stepsOf(fine) * 1.5);
});
