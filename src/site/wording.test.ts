import { expect, test } from 'vitest';
import { anyStations, counted, moveSentence, stoppedAt, whoseMove, type Stations } from './wording.ts';

const whatsapp: Stations = ['You', 'Bird', 'WhatsApp', 'Phone'];

test('stations are called what the set calls them', () => {
  expect(whoseMove('carrier', whatsapp)).toBe('WhatsApp');
  expect(stoppedAt('handset', whatsapp)).toBe('Phone');
  expect(stoppedAt('unknown', whatsapp)).toBe('Not known');
});

test('whose move it is stands by itself as a phrase', () => {
  expect(moveSentence('sender', whatsapp)).toBe('Your move');
  expect(moveSentence('carrier', whatsapp)).toBe('WhatsApp’s move');
  expect(moveSentence('recipient', anyStations)).toBe('Recipient’s move');
  expect(moveSentence('provider', anyStations)).toBe('Provider’s move');
  expect(moveSentence('unknown', whatsapp)).toBe('Move not known');
});

test('counts agree with their noun', () => {
  expect(counted(1, 'code')).toBe('1 code');
  expect(counted(2, 'family', 'families')).toBe('2 families');
});
