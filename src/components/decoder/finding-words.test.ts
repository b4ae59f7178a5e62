import { describe, expect, test } from 'vitest';
import type { Place, Warning } from '#decoder';
import { plainPhrase } from '../browser/phrase.ts';
import { exampleExplanations } from './example-explanations.ts';
import { createExplainer } from './explainer.ts';
import { doubtPhrase, layersOf, reasonPhrase, sourcePhrase, stoppedWords, warningPhrase } from './finding-words.ts';

const explainer = createExplainer(exampleExplanations);
const place: Place = { start: 0, end: 4, line: 1, path: 'payload.failure.code', layers: ['base64', 'json'] };
const warning = (kind: Warning['kind'], more: Partial<Warning> = {}): Warning => ({
  kind,
  count: 1,
  place,
  values: [],
  sources: [],
  ...more,
});

test('the place where it stopped is called by the name that the set gives it', () => {
  const acme = explainer.set('acme')!;
  expect(stoppedWords({ set: acme, stopped: 'provider' })).toBe('Stopped at Acme');
  expect(stoppedWords({ set: acme, stopped: 'unknown' })).toBe('Not known where it stopped');
});

test('layers are named from the outside in', () => {
  expect(layersOf(place)).toBe('base64 → JSON');
});

describe('why it was recognised', () => {
  test.each([
    [{ kind: 'field', field: 'code' }, 'Read from payload.failure.code'],
    [{ kind: 'column', field: 'error_code' }, 'Read from the column error_code'],
    [{ kind: 'name', name: 'opted-out', field: 'reason' }, 'Known by its name opted-out in reason'],
    [
      { kind: 'wording', name: 'UNKNOWN', field: 'reason' },
      'No code is given; the wording of reason is that of UNKNOWN',
    ],
  ] as const)('%o', (reason, words) => {
    expect(plainPhrase(reasonPhrase(reason, place))).toBe(words);
  });
});

test('a second reading is named with its page', () => {
  const phrase = doubtPhrase({ kind: 'other-set', set: 'acme-sms', code: '1', known: true }, explainer);
  expect(plainPhrase(phrase ?? [])).toBe('Two readings. It can also be Acme SMS 1: Unknown subscriber.');
  expect(phrase).toContainEqual({ text: 'Acme SMS 1', href: '/acme-sms/1/' });
});

test('a source code is explained by the set that knows it, and quoted where none does', () => {
  expect(plainPhrase(sourcePhrase({ set: 'acme-sms', name: 'sms', code: '1', count: 2 }, explainer, 3))).toBe(
    'sms 1: Unknown subscriber (twice)',
  );
  expect(plainPhrase(sourcePhrase({ name: 'pigeon', code: '7', count: 1 }, explainer, 1))).toBe('pigeon 7');
});

test('warnings speak of the input, with their values', () => {
  expect(plainPhrase(warningPhrase(warning('codes-disagree', { values: ['4700', '4701'] }), explainer))).toBe(
    'In 1 message two fields give different codes: 4700 and 4701.',
  );
  expect(plainPhrase(warningPhrase(warning('failed-without-code', { count: 2 }), explainer))).toBe(
    '2 messages failed without a code.',
  );
});
