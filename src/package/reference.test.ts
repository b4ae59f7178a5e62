import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCatalog } from '#catalog/node';
import { createReference } from './reference.ts';

const reference = createReference(readCatalog(resolve(import.meta.dirname, '../../data')));
const refs = (text: string) => reference.lookUp(text).map(({ ref }) => ref);

describe('explain', () => {
  test('takes codes as text and as numbers', () => {
    expect(reference.explain('bandwidth', 4775)).toBe(reference.explain('bandwidth', '4775'));
    expect(reference.explain('bandwidth', 4775)).toMatchObject({ action: 'stop', retry: { value: 'never' } });
  });

  test('a number within a listed range has the entry of the range', () => {
    expect(reference.explain('whatsapp', 250)?.ref).toBe('whatsapp/200-299');
  });

  test('is undefined where no list has the code or there is no such set', () => {
    expect([reference.explain('bandwidth', 4999), reference.explain('acme', 1)]).toEqual([undefined, undefined]);
  });

  test('says what each answer rests on', () => {
    const { billed, steps } = reference.explain('bandwidth', 4775) ?? {};
    expect(billed).toMatchObject({ value: true, basis: 'stated', source: 'bandwidth-errors-2023' });
    expect(Object.keys(reference.sources)).toContain('bandwidth-errors-2023');
    expect(steps?.every(({ basis }) => basis === 'stated' || basis === 'inferred')).toBe(true);
  });
});

describe('explainDigits', () => {
  test('reads a code that no list has without inventing a meaning for it', () => {
    const digits = reference.explainDigits('bandwidth', 4799);
    expect(digits).toMatchObject({ listed: false, family: { id: '47xx', stopped: { value: 'carrier' } } });
    expect(digits?.digits.map(({ digits: group }) => group)).toEqual(['4', '7', '99']);
    expect(digits?.digits.at(-1)).toMatchObject({ heading: null, says: null });
  });

  test('a pattern is its family', () => {
    expect(reference.explainDigits('bird', '15xxx')?.family).toMatchObject({
      id: '15xxx',
      codes: expect.arrayContaining(['15005']) as string[],
    });
    expect(reference.explainDigits('bandwidth', '48xx')?.family).toBeNull();
  });

  test('is undefined where there is no such set', () => {
    expect(reference.explainDigits('acme', 1)).toBeUndefined();
  });
});

describe('lookUp', () => {
  test.each(['4775', 'bandwidth/4775', 'Bandwidth:4775', ' BW-4775 ', '#4775', '(4)775'])('%s is one code', (text) => {
    expect(refs(text)).toEqual(['bandwidth/4775']);
  });

  test('a number that several sets have is answered in each', () => {
    expect(refs('0')).toEqual(['bird-sms/0', 'whatsapp/0']);
  });

  test.each(['UNKNOWN_SUBSCRIBER', 'unknown subscriber', 'unknown-subscriber'])('%s is found by its name', (text) => {
    expect(refs(text)).toContain('bird/15005');
  });

  test('a corrected spelling of a name leads to the code', () => {
    expect(refs('BILLING_FAILURE')).toEqual(['bird/12007']);
  });

  test.each(['', '   ', 'hello', '77', 'acme/1', 'bandwidth/', 'bandwidth/4999'])('"%s" is none', (text) => {
    expect(refs(text)).toEqual([]);
  });
});
