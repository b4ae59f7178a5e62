import { expect, test } from 'vitest';
import { ideas, ideasOf } from './ideas.ts';
import { wordsOf } from './words.ts';

test('every word of the table is found by its idea when it stands in a query', () => {
  const lost = ideas.flatMap((words, idea) =>
    words.split(' ').filter((word) => !wordsOf(word).some((read) => ideasOf(read).includes(idea))),
  );
  expect(lost).toEqual([]);
});
