import { expect, test } from 'vitest';
import { copyChoice, copyWords } from './copy-words.ts';

const facts = { version: 'a1', pages: 1576, bytes: 2_263_000 };

test('a copy that is ready is told with its pages and its size on the device, and can be removed', () => {
  const state = { is: 'ready', facts, hasNewer: false } as const;
  expect(copyWords(state)).toBe('Works offline: 1,576 pages, 2.3 MB on this device.');
  expect(copyChoice(state)?.does).toBe('remove');
});

test('a newer version that waits is told', () => {
  expect(copyWords({ is: 'ready', facts, hasNewer: true })).toContain('once all pages of this site are closed');
});

test('where nothing is kept it can be asked for, while it loads nothing is asked', () => {
  expect(copyChoice({ is: 'offered' })?.does).toBe('keep');
  expect(copyChoice({ is: 'removed' })?.does).toBe('keep');
  expect(copyChoice({ is: 'keeping' })).toBeUndefined();
});
