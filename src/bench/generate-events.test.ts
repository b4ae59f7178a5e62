import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { decoderData } from '#catalog';
import { readCatalog } from '#catalog/node';
import { decode } from '#decoder';
import { eventLines, eventText, exportTable } from './generate-events.ts';

const data = decoderData(readCatalog(resolve(import.meta.dirname, '../../data')));
const failuresIn = (text: string): number => decode(text, data).findings.reduce((sum, { count }) => sum + count, 0);

test('the decoder counts just the failed events, of both vendors', () => {
  const lines = [...eventLines(4000)];
  const failed = lines.filter((line) => /message-failed|delivery_failed/.test(line)).length;
  expect(failed).toBeGreaterThan(150);
  expect(failed).toBeLessThan(250);
  const report = decode(lines.join('\n'), data);
  expect(report.findings.reduce((sum, { count }) => sum + count, 0)).toBe(failed);
  expect(new Set(report.findings.map(({ set }) => set))).toEqual(new Set(['bandwidth', 'bird']));
  expect(report.findings.every(({ known }) => known)).toBe(true);
});

test('the decoder counts just the failed rows of a table', () => {
  const table = exportTable(1000);
  expect(failuresIn(table)).toBe(table.split('\n').filter((line) => line.includes(',FAILED,')).length);
});

test('a text has about the size that was asked for, and whole lines', () => {
  const text = eventText(100_000);
  expect(text.length).toBeGreaterThanOrEqual(100_000);
  expect(text.length).toBeLessThan(102_000);
  expect(() =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).not.toThrow();
});
