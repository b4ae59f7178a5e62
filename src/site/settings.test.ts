import { expect, test } from 'vitest';
import { settingMistakes } from './settings.ts';

test.each(['docs', 'docs/', '//', '//docs', '/a//b', 'https://example.com/docs', '/docs?x', '/a b', '../docs'])(
  'the base path %s is refused, with what to write instead',
  (base) => {
    expect(settingMistakes({ BASE_PATH: base })).toEqual([expect.stringContaining(`"${base}"`)]);
    expect(settingMistakes({ BASE_PATH: base })[0]).toContain('such as /docs');
  },
);

test.each(['/.', '/..', '/../', '/docs/..', '/docs/./codes', '/../docs'])(
  'the base path %s is refused: a browser would look elsewhere',
  (base) => {
    const mistakes = settingMistakes({ BASE_PATH: base });
    expect(mistakes).toEqual([expect.stringContaining(`BASE_PATH is "${base}", in which`)]);
    expect(mistakes[0]).toContain('such as /docs');
  },
);

test.each(['/', '/docs', '/docs/', '/team/failure-codes', '/v1.2', '/.well-known/codes', '/docs..old', ''])(
  'the base path %j is taken',
  (base) => {
    expect(settingMistakes({ BASE_PATH: base })).toEqual([]);
  },
);

test.each(['docs.example.com', 'ftp://example.com', 'https://', 'https://example.com/docs', 'https://me@example.com'])(
  'the address %s is refused',
  (site) => {
    expect(settingMistakes({ SITE_URL: site })).toEqual([expect.stringContaining('SITE_URL')]);
  },
);

test.each(['https://docs.example.com', 'http://localhost:4321/'])('the address %s is taken', (site) => {
  expect(settingMistakes({ SITE_URL: site })).toEqual([]);
});

test.each([
  'git.example.com/team/undelivered',
  'git@git.example.com:team/undelivered.git',
  'ssh://git@git.example.com/team/undelivered',
  'https://git.example.com/team/undelivered.git',
  'https://git.example.com/team/undelivered?tab=readme',
  'https://git.example.com/team/undelivered#readme',
  'https://me@git.example.com/team/undelivered',
  'https://git.example.com/',
  'javascript:alert(1)',
])('the repository %s is refused, with what to write instead', (repository) => {
  const mistakes = settingMistakes({ REPOSITORY_URL: repository });
  expect(mistakes).toEqual([expect.stringContaining(`REPOSITORY_URL is "${repository}"`)]);
  expect(mistakes[0]).toContain('such as https://git.example.com/team/undelivered');
});

test.each(['https://git.example.com/team/undelivered', 'http://localhost:3000/undelivered/', ''])(
  'the repository %j is taken',
  (repository) => {
    expect(settingMistakes({ REPOSITORY_URL: repository })).toEqual([]);
  },
);

test.each(['yesterday', '2026-11-24', '-1', '1.5', '1e9', '0x10', '1700000000000'])(
  'the time %s is refused, with what to write instead',
  (epoch) => {
    const mistakes = settingMistakes({ SOURCE_DATE_EPOCH: epoch });
    expect(mistakes).toEqual([expect.stringContaining(`SOURCE_DATE_EPOCH is "${epoch}"`)]);
    expect(mistakes[0]).toContain('such as 1700000000');
  },
);

test.each(['0', '1700000000', '253402300799', ''])('the time %j is taken', (epoch) => {
  expect(settingMistakes({ SOURCE_DATE_EPOCH: epoch })).toEqual([]);
});

test('all mistakes are told at once', () => {
  const env = { SITE_URL: 'x', BASE_PATH: 'docs', REPOSITORY_URL: 'y', SOURCE_DATE_EPOCH: 'z' };
  expect(settingMistakes(env)).toHaveLength(4);
});
