import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerQuery, type Answer } from './answer.ts';
import { examplePieces } from './example-index.ts';
import type { PieceName } from './search-data.ts';

const answer = (text: string) => answerQuery(text, examplePieces);
const refs = (text: string) => answer(text).groups.flatMap(({ results }) => results.map(({ ref }) => ref));

describe('codes', () => {
  test('an exact code comes first', () => {
    expect(refs('error 4701')[0]).toBe('acme/4701');
  });

  test('a three-digit form leads to its code and says so', () => {
    expect(answer('701').groups[0]?.results[0]).toMatchObject({ ref: 'acme/4701', why: 'short form' });
  });

  test('a number inside a range of codes leads to the range', () => {
    expect(refs('chat 250')).toEqual(['tern-chat/200-299']);
  });

  test('naming the provider finds the code of the platform it carries', () => {
    expect(refs('tern 131026')).toEqual(['tern-chat/131026']);
  });

  test('naming a platform finds the code of the provider around it, when it is a whole one', () => {
    expect(refs('chat 15005')).toEqual(['tern/15005']);
    expect(answer('chat 15005').missing).toEqual([]);
    expect(refs('chat 150')).toEqual([]);
  });

  test('a blank inside a code does not matter', () => {
    expect(refs('15 005')).toEqual(['tern/15005']);
    expect(refs('47 02')).toEqual(['acme/4702']);
    expect(refs('47 99')[0]).toBe('acme/47xx');
    expect(refs('code 44 01 of acme')).toEqual(['acme/4401']);
  });

  test('zeros before a code do not matter', () => {
    expect(refs('04701')).toEqual(['acme/4701']);
    expect(refs('#00131026')).toEqual(['tern-chat/131026']);
  });

  test('signs behind a whole code make it no beginning', () => {
    for (const text of ['4701...', '4701…', '4701*', '**4701**', '[4701]'])
      expect(refs(text)[0], text).toBe('acme/4701');
  });

  test('first digits lead to the family they are and to the codes that begin so', () => {
    expect(refs('47')).toEqual(['acme/47xx', 'acme/4701', 'acme/4702']);
    expect(refs('440')).toEqual(['acme/4401', 'acme/4402', 'acme/44xx']);
  });

  test('a pattern leads to its family first', () => {
    expect(refs('47xx')).toEqual(['acme/47xx', 'acme/4701', 'acme/4702']);
    expect(refs('15…')[0]).toBe('tern/15xxx');
  });
});

describe('words that mean nothing here', () => {
  test.each(['twilio 47', 'vonage 701', 'plivo chat 250', 'jitter landline', 'fax landline fee'])(
    '%s has no answer',
    (text) => {
      expect(refs(text)).toEqual([]);
    },
  );

  test('leave the words that do mean something as a way on', () => {
    expect(answer('jitter landline').near).toEqual(['landline']);
    expect(answer('texting a landline').near).toEqual([]);
  });

  test('do not keep a whole code away', () => {
    expect(refs('blorp 4701')).toEqual(['acme/4701']);
  });

  test('do not matter in a story', () => {
    expect(refs('my grandmother in Lisbon unsubscribed from our list yesterday')[0]).toBe('recipient-opted-out');
  });

  test('do not matter beside a whole wording of another language', () => {
    expect(refs('bitte desk phone für Keller')[0]).toBe('number-takes-no-messages');
  });
});

describe('a code that does not exist', () => {
  test('is no result, and its digits are read', () => {
    const { groups, missing } = answer('4799');
    expect(groups).toEqual([]);
    expect(missing).toMatchObject([{ code: '4799', set: { id: 'acme' }, family: { id: '47xx' } }]);
    expect(missing[0]?.digits.map(({ heading }) => heading)).toEqual(['Client error', 'Carrier refused', 'Own number']);
  });

  test('has the listed codes that differ in one digit beside it, the nearest first', () => {
    expect(answer('4703').missing[0]?.neighbours.map(({ code }) => code)).toEqual(['4702', '4701']);
  });

  test('is an amount among many words', () => {
    expect(answer('5000 people unsubscribed from our list').missing).toEqual([]);
    expect(refs('5000 people unsubscribed from our list')[0]).toBe('recipient-opted-out');
  });

  test('may be a word of this field', () => {
    expect(refs('911')).toEqual(['number-takes-no-messages', 'acme/4702', 'tern-chat/131026']);
    expect(answer('911').missing).toEqual([]);
    expect(refs('code 911')).toEqual([]);
    expect(refs('910')).toEqual([]);
  });

  test('is an amount before what is counted', () => {
    expect(answer('5000 letters').missing).toEqual([]);
    expect(answer('4799 explained').missing).toHaveLength(1);
  });

  test('of another numbering says so', () => {
    expect(answer('1007').namesakes).toMatchObject([{ number: '1007', namesake: { numbering: 'the other list' } }]);
  });
});

