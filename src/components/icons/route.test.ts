import { stops } from '#schema';
import { describe, expect, test } from 'vitest';
import { routeStrokes } from './route.ts';

const strokesOf = (stopped: (typeof stops)[number]) => routeStrokes(stopped);
/** The x of each line's beginning and end, of the strokes that fit. */
const lines = (strokes: ReturnType<typeof routeStrokes>) =>
  strokes.flatMap(({ d }) =>
    [...d.matchAll(/M([\d.]+) 7H([\d.]+)/g)].map(([, from, to]) => [Number(from), Number(to)]),
  );

describe('the small route', () => {
  test.each(stops)(
    'has three lines between its four stations, and few elements, where a message stopped at the %s',
    (stopped) => {
      expect(lines(strokesOf(stopped))).toHaveLength(3);
      expect(strokesOf(stopped).length).toBeLessThanOrEqual(5);
    },
  );

  test.each([
    ['sender', 0],
    ['provider', 1],
    ['carrier', 2],
    ['handset', 3],
  ] as const)('is drawn through up to where the message stopped: %s, %i lines', (stopped, gone) => {
    const through = strokesOf(stopped).filter((stroke) => !('stroke-dasharray' in stroke));
    expect(lines(through)).toHaveLength(gone);
  });

  test('is marked where the message stopped, and only where that is known', () => {
    const marks = (stopped: (typeof stops)[number]) =>
      strokesOf(stopped).filter(({ stroke }) => stroke === 'var(--mark)');
    expect(marks('carrier')).toHaveLength(1);
    expect(marks('carrier')[0]?.d).toMatch(/^M42\.75 7/);
    expect(marks('unknown')).toHaveLength(0);
  });
});
