import { expect, test } from 'vitest';
import { redirectPages, redirectsFile } from './redirects.ts';

const moved = { '/bandwidth/4799/': '/bandwidth/4798/' };

test('a moved page leads on from its old address, under a base path too', () => {
  expect(redirectPages('/', moved)).toEqual({ '/bandwidth/4799/': '/bandwidth/4798/' });
  expect(redirectPages('/docs', moved)).toEqual({ '/bandwidth/4799/': '/docs/bandwidth/4798/' });
});

test('servers are told with whole paths', () => {
  expect(redirectsFile('/', moved)).toBe('/bandwidth/4799/ /bandwidth/4798/ 301\n');
  expect(redirectsFile('/docs', moved)).toBe('/docs/bandwidth/4799/ /docs/bandwidth/4798/ 301\n');
});
