import { describe, expect, test } from 'vitest';
import { exampleFinding, exampleReport } from '../decoder/example-report.ts';
import { exampleJudge } from './example-judge.ts';
import { percent, summarize } from './summary.ts';
import { emptyTally } from './tally.ts';

const findings = [
  exampleFinding('4700', { count: 20 }),
  exampleFinding('4701', { count: 50 }),
  exampleFinding('5600', { count: 10 }),
  exampleFinding('5700', { count: 5 }),
  exampleFinding('9902', { count: 10 }),
  exampleFinding('4788', { count: 5, known: false }),
  exampleFinding('47xx', { count: 1, pattern: true, known: false }),
];
const summary = summarize(
  {
    report: exampleReport(findings, { failed: 102, fine: 7, unclear: 3 }),
    tally: { ...emptyTally, numbersToStop: 48, stopWithoutNumber: 1, withoutCode: 2 },
    files: [],
  },
  exampleJudge,
);

test('failures, messages, codes and what to do with them are added up', () => {
  expect(summary).toMatchObject({
    failures: 102,
    messages: 112,
    codes: 6,
    unlisted: 1,
    stop: { numbers: 48, failures: 50, withoutNumber: 1 },
    retry: { once: 5, later: 10 },
    fine: 7,
    unclear: 3,
    withoutCode: 2,
  });
});

test('every failure has one of the four actions, its causes the largest first', () => {
  expect(summary.actions.map(({ action, count }) => [action, count])).toEqual([
    ['stop', 50],
    ['change', 20],
    ['retry', 15],
    ['leave', 17],
  ]);
  expect(summary.actions[3]?.parts.map(({ heading, count }) => [heading, count])).toEqual([
    ['No receipt', 10],
    ['Not listed', 5],
    ['Without a code', 2],
  ]);
});

describe('the flow', () => {
  test('gets thinner where messages stop, and what nobody knows stands apart', () => {
    expect(summary.flow.map(({ is, count, onward }) => [is, count, Number(onward.toFixed(2))])).toEqual([
      ['sender', 0, 0.9],
      ['provider', 5, 0.85],
      ['carrier', 85, 0],
      ['handset', 0, 0],
      ['unknown', 10, 0],
    ]);
  });

  test('marks the station where most messages stopped, by its own name', () => {
    expect(summary.flow.find(({ isLargest }) => isLargest)).toMatchObject({
      is: 'carrier',
      words: 'stopped at the carrier',
    });
  });
});

test('bars are sorted by size, with what is unknown last among equals', () => {
  expect(summary.byCause.map(({ label, count }) => [label, count])).toEqual([
    ['Recipient opted out', 50],
    ['Flagged as spam', 20],
    ['Carrier overloaded', 15],
    ['No receipt came', 10],
    ['Not listed', 5],
  ]);
  expect(summary.byMove.map(({ label, count }) => [label, count])).toEqual([
    ['You', 75],
    ['Carrier', 10],
    ['Not known', 10],
    ['Acme', 5],
  ]);
  expect(summary.billed.map(({ label, count }) => [label, count])).toEqual([
    ['Billed', 70],
    ['Not stated', 20],
    ['Not billed', 10],
  ]);
});

test('input that tells of no messages is counted by its mentions', () => {
  const list = summarize({ report: exampleReport(findings.slice(0, 2)), tally: emptyTally, files: [] }, exampleJudge);
  expect(list).toMatchObject({ failures: 70, messages: 70 });
});

test.each([
  [0.2693, '27%'],
  [0.0076, '0.8%'],
  [0.0001, '<0.1%'],
  [0, '0%'],
])('%f is %s', (share, words) => {
  expect(percent(share)).toBe(words);
});
