import type { Explanations } from '#site/decoder-page';

/** A small made-up catalog for tests: one vendor with a scheme, and a platform that stands inside its failures. */
export const exampleExplanations: Explanations = {
  causes: { 'opted-out': 'Recipient opted out', spam: 'Flagged as spam', overloaded: 'Carrier overloaded', 'no-receipt': 'No receipt came' },
  namesakes: [{ numbering: 'Acme voice', says: 'Calls have numbers of their own.' }],
  sets: [
    {
      id: 'acme',
      name: 'Acme',
      provider: 'Acme',
      stations: ['You', 'Acme', 'Carrier', 'Handset'],
      places: { sender: 'on your side', provider: 'at Acme', carrier: 'at the carrier', handset: 'at the handset' },
      groups: [
        { digits: 1, values: { '4': 'Client error' } },
        { digits: 1, values: { '47': 'Carrier refused' } },
        { digits: 2, values: { '4': 'Number' } },
      ],
      families: [
        { id: '4xxx', heading: 'Client errors', summary: 'The request.', stopped: 'unknown', responsible: 'sender', retry: 'after-change' },
        { id: '47xx', heading: 'Carrier refused', summary: 'By the carrier.', stopped: 'carrier', responsible: 'sender', retry: 'after-change', step: 'Compare it with one that worked.' },
      ],
      codes: [
        { code: '4700', heading: 'Refused as spam', summary: 'Looks like spam.', stopped: 'carrier', responsible: 'sender', retry: 'after-change', action: 'change', cause: 'spam', step: 'Change the text.', billed: true },
        { code: '4701', heading: 'Recipient opted out', summary: 'The person said STOP.', stopped: 'carrier', responsible: 'sender', retry: 'never', action: 'stop', cause: 'opted-out', step: 'Take the number off the list.', billed: true, inferred: ['retry'] },
        { code: '5600', heading: 'Queue full', summary: 'Too much traffic.', stopped: 'carrier', responsible: 'carrier', retry: 'later', action: 'retry', cause: 'overloaded', billed: false },
        { code: '5700', heading: 'Broken for a moment', summary: 'It was down.', stopped: 'provider', responsible: 'provider', retry: 'once', action: 'retry', cause: 'overloaded' },
        { code: '9902', heading: 'No receipt', summary: 'Nobody knows.', stopped: 'unknown', responsible: 'unknown', retry: 'unknown', action: 'leave', cause: 'no-receipt' },
      ],
    },
    {
      id: 'acme-sms',
      name: 'Acme SMS',
      provider: 'Acme',
      stations: ['You', 'Acme', 'Carrier', 'Handset'],
      places: { sender: 'on your side', provider: 'at Acme', carrier: 'at the carrier', handset: 'at the handset' },
      families: [],
      codes: [
        { code: '1', heading: 'Unknown subscriber', summary: 'No such line.', stopped: 'carrier', responsible: 'sender', retry: 'never', action: 'stop', cause: 'opted-out' },
        { code: '200-299', heading: 'Reserved', summary: 'Any of these.', stopped: 'unknown', responsible: 'unknown', retry: 'unknown', action: 'leave', cause: 'no-receipt' },
      ],
    },
  ],
};
