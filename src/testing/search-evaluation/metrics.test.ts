import { expect, test } from 'vitest';
import { passesNegative, score, type Judged } from './metrics.ts';

const query = (more: Partial<Judged>): Judged => ({ q: '', kind: 'code', accept: ['a', 'b'], best: ['a'], ...more });

test('the first accepted result decides', () => {
  const scores = score([
    { query: query({}), results: [['a']] },
    { query: query({}), results: [['x'], ['b'], ['a']] },
    { query: query({}), results: [['x']] },
    { query: query({}), results: [] },
  ]);
  expect(scores).toEqual({ queries: 4, success1: 0.25, success3: 0.5, mrr10: 0.375, best3: 0.5 });
});

test('a result that answers for several pages counts for each of them', () => {
  expect(score([{ query: query({}), results: [['x', 'b']] }]).success1).toBe(1);
});

test('results after the tenth do not count', () => {
  const results = [...Array.from({ length: 10 }, () => ['x']), ['a']];
  expect(score([{ query: query({}), results }]).mrr10).toBe(0);
});

test('a query that nothing answers passes with no results or tolerated ones', () => {
  const negative = query({ kind: 'negative', accept: [], best: [], tolerate: ['set/4xxx'] });
  expect(passesNegative(negative, [])).toBe(true);
  expect(passesNegative(negative, [['set/4xxx']])).toBe(true);
  expect(passesNegative(negative, [['set/4xxx'], ['set/4775']])).toBe(false);
});
