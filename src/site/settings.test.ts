import { expect, test } from 'vitest';
import { settingMistakes } from './settings.ts';

test.each(['docs', 'docs/', '//', '//docs', '/a//b', 'https://example.com/docs', '/docs?x', '/a b', '../docs'])(
  'the base path %s is refused, with what to write instead',
  (base) => {
    expect(settingMistakes({ BASE_PATH: base })).toEqual([expect.stringContaining(`"${base}"`)]);
    expect(settingMistakes({ BASE_PATH: base })[0]).toContain('such as /docs');
  },
);

test.each(['/', '/docs', '/docs/', '/team/failure-codes', ''])('the base path %j is taken', (base) => {
  expect(settingMistakes({ BASE_PATH: base })).toEqual([]);
});

test.each(['docs.example.com', 'ftp://example.com', 'https://', 'https://example.com/docs', 'https://me@example.com'])(
  'the address %s is refused',
  (site) => {
    expect(settingMistakes({ SITE_URL: site })).toEqual([expect.stringContaining('SITE_URL')]);
  },
);

test.each(['https://docs.example.com', 'http://localhost:4321/'])('the address %s is taken', (site) => {
  expect(settingMistakes({ SITE_URL: site })).toEqual([]);
});

test('both mistakes are told at once', () => {
  expect(settingMistakes({ SITE_URL: 'x', BASE_PATH: 'docs' })).toHaveLength(2);
});