describe('names', () => {
  test.each([
    'UNKNOWN_SUBSCRIBER',
    'unknownSubscriber',
    'unknown subscriber',
    'unknown-subscriber',
    'BILLING_FALIURE',
    'billing failure',
  ])('%s', (name) => {
    expect(refs(name)[0]).toBe('tern/15005');
  });

  test.each(['UNKNOWN_SUBSRIBER', 'unknwon-subscriber', 'unkown subscriber'])('%s is misspelt', (name) => {
    expect(refs(name)[0]).toBe('tern/15005');
  });

  test('words that ask, and the name of the provider, may stand around a name', () => {
    for (const text of [
      'what does unknown subscriber mean',
      'error: unknown_subscriber',
      'TERN_UNKNOWN_SUBSCRIBER',
      'tern unknown subscriber error',
      'ERR_UNKNOWN_SUBSCRIBER',
    ])
      expect(refs(text)[0], text).toBe('tern/15005');
  });

  test('a name that holds the word of another set is found', () => {
    expect(refs('DELETED_CHAT_NUMBER')[0]).toBe('tern/15018');
    expect(refs('deleted chat numbr')[0]).toBe('tern/15018');
  });

  test('a provider reaches the codes of its other lists by name', () => {
    expect(refs('tern inbox_full')[0]).toBe('tern-chat/inbox_full');
    expect(refs('acme inbox_full')).toEqual([]);
  });

  test('of two codes with one name the one whose meaning is known comes first', () => {
    expect(refs('opted-out').slice(0, 2)).toEqual(['acme/4701', 'acme/4501']);
  });

  test('a code whose name it is comes before one that was called so', () => {
    expect(refs('from-number-blacklisted').slice(0, 2)).toEqual(['acme/4401', 'acme/4801']);
  });

  test('written as words it is rather a label, written as an identifier rather a name', () => {
    expect(refs('Landline number').slice(0, 2)).toEqual(['acme/4501', 'acme/4702']);
    expect(refs('landline_number').slice(0, 2)).toEqual(['acme/4702', 'acme/4501']);
  });

  test('a label may name a family, and may be misspelt', () => {
    expect(refs('line dead (see 47xx)')[0]).toBe('acme/4402');
    expect(refs('landlnie number')[0]).toBe('acme/4501');
  });

  test('an identifier that is half typed or cut off is found', () => {
    for (const text of ['unknown-subs', 'UNKNOWN_SUBSC', 'unknown subscr…'])
      expect(refs(text)[0], text).toBe('tern/15005');
  });

  test('a code that is a word is found by it', () => {
    expect(refs('inbox_full')[0]).toBe('tern-chat/inbox_full');
    expect(refs('Inbox full')[0]).toBe('tern-chat/inbox_full');
  });

  test('an event name leads to the overview of its set', () => {
    expect(refs('message-failed')[0]).toBe('acme');
  });
});

