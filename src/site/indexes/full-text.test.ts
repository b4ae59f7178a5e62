import { expect, test } from 'vitest';
import { exampleCatalog, exampleCode } from '../example-catalog.ts';
import { codeRoute } from '../page-kinds/routes.ts';
import { codesAreInFullText, mostCodesInFullText } from './full-text.ts';

const catalog = exampleCatalog();
const code = exampleCode(catalog);
const ofSize = (count: number) => ({ sets: [{ ...code.set, codes: Array.from({ length: count }, () => code) }] });

test('code pages are read for full text search until there are too many', () => {
  expect(codesAreInFullText(ofSize(mostCodesInFullText))).toBe(true);
  expect(codesAreInFullText(ofSize(mostCodesInFullText + 1))).toBe(false);
});

test('the page of a code tells Pagefind so', () => {
  expect(codeRoute(code, catalog).frame.frontmatter.pagefind).toBe(true);
  const many = { ...catalog, ...ofSize(mostCodesInFullText + 1) };
  expect(codeRoute(code, many).frame.frontmatter.pagefind).toBe(false);
});
