import { expect, test } from 'vitest';
import type { Finding, Report } from '#decoder';
import { exampleFinding, exampleReport } from '../../decoder/example-report.ts';
import { plainPhrase } from '../browser/phrase.ts';
import { exampleExplanations } from './example-explanations.ts';
import { createExplainer } from './explainer.ts';
import { headline } from './headline.ts';

const explainer = createExplainer(exampleExplanations);
const say = (report: Report) => plainPhrase(headline(report, explainer));
const two: Finding[] = [exampleFinding('4701', { count: 2 }), exampleFinding('4788')];

test('codes, failures and their provider', () => {
  expect(say(exampleReport(two, { failed: 3 }))).toBe('2 codes in 3 failed messages, both from Acme.');
  expect(say(exampleReport(two.slice(1)))).toBe('1 code, from Acme.');
  expect(say(exampleReport(two, { failed: 3, fine: 4 }))).toBe(
    '2 codes in 3 failed messages, both from Acme. 4 messages did not fail.',
  );
});

test('a pattern is a family', () => {
  expect(say(exampleReport([exampleFinding('47xx', { pattern: true })]))).toBe('1 family, from Acme.');
});

test('nothing found says what there is instead', () => {
  expect(say(exampleReport([]))).toMatch(/^Nothing found/);
  expect(say(exampleReport([], { fine: 2 }))).toBe('No failure. 2 messages did not fail.');
  expect(say(exampleReport([], { failed: 1 }))).toBe('No failure code. 1 message failed without one.');
});
