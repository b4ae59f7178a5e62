import { expect, test } from 'vitest';
import { iconsUsedIn, symbolOf } from './icons.ts';

test('a page carries the icons it draws and those its scripts announce, each once', () => {
  const html = '<use href="#i-sender"></use><use href="#i-sender"></use><div data-icons="route-carrier never"></div>';
  expect(iconsUsedIn(html)).toEqual(['never', 'route-carrier', 'sender']);
});

test('names that are no icon are left out', () => {
  expect(iconsUsedIn('<use href="#i-constructor"></use>')).toEqual([]);
  expect(symbolOf('search')).toContain('<symbol id="i-search" viewBox="0 0 16 16">');
});