describe('words', () => {
  test('what people say leads to the cause, and its codes stand with it', () => {
    const [first] = answer('the customer replied STOP and now nothing works').groups;
    expect(first?.cause).toBe('recipient-opted-out');
    expect(first?.results.map(({ ref }) => ref)).toEqual(['recipient-opted-out', 'acme/4701']);
  });

  test('a typing mistake does not matter', () => {
    expect(refs('texting a landlien')[0]).toBe('number-takes-no-messages');
    expect(refs('we texted a landline of the recipient')[0]).toBe('number-takes-no-messages');
    expect(refs('unsubscribde from our list')[0]).toBe('recipient-opted-out');
    expect(refs('unsubscriebd from our list')[0]).toBe('recipient-opted-out');
    expect(refs('our number was baned')[0]).toBe('sender-blocked');
    expect(refs('texting a landline fialed')[0]).toBe('number-takes-no-messages');
    expect(refs('carriers refussed')[0]).toBe('acme/47xx');
  });

  test('how many there were does not matter', () => {
    for (const text of ['unsubscribed 35 of our list', 'thirty unsubscribed from our list'])
      expect(refs(text)[0], text).toBe('recipient-opted-out');
    expect(refs('zinc 402')).toEqual([]);
  });

  test('a short word by itself is no mistake for another one', () => {
    expect(refs('banm')).toEqual([]);
    expect(refs('number was banm')[0]).toBe('sender-blocked');
  });

  test('another word with the same beginning is no mistake', () => {
    expect(refs('refuser')).toEqual([]);
  });

  test('From is no answer to a question about To', () => {
    expect(refs('from number black list')[0]).toBe('acme/4401');
    expect(refs('to number black list')[0]).toBe('acme/4402');
  });

  test('a named set keeps the codes of the others out', () => {
    expect(refs('tern number')).not.toContain('acme/4702');
    expect(refs('tern landline')).not.toContain('acme/4702');
  });

  test('a cause that a named set has no code for comes after the pages of that set', () => {
    const words = 'our number was banned by the subscriber';
    expect(refs(words)[0]).toBe('sender-blocked');
    expect(refs(`acme ${words}`)[0]).toBe('sender-blocked');
    expect(refs(`tern ${words}`)).toEqual(['tern/15005', 'sender-blocked']);
  });

  test('a query that is nothing but a set leads to its overview', () => {
    expect(refs('the acme codes')).toEqual(['acme']);
  });

  test('a platform answers after the code its user sees', () => {
    expect(refs('landline').indexOf('acme/4702')).toBeLessThan(refs('landline').indexOf('tern-chat/131026'));
  });

  test.each(['best pizza near me', 'weather tomorrow', 'qwertz uiop'])('%s has no answer', (text) => {
    expect(refs(text)).toEqual([]);
  });
});

describe('pasted fragments', () => {
  test('what the decoder found comes first', () => {
    const found = answerQuery('{"errorCode":"4701","to":"+12025550142"}', examplePieces, [
      { set: 'acme', code: '4701' },
    ]);
    expect(found.groups).toMatchObject([{ results: [{ ref: 'acme/4701', why: 'paste' }] }]);
  });

  test('that no set recognises still lead to the codes in their fields', () => {
    const found = (text: string) => answerQuery(text, examplePieces, []).groups.flatMap(({ results }) => results);
    expect(found('{"errors":[{"code":131026,"title":"Undeliverable"}]}')).toMatchObject([
      { ref: 'tern-chat/131026', why: 'paste' },
    ]);
    expect(found('"code":"inbox_full"')).toMatchObject([{ ref: 'tern-chat/inbox_full' }]);
    expect(found('{"amount":131026,"zip_code":"4701"}')).toEqual([]);
  });

  test('ask for the same pieces whatever they hold', () => {
    const wantsOf = (text: string, code: string) => answerQuery(text, directoryOnly, [{ set: 'acme', code }]).wants;
    expect(wantsOf('{"errorCode":"4701","to":1}', '4701')).toEqual(wantsOf('result=4402\n', '4402'));
    expect(wantsOf('{"a":"a secret landline"}', '4402')).toEqual(['all-cards']);
  });
});

const directoryOnly = new Map([['directory' as const, examplePieces.get('directory')]]);

/** Answers with nothing but the directory at first, loading what is wanted; says what that was. */
function answerInSteps(text: string): { answer: Answer; loaded: PieceName[] } {
  const pieces = new Map<PieceName, unknown>(directoryOnly);
  for (;;) {
    const answer = answerQuery(text, pieces);
    if (answer.wants.length === 0) return { answer, loaded: [...pieces.keys()].slice(1) };
    for (const name of answer.wants) pieces.set(name, examplePieces.get(name) ?? []);
  }
}

describe('an index in pieces', () => {
  test.each(['4701', '47xx', '4799', '701', 'tern 131026', 'customer replied stop', 'opted-out', 'acme landline'])(
    '%s is answered as from the whole',
    (text) => {
      expect(answerInSteps(text).answer).toEqual(answer(text));
    },
  );

  test('codes do not load the words', () => {
    for (const text of ['4701', '47xx', '4799'])
      expect(answerInSteps(text).loaded.filter((name) => !name.startsWith('cards'))).toEqual([]);
    expect(answerInSteps('customer replied stop').loaded).toContain('words');
  });
});

test('any text is answered, without repeats', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80, unit: 'binary' }), (text) => {
      const results = answer(text).groups.flatMap((group) => group.results.map(({ kind, ref }) => `${kind} ${ref}`));
      expect(new Set(results).size).toBe(results.length);
    }),
    { seed: 11, numRuns: 100 },
  );
}, 30_000);
