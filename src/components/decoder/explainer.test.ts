import { describe, expect, test } from 'vitest';
import { exampleExplanations } from './example-explanations.ts';
import { createExplainer } from './explainer.ts';

const explainer = createExplainer(exampleExplanations);

test('a listed code brings its entry, its page and its cause', () => {
  expect(explainer.explain('acme', '4701')).toMatchObject({
    kind: 'listed',
    heading: 'Recipient opted out',
    href: '/acme/4701/',
    cause: { id: 'opted-out', heading: 'Recipient opted out' },
    action: 'stop',
  });
});

describe('a code that no list has', () => {
  const explained = explainer.explain('acme', '4788');

  test('is read by its digits, and the last group stays open', () => {
    expect(explained?.reading).toEqual([
      { digits: '4', heading: 'Client error' },
      { digits: '7', heading: 'Carrier refused' },
      { digits: '88', heading: undefined },
    ]);
  });

  test('takes place and move from its narrowest family, as our reading, and is left alone', () => {
    expect(explained).toMatchObject({
      kind: 'unlisted',
      stopped: 'carrier',
      responsible: 'sender',
      action: 'leave',
      href: undefined,
    });
    expect(explained?.isInferred('retry')).toBe(true);
  });

  test('names the closest listed ones', () => {
    expect(explained?.neighbours.map(({ code }) => code)).toEqual(['4700', '4701']);
  });

  test('has no reading where it fits no scheme', () => {
    expect(explainer.explain('acme', '12345')).toMatchObject({ reading: [], stopped: 'unknown', neighbours: [] });
  });
});

test('a pattern is its family, with the codes of it', () => {
  const explained = explainer.explain('acme', '47xx');
  expect(explained).toMatchObject({ kind: 'pattern', heading: 'Carrier refused', href: '/acme/47xx/' });
  expect(explained?.neighbours.map(({ code }) => code)).toEqual(['4700', '4701']);
});

test('a number inside a listed range takes the entry of the range and stays itself', () => {
  expect(explainer.explain('acme-sms', '204')).toMatchObject({
    code: '204',
    heading: 'Reserved',
    href: '/acme-sms/200-299/',
  });
});

test('a set that nobody knows is not explained', () => {
  expect(explainer.explain('constructor', '1')).toBeUndefined();
});
