import { describe, expect, test } from 'vitest';
import { isNarrowed, matches, readState, writeState, type FilterRow, type FilterState } from './filter-state.ts';

const noFilter: FilterState = { facets: {}, find: '', sort: undefined };
const offered = { family: ['44xx', '47xx'], retry: ['never', 'later'] };
const row: FilterRow = { values: { family: '47xx', retry: 'never' }, text: '4775 recipient opted out' };

describe('the address', () => {
  test('is read and written alike', () => {
    const address = '?family=47xx&retry=never&find=opted+out&sort=-code';
    expect(writeState(readState(address, offered))).toBe(address);
  });

  test('takes only values that the table offers', () => {
    expect(readState('?family=99xx&retry=<script>&cause=x', offered)).toEqual(noFilter);
  });

  test('is empty where nothing is asked for', () => {
    expect(writeState(noFilter)).toBe('');
    expect(writeState({ ...noFilter, find: '  ' })).toBe('');
  });

  test('cuts what is too long to be meant', () => {
    expect(readState(`?find=${'a'.repeat(500)}`, offered).find).toHaveLength(100);
  });
});

describe('a row', () => {
  test.each([
    [{ facets: {} }, true],
    [{ facets: { family: '47xx' } }, true],
    [{ facets: { family: '47xx', retry: 'later' } }, false],
    [{ facets: { cause: 'spam' } }, false],
    [{ find: 'OUT opted' }, true],
    [{ find: 'spam' }, false],
  ])('%j → %s', (state, expected) => {
    expect(matches(row, { ...noFilter, ...state })).toBe(expected);
  });
});

test('a sort order alone narrows nothing down', () => {
  expect(isNarrowed({ ...noFilter, sort: { column: 'code', descending: true } })).toBe(false);
  expect(isNarrowed({ ...noFilter, find: 'x' })).toBe(true);
});
