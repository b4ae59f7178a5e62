import { expect, test } from 'vitest';
import { heightOf, rowWindow, scrollTo } from './row-window.ts';

const view = { rowHeight: 40, viewHeight: 400 };

test('rows in view and a few beyond are drawn, wherever somebody has scrolled to', () => {
  expect(rowWindow({ ...view, count: 200_000, scrollTop: 0 })).toEqual({
    from: 0,
    to: 18,
    above: 0,
    below: 200_000 * 40 - 18 * 40,
  });
  const middle = rowWindow({ ...view, count: 1000, scrollTop: 20_000 });
  expect(middle).toEqual({ from: 492, to: 518, above: 492 * 40, below: 482 * 40 });
  expect(rowWindow({ ...view, count: 1000, scrollTop: 1e9 }).to).toBe(1000);
});

test('rows in view alone can be asked for, and the others keep their height', () => {
  expect(rowWindow({ ...view, count: 1000, scrollTop: 20_000 }, 0)).toEqual({
    from: 500,
    to: 510,
    above: 500 * 40,
    below: 490 * 40,
  });
});

test('a short table is drawn whole', () => {
  expect(rowWindow({ ...view, count: 5, scrollTop: 0 })).toEqual({ from: 0, to: 5, above: 0, below: 0 });
  expect(rowWindow({ ...view, count: 0, scrollTop: 0 })).toEqual({ from: 0, to: 0, above: 0, below: 0 });
});

test('every row of a table taller than browsers can draw comes into view on the way down', () => {
  const count = 1_000_000;
  const height = heightOf(count, view.rowHeight);
  expect(height).toBeLessThan(10_000_000);
  let next = 0;
  for (let scrollTop = 0; scrollTop <= height - view.viewHeight; scrollTop += 60) {
    const { from, to, above, below } = rowWindow({ ...view, count, scrollTop });
    expect(from).toBeLessThanOrEqual(next);
    expect(above + (to - from) * view.rowHeight + below).toBeCloseTo(height, 3);
    next = to;
  }
  expect(rowWindow({ ...view, count, scrollTop: height - view.viewHeight }).to).toBe(count);
});

test('any row can be scrolled to, and a row in view moves nothing', () => {
  for (const count of [30, 5000, 1_000_000]) {
    for (const row of [0, 1, 17, count - 1]) {
      const scrollTop = scrollTo(row, { ...view, count, scrollTop: count * 13 });
      const { from, to, above } = rowWindow({ ...view, count, scrollTop });
      expect(from).toBeLessThanOrEqual(row);
      expect(to).toBeGreaterThan(row);
      const top = above + (row - from) * view.rowHeight - scrollTop;
      expect(top).toBeGreaterThanOrEqual(-0.01);
      expect(top + view.rowHeight).toBeLessThanOrEqual(view.viewHeight + 0.01);
    }
  }
  expect(scrollTo(3, { ...view, count: 5000, scrollTop: 40 })).toBe(40);
});
