import type { RawFile } from './parse-files.ts';

/** Three families of the example, one in another; the narrowest says nothing but where its messages stop. */
export const nestedFamilies: readonly Record<string, string>[] = [
  {
    id: '4xxx',
    heading: 'Client errors',
    summary: 'The request.',
    stopped: 'unknown',
    section: 'Errors of clients',
    rule: 'The same request fails again.',
    responsible: 'sender',
  },
  { id: '44xx', heading: 'Acme refused', summary: 'By Acme.', stopped: 'provider' },
  { id: '47xx', heading: 'Carrier refused', summary: 'By the carrier.', stopped: 'carrier', responsible: 'carrier' },
  { id: '470x', heading: 'Carrier refused the number', summary: 'By number.', stopped: 'carrier' },
];

const files: Record<string, Record<string, unknown>> = {
  'sources.yaml': {
    'acme-docs': {
      title: 'Errors',
      publisher: 'Acme',
      url: 'https://docs.example.com/errors',
      edition: '2026',
      kind: 'vendor',
    },
  },
  'causes/recipient-opted-out.yaml': {
    heading: 'Recipient opted out',
    summary: 'The person asked not to get messages from this sender.',
    responsible: 'sender',
    retry: { verdict: 'never' },
    suppress: true,
    steps: ['Take the number off the list.'],
    phrases: { en: ['replied STOP'] },
  },
  'causes/sender-blocked.yaml': {
    heading: 'Sender blocked',
    summary: 'The sender may not send at the moment.',
    responsible: 'sender',
    retry: { verdict: 'after-change' },
    steps: ['Find out which rule was broken.'],
    phrases: { en: ['blocked us'] },
  },
  'acme/set.yaml': {
    name: 'Acme',
    provider: 'Acme',
    product: 'SMS API',
    order: 1,
    summary: 'Acme posts a failed event.',
    field: 'errorCode',
    links: ['acme-docs'],
    stations: ['You', 'Acme', 'Carrier', 'Handset'],
    coverage: { complete: true, says: 'All codes are here.' },
    arrives: { heading: 'A POST', payload: '{"errorCode":4701}', notes: [{ line: '{', says: 'An object.' }] },
    shape: '\\d{4}',
    scheme: {
      groups: [
        { digits: 1, asks: 'What kind', values: { 4: { heading: 'Client error' } } },
        { digits: 1, asks: 'Who', values: { 44: { heading: 'Acme' }, 47: { heading: 'Carrier' } } },
        { digits: 2, asks: 'Which', values: { 4: { heading: 'Number' } } },
      ],
    },
    families: [
      {
        id: '4xxx',
        heading: 'Client errors',
        summary: 'The request.',
        stopped: 'unknown',
        rule: 'The same request fails again.',
      },
      { id: '44xx', heading: 'Acme refused', summary: 'By Acme.', stopped: 'provider' },
      { id: '47xx', heading: 'Carrier refused', summary: 'By the carrier.', stopped: 'carrier' },
    ],
    recognise: { fields: ['errorCode'], failure: { type: ['message-failed'] } },
  },
  'acme/codes/4401.yaml': {
    name: 'sender-blocked',
    causes: [{ is: 'sender-blocked', match: 'same' }],
    summary: 'Acme has blocked the number that sent this message.',
    examples: ['{"type":"message-failed","errorCode":4401}'],
    checked: '2026-11-24',
  },
  'acme/codes/4701.yaml': {
    name: 'opted-out',
    title: 'Opted out',
    causes: [{ is: 'recipient-opted-out', match: 'same' }],
    summary: 'The person opted out and the carrier keeps to it.',
    examples: ['{"type":"message-failed","errorCode":4701}'],
    checked: '2026-11-24',
  },
};

/**
 * A small made-up data folder for tests: one vendor, two codes, two causes. `changes` are merged into a file's keys;
 * `undefined` as a value takes a key out, a whole file set to `undefined` is left out, an unknown path adds a file.
 */
export function exampleFiles(changes: Record<string, Record<string, unknown> | undefined> = {}): RawFile[] {
  const paths = new Set([...Object.keys(files), ...Object.keys(changes)]);
  return [...paths]
    .filter((path) => !(path in changes) || changes[path] !== undefined)
    .map((path) => ({ path, value: JSON.parse(JSON.stringify({ ...files[path], ...changes[path] })) as unknown }));
}
