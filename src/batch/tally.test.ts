import { expect, test } from 'vitest';
import type { MessageEvent } from '#decoder';
import { exampleJudge } from './example-judge.ts';
import { createTally } from './tally.ts';

const failure = (code: string | undefined, more: Partial<MessageEvent> = {}): MessageEvent => ({
  outcome: 'failed',
  codes: code === undefined ? [] : [{ set: 'acme', code, known: true, inferred: false }],
  sources: [],
  start: 0,
  end: 1,
  line: 1,
  ...more,
});

function tallyOf(...events: MessageEvent[]) {
  const tally = createTally(exampleJudge);
  events.forEach((event) => tally.take(event));
  return tally.result();
}

test('a number that failed twice is stopped once, and only where the code says so', () => {
  const tally = tallyOf(
    failure('4701', { recipient: '+12025550142' }),
    failure('4701', { recipient: '12025550142' }),
    failure('4701'),
    failure('4700', { recipient: '+12025550143' }),
    failure('4799', { recipient: '+12025550144' }),
  );
  expect(tally).toMatchObject({ numbersToStop: 1, stopWithoutNumber: 1 });
});

test('a failure without a code is counted as such; what did not fail is not counted', () => {
  expect(tallyOf(failure(undefined), { ...failure('4701', { recipient: '1' }), outcome: 'fine' })).toMatchObject({
    withoutCode: 1,
    numbersToStop: 0,
  });
});

test('failures are counted by the hour', () => {
  const { hours } = tallyOf(
    failure('4701', { time: '2026-11-21T12:00:00Z' }),
    failure('4700', { time: '2026-11-21T12:59:59Z' }),
    failure('4700'),
  );
  expect(hours).toEqual([[Date.UTC(2026, 10, 21, 12) / 3_600_000, 2]]);
});
