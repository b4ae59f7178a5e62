import { describe, expect, test } from 'vitest';
import { exampleSets } from './example-index.ts';
import { isIdentifier, namesIn } from './names.ts';
import { readQuery } from './query.ts';

const names = (text: string) => namesIn(readQuery(text, exampleSets), exampleSets);

test('the whole query comes first, then what is left without words that only ask', () => {
  expect(names('what does unknown-subscriber mean').whole).toEqual([
    'whatdoesunknownsubscribermean',
    'whatdoesunknownsubscriber',
    'doesunknownsubscribermean',
    'doesunknownsubscriber',
    'unknownsubscribermean',
    'unknownsubscriber',
  ]);
});

describe('what stands around a name is left out', () => {
  test.each([
    'error: unknown subscriber',
    'ERR_UNKNOWN_SUBSCRIBER',
    'TERN_UNKNOWN_SUBSCRIBER',
    'tern.unknownSubscriber',
    'Fehler unknown subscriber',
    'why do i get unknown subscriber errors',
    'unknown tern subscriber',
  ])('%s', (text) => {
    expect(names(text).whole.some((name) => name.endsWith('unknownsubscriber'))).toBe(true);
  });
});

test('one word that is left is no name', () => {
  expect(names('why is it unknown').whole).not.toContain('unknown');
  expect(names('tern unknown').whole).toContain('unknown');
});

test('but behind the name of a field it is', () => {
  expect(names('reason: unknown').whole).toContain('unknown');
  expect(names('the reason: unknown').whole).not.toContain('unknown');
});

test('an identifier may be one of many', () => {
  expect(names('bad-users').whole).toEqual(['badusers', 'baduser']);
  expect(names('bad users').whole).toEqual(['badusers']);
});

test('parts are words written like identifiers', () => {
  expect(
    names('we saw unknown-subscriber and INBOX_FULL, then senderBlocked, Reason.InboxP2pLimit or EXPIRED').parts,
  ).toEqual(['unknownsubscriber', 'inboxfull', 'senderblocked', 'inboxp2plimit', 'expired']);
});

test('capitals say nothing where everything is written so', () => {
  expect(names('THE WINDOW EXPIRED').parts).toEqual([]);
});

test('a query is an identifier if it is nothing else', () => {
  for (const text of [
    'unknown-subscriber',
    'UNKNOWN_SUBSCRIBER',
    'unknownSubscriber',
    '"inbox_full"',
    'failure.code',
    'a__b_',
  ])
    expect(isIdentifier(text), text).toBe(true);
  for (const text of ['unknown', 'UNKNOWN', 'unknown subscriber', 'the inbox_full', 'Unknown'])
    expect(isIdentifier(text), text).toBe(false);
});
