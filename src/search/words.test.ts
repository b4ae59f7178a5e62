import { expect, test } from 'vitest';
import { ideasOf } from './ideas.ts';
import { fold, squash } from './spelling.ts';
import { stem, wordsOf } from './words.ts';

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
  expect(wordsOf('opted out')).toEqual(wordsOf('opt-out'));
  expect(wordsOf('toll free')).toEqual(wordsOf('tollfree'));
});

test.each(['opted otu', 'opetd out', 'otped out', 'opt uot'])('%s is a mistyped opt-out', (text) => {
  expect(wordsOf(text)).toEqual(['optout']);
});

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
