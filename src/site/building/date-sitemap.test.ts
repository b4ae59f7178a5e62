import { expect, test } from 'vitest';
import { dateSitemap } from './date-sitemap.ts';

const sitemap = (...paths: string[]) =>
  `<urlset>${paths.map((path) => `<url><loc>https://example.com${path}</loc></url>`).join('')}</urlset>`;

test('a page has the day of its last check, one without a day has none, a hidden one is left out', () => {
  const days = new Map([['/acme/4701/', '2026-11-22']]);
  expect(
    dateSitemap(sitemap('/docs/acme/4701/', '/docs/', '/docs/offline/'), {
      days,
      hidden: new Set(['/offline/']),
      base: '/docs/',
    }),
  ).toBe(
    '<urlset><url><loc>https://example.com/docs/acme/4701/</loc><lastmod>2026-11-22</lastmod></url>' +
      '<url><loc>https://example.com/docs/</loc></url></urlset>',
  );
});
