import { expect, test } from 'vitest';
import type { Family } from '#schema';
import { familiesOf, fitsPattern, isPattern } from './family.ts';

const families = ['4xxx', '47xx', '44xx', 'templates'].map((id) => ({ id }) as Family);
const ids = (code: string, named?: string) => familiesOf(code, families, named).map((family) => family.id);

test('a pattern has leading digits and ends in x', () => {
  expect(['47xx', '4xxx', '15xxx'].map(isPattern)).toEqual([true, true, true]);
  expect(['xxxx', 'templates', '4775', '4x7x'].map(isPattern)).toEqual([false, false, false, false]);
});

test('a code fits a pattern of its length that it begins with', () => {
  expect(fitsPattern('47xx', '4775')).toBe(true);
  expect(fitsPattern('47xx', '47755')).toBe(false);
  expect(fitsPattern('47xx', '4675')).toBe(false);
  expect(fitsPattern('47xx', '47ab')).toBe(false);
});

test('families go from narrow to broad', () => {
  expect(ids('4775')).toEqual(['47xx', '4xxx']);
  expect(ids('4975')).toEqual(['4xxx']);
});

test('the family that a code names comes first', () => {
  expect(ids('132001', 'templates')).toEqual(['templates']);
  expect(ids('4775', '44xx')).toEqual(['44xx', '47xx', '4xxx']);
});
