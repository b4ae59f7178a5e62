import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerBriefly, copyAndSay } from './copy-text.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a label answers for two seconds', () => {
  const label = { textContent: 'Copy' };
  answerBriefly(label, 'Copied');
  expect(label.textContent).toBe('Copied');
  vi.advanceTimersByTime(2000);
  expect(label.textContent).toBe('Copy');
});

test('a button that is pressed twice says in the end what it said at first', () => {
  const label = { textContent: 'Copy' };
  answerBriefly(label, 'Copied');
  vi.advanceTimersByTime(1500);
  answerBriefly(label, 'Copied');
  vi.advanceTimersByTime(1500);
  expect(label.textContent).toBe('Copied');
  vi.advanceTimersByTime(500);
  expect(label.textContent).toBe('Copy');
});

test('where the browser does not allow it, the label says so', async () => {
  const label = { textContent: 'Copy' };
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('denied')) } });
  await copyAndSay('4775', label);
  expect(label.textContent).toBe('Not allowed');
});
