import { expect, test } from 'vitest';
import type { MessageEvent } from '#decoder';
import { exampleFinding, exampleReport } from '../decoder/example-report.ts';
import { exampleJudge } from './example-judge.ts';
import { eventWriter, findingsCsv, listWriter, summaryJson } from './exports.ts';
import { summarize } from './summary.ts';
import { emptyTally } from './tally.ts';

const failure = (code: string, recipient?: string): MessageEvent => ({
  outcome: 'failed',
  codes: [{ set: 'acme', code, known: true, inferred: false }],
  sources: [],
  recipient,
  messageId: 'id-1',
  time: '2026-11-21T12:00:00Z',
  start: 0,
  end: 1,
  line: 7,
});
const outcome = {
  report: exampleReport([exampleFinding('4701', { count: 3 }), exampleFinding('4788', { known: false })], {
    failed: 4,
  }),
  tally: emptyTally,
  files: [],
};

test('numbers to stop are listed once each, and only those', () => {
  const writer = listWriter('numbers-to-stop', exampleJudge);
  const events = [
    failure('4701', '+12025550142'),
    failure('4701', '+12025550142'),
    failure('4700', '+12025550143'),
    failure('4701'),
  ];
  expect(events.map((event) => writer.rowOf(event)).join('')).toBe('+12025550142,acme,4701,Recipient opted out\r\n');
});

test('messages to retry are listed as often as they failed, with what speaks for it', () => {
  const writer = listWriter('to-retry', exampleJudge);
  expect(writer.rowOf(failure('5600', '+12025550142'))).toBe(
    '+12025550142,id-1,2026-11-21T12:00:00Z,acme,5600,Queue full,later,,\r\n',
  );
  expect(writer.rowOf(failure('4701', '+12025550142'))).toBe('');
});

test('a recipient that is a formula stays text', () => {
  expect(listWriter('to-change', exampleJudge).rowOf(failure('4700', '=1+1'))).toMatch(/^'=1\+1,/);
});

test('a list of events holds those that did not fail too', () => {
  expect(eventWriter(exampleJudge).rowOf({ ...failure('4701'), outcome: 'fine', codes: [] })).toBe(
    'fine,,id-1,2026-11-21T12:00:00Z,7,,,,,,,\r\n',
  );
});

test('the table of findings has a row for each code', () => {
  const [, first, second] = findingsCsv(outcome, exampleJudge).split('\r\n');
  expect(first).toBe('Acme,acme,4701,true,Recipient opted out,3,75%,carrier,sender,never,stop,true,opted-out');
  expect(second).toBe('Acme,acme,4788,false,Not listed,1,25%,carrier,sender,after-change,leave,,');
});

test('the summary for programs can be read back', () => {
  const json = JSON.parse(summaryJson(outcome, summarize(outcome, exampleJudge), exampleJudge)) as Record<
    string,
    unknown
  >;
  expect(json).toMatchObject({
    messages: { failed: 4 },
    actions: { stop: 3, leave: 1 },
    codes: [
      { code: '4701', failures: 3 },
      { code: '4788', listed: false },
    ],
  });
});
