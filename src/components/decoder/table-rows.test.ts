import { expect, test } from 'vitest';
import { exampleFinding } from '../../decoder/example-report.ts';
import { exampleExplanations } from './example-explanations.ts';
import { createExplainer } from './explainer.ts';
import { arrange, rowsOf } from './table-rows.ts';

const rows = rowsOf(
  [exampleFinding('4701', { count: 2 }), exampleFinding('5600', { count: 9 }), exampleFinding('4700', { count: 4 })],
  createExplainer(exampleExplanations),
);
const codes = (...parameters: Parameters<typeof arrange> extends [unknown, ...infer Rest] ? Rest : never) =>
  arrange(rows, ...parameters).map(({ finding }) => finding.code);

test('without an order the rows stay as they came', () => {
  expect(codes('', undefined)).toEqual(['4701', '5600', '4700']);
});

test('sorted by failures, by code, by whose move', () => {
  expect(codes('', { column: 'failures', isDescending: true })).toEqual(['5600', '4700', '4701']);
  expect(codes('', { column: 'code', isDescending: false })).toEqual(['4700', '4701', '5600']);
  expect(codes('', { column: 'move', isDescending: false })).toEqual(['4701', '4700', '5600']);
});

test('a query keeps the rows that hold all its words', () => {
  expect(codes('carrier LATER', undefined)).toEqual(['5600']);
  expect(codes('nothing', undefined)).toEqual([]);
});
