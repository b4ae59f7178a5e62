import { expect, test } from 'vitest';
import { exampleCatalog } from '../example-catalog.ts';
import { decoderField, explanations } from './decoder-page.ts';

const [acme] = explanations(exampleCatalog()).sets;

test('a code brings what the page says of it, with what it inherits', () => {
  expect(acme?.codes.find(({ code }) => code === '4701')).toMatchObject({
    heading: 'Recipient opted out',
    responsible: 'sender',
    retry: 'never',
    stopped: 'carrier',
    action: 'stop',
    cause: 'recipient-opted-out',
    step: 'Take the number off the list.',
    inferred: ['stopped', 'responsible', 'retry'],
  });
});

test('a family takes from broader ones what it does not say', () => {
  const catalog = exampleCatalog({
    'acme/set.yaml': {
      families: [
        {
          id: '4xxx',
          heading: 'Client errors',
          summary: 'The request.',
          stopped: 'unknown',
          responsible: 'sender',
          retry: { verdict: 'after-change' },
        },
        { id: '44xx', heading: 'Acme refused', summary: 'By Acme.', stopped: 'provider' },
        {
          id: '47xx',
          heading: 'Carrier refused',
          summary: 'By the carrier.',
          stopped: 'carrier',
          steps: ['Ask the carrier.'],
        },
      ],
    },
  });
  const family = explanations(catalog).sets[0]?.families.find(({ id }) => id === '47xx');
  expect(family).toMatchObject({
    stopped: 'carrier',
    responsible: 'sender',
    retry: 'after-change',
    step: 'Ask the carrier.',
  });
});

test('names of companies stand without an article', () => {
  expect(acme?.places).toMatchObject({ provider: 'at Acme', carrier: 'at the carrier', handset: 'at the handset' });
});

test('each provider gives one example, named after the way it arrives', () => {
  const arrives = { heading: 'A POST to your callback URL', payload: '{"errorCode":4701}\n', notes: [] };
  const { examples } = decoderField(exampleCatalog({ 'acme/set.yaml': { arrives } }));
  expect(examples).toEqual([{ label: 'an Acme callback', text: '{"errorCode":4701}' }]);
});
