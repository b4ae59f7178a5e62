import { expect, test } from 'vitest';
import { progressWords, size } from './progress-words.ts';

test.each([
  [12, '12 bytes'],
  [256_000, '256 KB'],
  [1_250_000, '1.3 MB'],
  [999_999, '1.0 MB'],
  [1_000_000_000, '1.0 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(size(bytes)).toBe(words);
});

test('rate and rest are said once they mean something', () => {
  const progress = { read: 300_000_000, total: 900_000_000 };
  expect(progressWords(progress, 100)).toBe('300 MB of 900 MB');
  expect(progressWords(progress, 3000)).toBe('300 MB of 900 MB, 100 MB/s, 6 s left');
});
