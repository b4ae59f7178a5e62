import { expect, test } from 'vitest';
import type { MessageEvent } from '#decoder';
import { exampleExplanations } from './example-explanations.ts';
import { createExplainer } from './explainer.ts';
import { FailureLog, type FailureOrder } from './failure-log.ts';

const explainer = createExplainer(exampleExplanations);

const event = (line: number, code: string | undefined, rest: Partial<MessageEvent> = {}): MessageEvent => ({
  outcome: 'failed',
  codes: code === undefined ? [] : [{ set: 'acme', code, known: true, inferred: false }],
  sources: [],
  start: 0,
  end: 1,
  line,
  ...rest,
});

function logOf(...events: MessageEvent[]): FailureLog {
  const log = new FailureLog(explainer);
  log.beginFile();
  events.forEach((each) => log.take(each));
  return log;
}

const lines = (log: FailureLog, query: string, order?: FailureOrder) =>
  [...log.arrange(query, order)].map((row) => log.row(row).line);

test('a row tells line, time, recipient and code; what did not fail is no row', () => {
  const log = logOf(
    event(2, '4701', { time: '2026-11-21T20:00:01+01:00', recipient: '+1 (202) 555-0142' }),
    event(3, undefined, { outcome: 'fine' }),
    event(4, undefined, { time: 'yesterday', recipient: 'ann@example.com' }),
    event(5, '5600', { recipient: '12025550142' }),
  );
  expect([0, 1, 2].map((row) => log.row(row))).toEqual([
    {
      file: 0,
      line: 2,
      time: Date.UTC(2026, 10, 21, 19, 0, 1),
      recipient: '+12025550142',
      code: { set: 'acme', code: '4701' },
    },
    { file: 0, line: 4, time: undefined, recipient: 'ann@example.com', code: undefined },
    { file: 0, line: 5, time: undefined, recipient: '12025550142', code: { set: 'acme', code: '5600' } },
  ]);
  expect(log.size).toMatchObject({ kept: 3, all: 3 });
});

test('rows know their file', () => {
  const log = logOf(event(2, '4701'));
  log.beginFile();
  log.take(event(2, '5600'));
  expect([log.row(0).file, log.row(1).file]).toEqual([0, 1]);
});

test('every word of a query is looked for in the code, what it means, the recipient and the line', () => {
  const log = logOf(
    event(2, '4701', { recipient: '+12025550142' }),
    event(3, '5600', { recipient: '+12025550143' }),
    event(4, undefined, { recipient: 'Ann@example.com' }),
  );
  expect(lines(log, '')).toEqual([2, 3, 4]);
  expect(lines(log, 'OPTED')).toEqual([2]);
  expect(lines(log, '0143')).toEqual([3]);
  expect(lines(log, 'ann no code')).toEqual([4]);
  expect(lines(log, 'opted 0143')).toEqual([]);
  expect(lines(log, '4')).toEqual([2, 3, 4]);
});

test('sorted by a column; equal rows stay in the order of the input', () => {
  const log = logOf(
    event(2, '5600', { time: '2026-11-21T22:00:00Z', recipient: '+12025550149' }),
    event(3, '4701', { time: '2026-11-21T20:00:00Z', recipient: 'b@example.com' }),
    event(4, '5600', { time: '2026-11-21T21:00:00Z', recipient: 'a@example.com' }),
    event(5, '4701', { recipient: '+12025550141' }),
  );
  const by = (column: FailureOrder['column'], isDescending = false) => lines(log, '', { column, isDescending });
  expect(by('code')).toEqual([3, 5, 2, 4]);
  expect(by('code', true)).toEqual([2, 4, 3, 5]);
  expect(by('time')).toEqual([5, 3, 4, 2]);
  expect(by('recipient')).toEqual([5, 2, 4, 3]);
  expect(by('line', true)).toEqual([5, 4, 3, 2]);
});

test('200,000 failures take 21 bytes each at most, whatever they hold', () => {
  const log = new FailureLog(explainer);
  log.beginFile();
  for (let line = 0; line < 200_000; line += 1) log.take(event(line, String(4000 + (line % 900))));
  const { kept, bytes } = log.size;
  expect(kept).toBe(200_000);
  expect(bytes / kept).toBeLessThan(21);
  expect(log.row(199_999)).toMatchObject({ line: 199_999, code: { code: '4199' } });
});
