import { expect, test } from 'vitest';
import { counted, stoppedAt, whoseMove, type Stations } from './wording.ts';

const whatsapp: Stations = ['You', 'Bird', 'WhatsApp', 'Phone'];

test('stations are called what the set calls them', () => {
  expect(whoseMove('carrier', whatsapp)).toBe('WhatsApp');
  expect(stoppedAt('handset', whatsapp)).toBe('Phone');
  expect(stoppedAt('unknown', whatsapp)).toBe('Not known');
});

test('counts agree with their noun', () => {
  expect(counted(1, 'code')).toBe('1 code');
  expect(counted(2, 'family', 'families')).toBe('2 families');
});
