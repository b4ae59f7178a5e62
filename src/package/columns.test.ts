import { expect, test } from 'vitest';
import { fromColumns, toColumns } from './columns.ts';

const values = [
  { is: 'a', says: 'plain', list: ['x', { y: 1 }] },
  { is: 'b', says: { say: 'with a source', at: 'row 2' }, list: [] },
  { list: [['inner'], []] },
  'no object',
  {},
];

test('values are laid out by their keys', () => {
  expect(toColumns([{ a: 1, b: ['x'] }, { b: ['y', 'z'] }])).toEqual({
    values: [{}, {}],
    keys: { a: [1, 0], b: { values: [[1], [2]], items: ['x', 'y', 'z'] } },
  });
});

test('keys that come last stand behind the others', () => {
  const { keys } = toColumns([{ text: 'x', is: 1 }], ['text']) as { keys: object };
  expect(Object.keys(keys)).toEqual(['is', 'text']);
});

test('what was laid out is put together again', () => {
  expect(fromColumns(toColumns(values))).toEqual(values);
  expect(fromColumns(toColumns([]))).toEqual([]);
});
