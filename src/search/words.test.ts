import { expect, test } from 'vitest';
import { ideasOf } from './ideas.ts';
import { fold, squash } from './spelling.ts';
import { isLikeStopWord, stem, wordsOf } from './words.ts';

test('case, accents and apostrophes do not matter', () => {
  expect(fold('Désinscrit’s')).toBe('desinscrits');
  expect(wordsOf('Número INVÁLIDO')).toEqual(wordsOf('numero invalido'));
});

test.each([
  ['messages', 'message'],
  ['replies', 'replied'],
  ['blocking', 'blocked'],
  ['stopped', 'stop'],
  ['recipients', 'recipient'],
  ['templates', 'template'],
  ['rejection', 'rejections'],
  ['called', 'call'],
  ['installed', 'install'],
  ['sent', 'sending'],
  ['used', 'use'],
  ['wrote', 'writes'],
  ['came', 'coming'],
  ['went', 'go'],
])('%s and %s are one word', (a, b) => {
  expect(stem(a)).toBe(stem(b));
});

test('short words and numbers are left alone', () => {
  expect(['sms', '10dlc', 'us', '4775'].map(stem)).toEqual(['sms', '10dlc', 'us', '4775']);
});

test('names meet however they are written', () => {
  const spellings = ['UNKNOWN_SUBSCRIBER', 'unknownSubscriber', 'unknown-subscriber', 'Unknown subscriber'];
  expect(new Set(spellings.map(squash)).size).toBe(1);
  expect(new Set(spellings.map((name) => wordsOf(name).join(' '))).size).toBe(1);
});

test('two-word terms of the field meet their one-word form', () => {
  expect(wordsOf('black list')).toEqual(wordsOf('blacklist'));
  expect(wordsOf('blocked list')).toEqual(wordsOf('blocklist'));
  expect(wordsOf('opted out')).toEqual(wordsOf('opt-out'));
  expect(wordsOf('toll free')).toEqual(wordsOf('tollfree'));
  expect(wordsOf('long code')).toEqual(wordsOf('longcodes'));
  expect(wordsOf('ping-pongs')).toEqual(wordsOf('loop'));
});

test.each(['opted otu', 'opetd out', 'otped out', 'opt uot', 'optted out', 'oped out'])(
  '%s is a mistyped opt-out',
  (text) => {
    expect(wordsOf(text)).toEqual(['optout']);
  },
);

test('a brand with a capital inside is one word', () => {
  expect(wordsOf('WhatsApp on an iPhone')).toEqual(wordsOf('whatsapp iphone'));
});

test('From and To leave a mark next to a number and are stop words elsewhere', () => {
  expect(wordsOf('From Number')).toContain('#from');
  expect(wordsOf('sending from a number')).toContain('#from');
  expect(wordsOf('recipient number')).toContain('#to');
  expect(wordsOf('texting an 800 number')).toContain('#to');
  expect(wordsOf('from the shop to the door')).not.toContain('#from');
});

test('direction does not hang on the spelling of what it points at', () => {
  expect(wordsOf('from numbr')).toContain('#from');
  expect(wordsOf('to the nubmer')).toContain('#to');
  expect(wordsOf('the number we text to')).toContain('#to');
  expect(wordsOf('a line that we are sending from')).toContain('#from');
  expect(wordsOf('from the lumber yard')).not.toContain('#from');
});

test('who is on a list is told by the word before it', () => {
  expect(wordsOf('one recipient who is on a deny list')).toContain('#to');
  expect(wordsOf('our number got on their block list')).toContain('#from');
  expect(wordsOf('a recipient with a list of wishes')).not.toContain('#to');
});

test('who asks how many asks for a limit', () => {
  expect(wordsOf('how many characters fit')).toContain('limit');
  expect(wordsOf('too many requests')).toContain('limit');
  expect(wordsOf('how many moons')).not.toContain('limit');
});

test('a problem says no more than an error', () => {
  expect(wordsOf('attachment problem')).toEqual(wordsOf('attachment error'));
});

test('small numbers meet their words', () => {
  expect(wordsOf('two months')).toEqual(wordsOf('2 months'));
  expect(wordsOf('twelve, thirty, hundred')).toEqual(['12', '30', '100']);
});

test('carriers keep their names', () => {
  expect(wordsOf('AT&T')).toEqual(['att']);
  expect(wordsOf('T-Mobile')).toEqual(wordsOf('tmobile'));
});

test('an account that is another one is not ours, in whatever words', () => {
  for (const text of ['another account', 'different account', "somebody else's account"])
    expect(wordsOf(text), text).toContain(wordsOf('notours')[0]);
  expect(wordsOf('does not belong to this account')).toContain(wordsOf('notours')[0]);
  expect(wordsOf('another message')).not.toContain(wordsOf('notours')[0]);
});

test('what was never heard of is unknown', () => {
  expect(wordsOf('never heard of it')).toEqual(['unheard']);
  expect(wordsOf('we heard of it')).toEqual(['heard']);
});

test('a mistyped stop word is told from words', () => {
  for (const word of ['eror', 'erorr', 'coudl', 'failrue']) expect(isLikeStopWord(word), word).toBe(true);
  for (const word of ['mirror', 'landline', 'ail', 'would']) expect(isLikeStopWord(word), word).toBe(word === 'would');
});

test('a text without words has none', () => {
  expect(wordsOf('')).toEqual([]);
  expect(wordsOf('¿…? —')).toEqual([]);
});

test('words of one idea are known as such, others are not', () => {
  const shared = (a: string, b: string) => ideasOf(stem(a)).filter((idea) => ideasOf(stem(b)).includes(idea));
  expect(shared('sms', 'texts')).not.toEqual([]);
  expect(shared('carrier', 'operators')).not.toEqual([]);
  expect(shared('carrier', 'template')).toEqual([]);
});
