import { describe, expect, test } from 'vitest';
import { buildCatalog, lineageOf, parseFiles, saidInLineage, type Problem } from '#catalog';
import { exampleFiles, nestedFamilies } from './example-data.ts';

function catalogOf(changes: Parameters<typeof exampleFiles>[0] = {}) {
  const problems: Problem[] = [];
  const files = parseFiles(exampleFiles(changes), problems);
  expect(problems).toEqual([]);
  return buildCatalog(files);
}

describe('inheritance', () => {
  test('what a code says wins over its cause and its family', () => {
    const catalog = catalogOf({ 'acme/codes/4701.yaml': { responsible: 'carrier', retry: { verdict: 'once' } } });
    const code = catalog.code('acme', '4701');
    expect(code?.responsible).toMatchObject({ value: 'carrier', from: 'code' });
    expect(code?.retry.value.verdict).toBe('once');
  });

  test('what a code leaves out comes from its first cause', () => {
    const code = catalogOf().code('acme', '4701');
    expect(code?.heading).toBe('Recipient opted out');
    expect(code?.responsible).toMatchObject({ value: 'sender', from: 'cause' });
    expect(code?.suppress).toBe(true);
    expect(code?.steps.map((step) => step.value)).toEqual(['Take the number off the list.']);
  });

  test('where the message stopped comes from the narrowest family', () => {
    expect(catalogOf().code('acme', '4701')?.stopped).toMatchObject({ value: 'carrier', from: 'family' });
  });

  test('the broader family fills in what the narrow one leaves out', () => {
    expect(catalogOf().code('acme', '4701')?.rule?.value).toBe('The same request fails again.');
  });

  test('steps of a code stand before those of the cause', () => {
    const catalog = catalogOf({ 'acme/codes/4701.yaml': { steps: ['Look at the campaign.'] } });
    expect(catalog.code('acme', '4701')?.steps.map(({ value, from }) => [value, from])).toEqual([
      ['Look at the campaign.', 'code'],
      ['Take the number off the list.', 'cause'],
    ]);
  });

  test('steps instead replace those of the cause', () => {
    const catalog = catalogOf({ 'acme/codes/4701.yaml': { stepsInstead: ['Call the person.'] } });
    expect(catalog.code('acme', '4701')?.steps.map((step) => step.value)).toEqual(['Call the person.']);
  });

  test('a summary with a basis is stated, one without is our reading', () => {
    const basis = { source: 'acme-docs', at: 'row 4701' };
    expect(catalogOf({ 'acme/codes/4701.yaml': { basis } }).code('acme', '4701')?.summary).toMatchObject({
      basis: 'stated',
      citation: basis,
    });
    expect(catalogOf().code('acme', '4701')?.summary.basis).toBe('inferred');
  });
});

describe('links', () => {
  test('a family holds the codes of its digits, and a broad one those of its children', () => {
    const set = catalogOf().set('acme');
    const codesOf = (id: string) => set?.families.find((family) => family.id === id)?.codes.map(({ code }) => code);
    expect(codesOf('47xx')).toEqual(['4701']);
    expect(codesOf('4xxx')).toEqual(['4401', '4701']);
  });

  test('families know their parent and children', () => {
    const narrow = catalogOf()
      .set('acme')
      ?.families.find((family) => family.id === '47xx');
    expect(narrow?.parent?.id).toBe('4xxx');
    expect(narrow?.parent?.children.map((family) => family.id)).toEqual(['44xx', '47xx']);
  });

  test('of families one in another, the narrowest takes what the narrowest of the others says', () => {
    const { families } = catalogOf({ 'acme/set.yaml': { families: nestedFamilies } }).set('acme') ?? {};
    const narrowest = families?.find(({ id }) => id === '470x');
    expect(narrowest && lineageOf(narrowest).map(({ id }) => id)).toEqual(['470x', '47xx', '4xxx']);
    expect(narrowest && saidInLineage(narrowest, 'rule')).toBe('The same request fails again.');
    expect(narrowest && saidInLineage(narrowest, 'responsible')).toBe('carrier');
    expect(narrowest && saidInLineage(narrowest, 'billed')).toBeUndefined();
  });

  test('a cause lists its codes with the strength of the match', () => {
    const cause = catalogOf().cause('recipient-opted-out');
    expect(cause?.codes.map(({ code, match }) => [code.ref, match])).toEqual([['acme/4701', 'same']]);
  });
});

describe('the action of a batch', () => {
  const actionOf = (retry: object, suppress = false) =>
    catalogOf({ 'acme/codes/4701.yaml': { retry, suppress } }).code('acme', '4701')?.action;

  test.each([
    ['never', true, 'stop'],
    ['after-change', true, 'stop'],
    ['after-change', false, 'change'],
    ['once', false, 'retry'],
    ['later', false, 'retry'],
    ['never', false, 'leave'],
    ['unknown', false, 'leave'],
  ])('retry %s with suppress %s means %s', (verdict, suppress, action) => {
    expect(actionOf({ verdict }, suppress)).toBe(action);
  });
});
