import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCatalog } from '#catalog/node';
import { exampleCatalog } from '../site/open-data/example-publication.ts';
import { constantNames, constantOf, constantValue, type PublishedNames } from './constant-names.ts';
import publishedNames from './published-names.json' with { type: 'json' };

/** Names of an example set whose codes have these words. */
function namesOf(
  codes: Record<string, { name?: string; title?: string; heading?: string }>,
  published?: PublishedNames,
): Record<string, string | undefined> {
  const files = Object.entries(codes).map(([code, words]) => [
    `acme/codes/${code}.yaml`,
    {
      causes: [{ is: 'sender-blocked', match: 'same' }],
      summary: 'It failed.',
      examples: ['x'],
      checked: '2026-11-24',
      ...words,
      ...(/^\d/.test(code) ? {} : { family: '4xxx' }),
    },
  ]);
  const catalog = exampleCatalog(Object.fromEntries(files) as Parameters<typeof exampleCatalog>[0]);
  const set = catalog.set('acme');
  const names = set ? constantNames(set, published) : new Map<string, string>();
  return Object.fromEntries(Object.keys(codes).map((code) => [code, names.get(code)]));
}

describe('the name of a constant', () => {
  test('is the title of the vendor in PascalCase', () => {
    expect(
      namesOf({ 4770: { title: 'Carrier Rejected as SPAM', name: 'spam' }, 4780: { title: "T-Mobile's daily limit" } }),
    ).toEqual({
      4770: 'CarrierRejectedAsSpam',
      4780: 'TMobilesDailyLimit',
    });
  });

  test('is the name of the vendor where there is no title or the title is a sentence', () => {
    const title = 'Message was rejected for reasons other than those covered by other codes';
    expect(namesOf({ 4001: { title, name: 'service-not-allowed' }, 4702: { name: 'UNKNOWN_SUBSCRIBER' } })).toEqual({
      4001: 'ServiceNotAllowed',
      4702: 'UnknownSubscriber',
    });
  });

  test('is the name where several codes share the title, and has the code appended where they share both', () => {
    expect(
      namesOf({
        4702: { title: 'Application Error', name: 'app-busy' },
        4703: { title: 'Application Error' },
        4704: { title: 'Application Error', name: 'app-down' },
        4705: { title: 'Send Failure', name: 'send-failed' },
        4706: { title: 'Send Failure', name: 'send-failed' },
      }),
    ).toEqual({
      4702: 'AppBusy',
      4703: 'ApplicationError4703',
      4704: 'AppDown',
      4705: 'SendFailure4705',
      4706: 'SendFailure4706',
    });
  });

  test('is the code where the code is a word, and our heading where the vendor has no words', () => {
    expect(
      namesOf({
        content_rejected: { title: 'Rejected' },
        4702: { heading: 'Phone off or full' },
        4703: { heading: '24 hours over' },
      }),
    ).toEqual({
      content_rejected: 'ContentRejected',
      4702: 'PhoneOffOrFull',
      4703: 'Code24HoursOver',
    });
  });

  test('never changes once it was published, and no new one takes it', () => {
    const published = { acme: { 4702: 'StopReceived', 4703: 'Busy' } };
    expect(
      namesOf(
        {
          4702: { title: 'Now called otherwise' },
          4703: {},
          4704: { title: 'Stop received' },
          4705: { title: 'Busy' },
        },
        published,
      ),
    ).toEqual({
      4702: 'StopReceived',
      4703: 'Busy',
      4704: 'StopReceived4704',
      4705: 'Busy4705',
    });
  });
});

test('the value of a constant is a number where the code is one', () => {
  expect(['4770', '0', '007', '200-299', 'unknown'].map(constantValue)).toEqual([4770, 0, '007', '200-299', 'unknown']);
});

test('the object of a set is called like the set', () => {
  expect(['bandwidth', 'bird-sms', '3cx'].map(constantOf)).toEqual(['Bandwidth', 'BirdSms', 'Code3cx']);
});

describe('in the real data', () => {
  const catalog = readCatalog(resolve(import.meta.dirname, '../../data'));
  const published: PublishedNames = publishedNames;

  test.each(catalog.sets.map(({ id }) => id))('names of %s are unique, and identifiers', (id) => {
    const set = catalog.set(id);
    const names = set ? [...constantNames(set, published).values()] : [];
    expect(new Set(names).size).toBe(set?.codes.length);
    expect(names.filter((name) => !/^[A-Z][A-Za-z0-9_]*$/.test(name))).toEqual([]);
  });

  test('every published name is still there', () => {
    const lost = Object.entries(published).flatMap(([id, names]) =>
      Object.entries(names)
        .filter(
          ([code, name]) =>
            catalog.set(id) &&
            constantNames(
              catalog.sets.find((set) => set.id === id)!,
              published,
            ).get(code) !== name,
        )
        .map(([code, name]) => `${id}/${code} ${name}`),
    );
    expect(lost).toEqual([]);
  });
});
