import { expect, test } from 'vitest';
import { publicationOf } from './publication.ts';

const publish = (options: Parameters<typeof publicationOf>[1]) =>
  publicationOf({ newest: '2026-11-24' }, { site: 'https://codes.example.org', base: '/', ...options });

test('addresses are whole and hold the base path once', () => {
  expect(publish({}).address('/acme/4701/')).toBe('https://codes.example.org/acme/4701/');
  expect(publish({ base: '/docs/' }).address('/acme/4701/')).toBe('https://codes.example.org/docs/acme/4701/');
  expect(publish({ base: '/docs/' }).linked('/docs/acme/4701/')).toBe('https://codes.example.org/docs/acme/4701/');
});

test('the time is the newest date of the data, so that the same data gives the same files', () => {
  expect(publish({ epoch: undefined }).generatedAt).toBe('2026-11-24T00:00:00Z');
});

test('SOURCE_DATE_EPOCH sets the time', () => {
  expect(publish({ epoch: '1700000000' }).generatedAt).toBe('2023-11-14T22:13:20.000Z');
});
