import { buildWordIndex } from './build-word-index.ts';
import type { CodeIndex, SearchCode, SearchPage, SearchSet } from './search-data.ts';

const code = (number: string, heading: string, more: Partial<SearchCode> = {}): SearchCode => ({
  code: number,
  heading,
  responsible: 'sender',
  retry: 'never',
  stopped: 'carrier',
  ...more,
});

const set = (id: string, shape: string, more: Partial<SearchSet>): SearchSet => ({
  id,
  name: id,
  aliases: [],
  events: [],
  stations: ['You', id, 'Carrier', 'Handset'],
  shape,
  families: [],
  codes: [],
  ...more,
});

/** A made-up code index for tests: a set with digits that say something, one with five digits, one carried inside. */
export const exampleCodes: CodeIndex = {
  sets: [
    set('acme', '\\d{4}', {
      name: 'Acme',
      aliases: ['acme', 'AC'],
      events: ['message-failed'],
      groups: [
        { digits: 1, values: { 4: 'Client error' } },
        { digits: 1, values: { 44: 'Acme refused', 47: 'Carrier refused' } },
        { digits: 2, values: { 4: 'Own number' } },
      ],
      families: [
        { id: '4xxx', heading: 'Client errors' },
        { id: '44xx', heading: 'Acme refused' },
        { id: '47xx', heading: 'Carrier refused' },
      ],
      codes: [
        code('4401', 'Sender on the block list', { names: ['from-number-blacklisted'] }),
        code('4402', 'Recipient on the block list', { names: ['to-number-blacklisted'] }),
        code('4701', 'Recipient opted out', { names: ['opted-out'], numbers: ['701'] }),
        code('4702', 'Number is a landline', { names: ['landline-number'] }),
      ],
    }),
    set('tern', '\\d{5}', {
      name: 'Tern',
      aliases: ['tern'],
      families: [{ id: '15xxx', heading: 'Platform refused' }],
      codes: [
        code('15005', 'Unknown subscriber', { names: ['UNKNOWN_SUBSCRIBER', 'BILLING_FALIURE', 'BILLING_FAILURE'] }),
      ],
    }),
    set('tern-chat', '\\d{1,6}', {
      name: 'Tern Chat',
      aliases: ['chat'],
      carriedBy: 'tern',
      families: [{ id: 'delivery', heading: 'Delivery' }],
      codes: [
        code('131026', 'Not on the chat'),
        code('inbox_full', 'Inbox without room'),
        code('200-299', 'Permission missing'),
      ],
    }),
  ],
  namesakes: [{ numbers: ['995', '1001-1016'], numbering: 'the other list', says: 'Look there.' }],
};

const page = (
  kind: SearchPage['kind'],
  ref: string,
  heading: string,
  phrases: string[],
  causes: SearchPage['causes'] = [],
): SearchPage => ({
  kind,
  ref,
  heading,
  causes,
  texts: [{ role: 'heading', text: heading }, ...phrases.map((text) => ({ role: 'phrase' as const, text }))],
});

/** The word index that belongs to it. */
export const exampleWords = buildWordIndex([
  page('cause', 'recipient-opted-out', 'Recipient opted out', ['customer replied stop', 'unsubscribed from our list']),
  page('cause', 'number-takes-no-messages', 'Number takes no messages', ['texting a landline', 'desk phone']),
  page('cause', 'sender-blocked', 'Sender blocked', ['our number was banned']),
  page('set', 'acme', 'Acme', ['how failures arrive']),
  page('family', 'acme/47xx', 'Carrier refused', []),
  page('code', 'acme/4401', 'From number in black list', [], [{ cause: 'sender-blocked', match: 'same' }]),
  page('code', 'acme/4402', 'To number in black list', [], []),
  page('code', 'acme/4701', 'Recipient opted out', [], [{ cause: 'recipient-opted-out', match: 'same' }]),
  page('code', 'acme/4702', 'Number is a landline', [], [{ cause: 'number-takes-no-messages', match: 'same' }]),
  page('code', 'tern/15005', 'Unknown subscriber', ['nobody owns the number'], []),
  page('code', 'tern-chat/131026', 'Not on the chat', [], [{ cause: 'number-takes-no-messages', match: 'near' }]),
]);
