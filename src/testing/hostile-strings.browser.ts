import { expect, test, type Page } from '@playwright/test';
import { hostileStrings } from './hostile-strings.ts';
import { watchPage } from './watch-page.ts';

/**
 * Hostile text through every way into the site. A page passes if nothing ran, nothing was refused or fetched from elsewhere,
 * and no element came into being that a report or a result does not consist of.
 */

/** Elements and attributes that only foreign markup would bring. */
const liveMarkup = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.body.querySelectorAll('*')].flatMap((element) => [
      ...(/^(iframe|object|embed|base|meta|form|img|video|audio|marquee|math|animate|link)$/.test(element.localName) ||
      (element.localName === 'script' && element.matches('main *'))
        ? [`<${element.localName}>`]
        : []),
      ...[...element.attributes]
        .filter(({ name, value }) => /^on|^srcdoc$/.test(name) || /^\s*(javascript|data:text):/i.test(value))
        .map(({ name, value }) => `${name}="${value}"`),
    ]),
  );

const report = (page: Page) => page.locator('[data-decoder-report]');

test.beforeEach(() => test.setTimeout(240_000));

test('in the field of the decoder: pasted text stays text', async ({ page }) => {
  const incidents = await watchPage(page);
  await page.goto('/decode/', { waitUntil: 'networkidle' });
  const before = await liveMarkup(page);
  const statuses = new Set<string | null>();
  for (const text of hostileStrings) {
    await page.locator('#paste').fill(text);
    await expect(report(page)).toHaveAttribute('aria-busy', 'false');
    await expect(report(page)).not.toHaveAttribute('data-status', 'empty');
    statuses.add(await report(page).getAttribute('data-status'));
    expect(await liveMarkup(page), text).toEqual(before);
  }
  expect(incidents).toEqual([]);
  // Some of them hold a code, so that reports with hostile text in them were among what was looked at.
  expect([...statuses].sort()).toEqual(['found', 'none']);
});

test('as the name of a file', async ({ page }) => {
  const incidents = await watchPage(page);
  await page.goto('/decode/', { waitUntil: 'networkidle' });
  const before = await liveMarkup(page);
  for (const name of hostileStrings.filter((text) => /^[^\u0000\ud800]+$/.test(text)).slice(0, 45)) {
    await page.locator('input[type="file"]').setInputFiles({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.from('errorCode=4775'),
    });
    await expect(report(page)).toHaveAttribute('data-status', 'found');
    expect(await liveMarkup(page), name).toEqual(before);
  }
  expect(incidents).toEqual([]);
});

test('in the search box', async ({ page }) => {
  const incidents = await watchPage(page);
  await page.goto('/', { waitUntil: 'load' });
  const before = await liveMarkup(page);
  await page.keyboard.press('Control+k');
  for (const text of hostileStrings) {
    await page.getByRole('combobox').fill(text);
    await expect(page.getByRole('dialog').locator('[role="listbox"]:not([aria-busy])')).toBeAttached();
    expect(await liveMarkup(page), text).toEqual(before);
  }
  expect(incidents).toEqual([]);
});

for (const [way, addressOf] of [
  ['in the fragment of the search page', (text: string) => `/search/#q=${encodeURIComponent(text)}`],
  ['in the fragment of the search page, as it is', (text: string) => `/search/#q=${text.replaceAll('\n', ' ')}`],
  ['in the fragment of the decoder', (text: string) => `/decode/#codes=${encodeURIComponent(text)}`],
  ['behind a real set in the fragment of the decoder', (text: string) => `/decode/#codes=bandwidth:${text}`],
  [
    'in the parameters of a table',
    (text: string) =>
      `/bandwidth/?${['family', 'cause', 'find', 'sort'].map((key) => `${key}=${encodeURIComponent(text)}`).join('&')}`,
  ],
] as const) {
  test(way, async ({ page }) => {
    const incidents = await watchPage(page);
    await page.goto(addressOf('harmless'), { waitUntil: 'networkidle' });
    const before = await liveMarkup(page);
    // Lone surrogates cannot stand in an address. Each text loads a page, so a third of them stands for all.
    for (const text of hostileStrings.filter((string) => string.isWellFormed()).filter((_, index) => index % 3 === 0)) {
      // Between two fragments of one page nothing would be loaded anew.
      await page.goto('about:blank');
      await page.goto(addressOf(text), { waitUntil: 'networkidle' });
      expect(await liveMarkup(page), text).toEqual(before);
    }
    expect(incidents).toEqual([]);
  });
}
