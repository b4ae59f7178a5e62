/**
 * Hostile text through every way into the site. A page passes if nothing ran, nothing was refused or fetched from elsewhere,
 * and no element came into being that a report or a result does not consist of.
 */
import { expect, test, type Page } from '@playwright/test';
import { facets } from '../../components/filter/filter-state.ts';
import { hostileStrings } from './hostile-strings.ts';
import { fillQuery } from './search-box.ts';
import { watchPage } from './watch-page.ts';

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

// What is refused or runs in one of two tries is a fault too.
test.describe.configure({ retries: 0, timeout: 240_000 });

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

test('as the name of a file: it is shown as text', async ({ page }) => {
  const incidents = await watchPage(page);
  await page.goto('/decode/', { waitUntil: 'networkidle' });
  const before = await liveMarkup(page);
  for (const name of hostileStrings.filter((text) => /^[^\u0000\ud800]+$/.test(text))) {
    await page.locator('input[type="file"]').setInputFiles({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.from('errorCode=4775'),
    });
    // With its name the page takes away what it said of the file before.
    await expect.poll(() => page.locator('[data-name]').textContent()).toBe(name);
    await expect(report(page)).toHaveAttribute('data-status', 'found');
    expect(await liveMarkup(page), name).toEqual(before);
  }
  expect(incidents).toEqual([]);
});

test('in the search box: a query stays text', async ({ page }) => {
  const incidents = await watchPage(page);
  await page.goto('/', { waitUntil: 'load' });
  const before = await liveMarkup(page);
  await page.keyboard.press('Control+k');
  for (const text of hostileStrings) {
    await fillQuery(page, text);
    expect(await liveMarkup(page), text).toEqual(before);
  }
  expect(incidents).toEqual([]);
});

/** Goes to a fragment of the page that is open, and waits until the page has drawn what it says. */
const goToFragment = (page: Page, fragment: string): Promise<void> =>
  page.evaluate(async (hash) => {
    const before = location.hash;
    const heard = new Promise((done) => addEventListener('hashchange', done, { once: true }));
    location.hash = hash;
    if (location.hash !== before) await heard;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, fragment);

/** Some of the texts, for ways that load a page each time. Lone surrogates cannot stand in an address. */
const some = hostileStrings.filter((text, index) => index % 16 === 0 && text.isWellFormed());

/** As a link has it, and as somebody types it who does not know that it wants to be encoded. */
const dresses = [(text: string) => encodeURIComponent(text.toWellFormed()), (text: string) => text];

test('in the fragment of the search page: it is the query, as text', async ({ page }) => {
  const incidents = await watchPage(page);
  await page.goto('/search/#q=harmless', { waitUntil: 'networkidle' });
  const before = await liveMarkup(page);
  const settled = page.locator('search-here [role="listbox"]:not([aria-busy])');
  const isAskedFor = async (fragment: string) => {
    const query = await page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('q') ?? '');
    await expect(page.getByRole('combobox')).toHaveValue(query.replace(/[\r\n]/g, ''));
    await expect(settled).toBeAttached();
    expect(await liveMarkup(page), fragment).toEqual(before);
  };
  for (const fragment of dresses.flatMap((dress) => hostileStrings.map((text) => `#q=${dress(text)}`))) {
    await goToFragment(page, fragment);
    await isAskedFor(fragment);
  }
  for (const fragment of dresses.flatMap((dress) => some.map((text) => `#q=${dress(text)}`))) {
    // Between two fragments of one page nothing would be loaded anew.
    await page.goto('about:blank');
    await page.goto(`/search/${fragment}`, { waitUntil: 'load' });
    await isAskedFor(fragment);
  }
  expect(incidents).toEqual([]);
});

test('in the fragment of the decoder: it makes no markup as a set or a code, and a real code beside it is shown', async ({
  page,
}) => {
  const incidents = await watchPage(page);
  await page.goto('/decode/#codes=bandwidth:4775', { waitUntil: 'networkidle' });
  await expect(report(page)).toHaveAttribute('data-status', 'found');
  const before = await liveMarkup(page);
  const forms = (text: string) => [`${text}:4775`, `${text}:${text}`, `bandwidth:${text}`, `${text},bandwidth:4720`];
  const fragments = (texts: readonly string[]) =>
    dresses.flatMap((dress) => texts.flatMap((text) => forms(dress(text)).map((codes) => `#codes=${codes}`)));
  for (const fragment of fragments(hostileStrings)) {
    await goToFragment(page, fragment);
    expect(await liveMarkup(page), fragment).toEqual(before);
    // Behind an ampersand of the text the fragment holds other parameters.
    if (fragment.endsWith(',bandwidth:4720') && !fragment.includes('&'))
      await expect(page.locator('[data-finding]'), fragment).toHaveAttribute('data-code', '4720');
  }
  for (const fragment of fragments(some)) {
    await page.goto('about:blank');
    await page.goto(`/decode/${fragment}`, { waitUntil: 'load' });
    await goToFragment(page, '#codes=bandwidth:4720');
    await expect(page.locator('[data-finding][data-code="4720"]')).toBeVisible();
    expect(await liveMarkup(page), fragment).toEqual(before);
  }
  expect(incidents).toEqual([]);
});

for (const path of ['/bandwidth/', '/causes/flagged-as-spam/']) {
  test(`in the parameters of the table of ${path}: it is what is looked for, as text`, async ({ page }) => {
    const incidents = await watchPage(page);
    const search = (text: string) =>
      `?${[...facets, 'find', 'sort', 'unheard-of'].map((key) => `${key}=${encodeURIComponent(text.toWellFormed())}`).join('&')}`;
    const isTaken = async (text: string) => {
      await expect(page.getByLabel('Find')).toHaveValue(
        text
          .toWellFormed()
          .slice(0, 100)
          .replace(/[\r\n]/g, ''),
      );
      expect(await liveMarkup(page), text).toEqual(before);
    };
    await page.goto(`${path}${search('harmless')}`, { waitUntil: 'networkidle' });
    const before = await liveMarkup(page);
    for (const text of hostileStrings) {
      // As somebody comes who goes back to such an address.
      await page.evaluate((query) => {
        history.replaceState(null, '', query);
        dispatchEvent(new PopStateEvent('popstate'));
      }, search(text));
      await isTaken(text);
    }
    for (const text of some) {
      await page.goto(`${path}${search(text)}`, { waitUntil: 'load' });
      await isTaken(text);
    }
    expect(incidents).toEqual([]);
  });
}
