import { expect, test } from 'vitest';
import { decodeCodes, paths, withBase } from './urls.ts';

test('a code has one permanent path below its set', () => {
  expect(paths.code('bandwidth', '4775')).toBe('/bandwidth/4775/');
  expect(paths.family('bandwidth', '47xx')).toBe('/bandwidth/47xx/');
  expect(paths.bare('4775')).toBe('/4775/');
});

test('the base path stands before a path, however it was written', () => {
  expect(withBase('/bird/', '/')).toBe('/bird/');
  expect(withBase('/bird/', '/docs')).toBe('/docs/bird/');
  expect(withBase('/bird/', 'docs/')).toBe('/docs/bird/');
  expect(withBase('/', '/docs')).toBe('/docs/');
});

test('codes go to the decoder in the fragment', () => {
  expect(
    decodeCodes([
      { set: 'bandwidth', code: '4775' },
      { set: 'bird', code: '15016' },
    ]),
  ).toBe('/decode/#codes=bandwidth:4775,bird:15016');
});
