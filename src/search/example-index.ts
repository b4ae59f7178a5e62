import { buildIndex } from './build-index.ts';
import { wordSearch } from './word-search.ts';
import type { PieceName, SearchCode, SearchContent, SearchFamily, SearchPage, SearchSet } from './search-data.ts';

const code = (ref: string, heading: string, more: Partial<SearchCode> = {}): SearchCode => ({
  set: ref.split('/')[0] ?? '',
  code: ref.split('/')[1] ?? '',
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
  stations: ['You', id, 'Carrier', 'Handset'],
  shape,
  ...more,
});

const family = (ref: string, heading: string): SearchFamily => ({
  set: ref.split('/')[0] ?? '',
  id: ref.split('/')[1] ?? '',
  heading,
  stopped: 'carrier',
  responsible: 'unknown',
});

/** Made-up sets for tests: one with digits that say something, one with five digits, one carried inside. */
export const exampleSets: readonly SearchSet[] = [
  set('acme', '\\d{4}', {
    name: 'Acme',
    aliases: ['acme', 'AC'],
    groups: [
      { digits: 1, values: { 4: 'Client error' } },
      { digits: 1, values: { 44: 'Acme refused', 47: 'Carrier refused' } },
      { digits: 2, values: { 4: 'Own number' } },
    ],
  }),
  set('tern', '\\d{5}', {
    name: 'Tern',
    aliases: ['tern'],
  }),
  set('tern-chat', '\\d{1,6}', {
    name: 'Tern Chat',
    aliases: ['chat'],
    carriedBy: 'tern',
  }),
];

const families: readonly SearchFamily[] = [
  family('acme/4xxx', 'Client errors'),
  family('acme/44xx', 'Acme refused'),
  family('acme/47xx', 'Carrier refused'),
  family('tern/15xxx', 'Platform refused'),
  family('tern-chat/delivery', 'Delivery'),
];

const codes: readonly SearchCode[] = [
  code('acme/4401', 'Sender on the block list', { names: ['from-number-blacklisted'], cause: 'sender-blocked' }),
  code('acme/4402', 'Recipient on the block list', { names: ['to-number-blacklisted'], label: 'Line Dead (see 47xx)' }),
  code('acme/4501', 'Opted out, as it seems', { names: ['opted-out'], isGuessed: true, label: 'Landline Number' }),
  code('acme/4701', 'Recipient opted out', { names: ['opted-out'], numbers: ['701'], cause: 'recipient-opted-out' }),
  code('acme/4702', 'Number is a landline', { names: ['landline-number'], cause: 'number-takes-no-messages' }),
  code('acme/4801', 'Asked to stop', { otherNames: ['from-number-blacklisted'] }),
  code('tern/15005', 'Unknown subscriber', { names: ['UNKNOWN_SUBSCRIBER', 'BILLING_FALIURE', 'BILLING_FAILURE'] }),
  code('tern/15018', 'Chat number gone', { names: ['DELETED_CHAT_NUMBER'] }),
  code('tern-chat/131026', 'Not on the chat', { cause: 'number-takes-no-messages' }),
  code('tern-chat/inbox_full', 'Inbox without room'),
  code('tern-chat/200-299', 'Permission missing'),
];

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

const pages: readonly SearchPage[] = [
  page('cause', 'recipient-opted-out', 'Recipient opted out', ['customer replied stop', 'unsubscribed from our list']),
  page('cause', 'number-takes-no-messages', 'Number takes no messages', [
    'texting a landline',
    'desk phone',
    'texted 911 from the shop',
  ]),
  page('cause', 'sender-blocked', 'Sender blocked', ['our number was banned']),
  { ...page('set', 'acme', 'Acme', ['how failures arrive']), names: ['message-failed'] },
  page('family', 'acme/47xx', 'Carrier refused', []),
  page('code', 'acme/4401', 'From number in black list', [], [{ cause: 'sender-blocked', match: 'same' }]),
  page('code', 'acme/4402', 'To number in black list', [], []),
  page('code', 'acme/4701', 'Recipient opted out', [], [{ cause: 'recipient-opted-out', match: 'same' }]),
  page('code', 'acme/4702', 'Number is a landline', [], [{ cause: 'number-takes-no-messages', match: 'same' }]),
  page('code', 'tern/15005', 'Unknown subscriber', ['nobody owns the number'], []),
  page('code', 'tern-chat/131026', 'Not on the chat', [], [{ cause: 'number-takes-no-messages', match: 'near' }]),
];

const namesakes = [{ numbers: ['995', '1001-1016'], numbering: 'the other list', says: 'Look there.' }];

/** What the example index is made of. */
export const exampleContent: SearchContent = { sets: exampleSets, families, namesakes, codes, pages };

/** The whole index of it, all pieces loaded, with what answers words. */
export const examplePieces: ReadonlyMap<PieceName, unknown> = new Map<PieceName, unknown>([
  ...buildIndex(exampleContent, 'example'),
  ['word-search', wordSearch],
]);
