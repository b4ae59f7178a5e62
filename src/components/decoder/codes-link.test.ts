import { expect, test } from 'vitest';
import { codesLink, readCodesLink, reportOf } from './codes-link.ts';
import { exampleExplanations } from './example-explanations.ts';
import { createExplainer } from './explainer.ts';

test('reads set and code, each once', () => {
  expect(readCodesLink('#codes=bandwidth:4775,bird:15016,bandwidth:4775,bird-errors:content_rejected')).toEqual([
    { set: 'bandwidth', code: '4775' },
    { set: 'bird', code: '15016' },
    { set: 'bird-errors', code: 'content_rejected' },
  ]);
});

test.each(['', '#codes=', '#q=1', '#codes=<img src=x>:1', '#codes=a:%3Cscript%3E', '#codes=%E0%A4%A', '#codes=acme'])(
  '%s holds no code',
  (fragment) => {
    expect(readCodesLink(fragment)).toEqual([]);
  },
);

test('a link leads back to its codes, and says how many of them where not all fit in', () => {
  const codes = Array.from({ length: 240 }, (_, index) => ({ set: 'acme', code: String(4000 + index) }));
  const few = codesLink(codes.slice(0, 100));
  expect(readCodesLink(new URL(few.href, 'https://example.com').hash)).toEqual(codes.slice(0, 100));
  expect(few).toMatchObject({ isCut: false, words: 'these codes' });
  const many = codesLink(codes);
  expect(readCodesLink(new URL(many.href, 'https://example.com').hash)).toEqual(codes.slice(0, 100));
  expect(many).toMatchObject({ isCut: true, words: 'the first 100 of 240 codes' });
});

test('codes of a link are shown as findings, unlisted ones and patterns too', () => {
  const report = reportOf(
    readCodesLink('#codes=acme:4701,acme:4788,acme:47xx,nobody:1'),
    createExplainer(exampleExplanations),
  );
  expect(report.findings.map(({ code, known, pattern }) => [code, known, pattern])).toEqual([
    ['4701', true, false],
    ['4788', false, false],
    ['47xx', false, true],
  ]);
});
