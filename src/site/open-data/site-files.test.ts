import { expect, test } from 'vitest';
import { examplePublication } from './example-publication.ts';
import { openSearchXml, robotsText } from './site-files.ts';

test('robots.txt allows everything and names the sitemap', () => {
  expect(robotsText(examplePublication)).toContain(
    'Allow: /\n\nSitemap: https://codes.example.org/docs/sitemap-index.xml\n',
  );
});

test('a search from the address bar stays in the fragment, which is not sent', () => {
  expect(openSearchXml(examplePublication)).toContain(
    'template="https://codes.example.org/docs/search/#q={searchTerms}"',
  );
});
