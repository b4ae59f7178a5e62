import { expect, test, type Page } from '@playwright/test';
import { hostileTexts } from '../../testing/browser/hostile-texts.ts';

const shown = (page: Page) => page.locator('filter-table tbody tr:not([hidden])');
const columns = ['Code', 'What happened', 'Stopped at', 'Whose move', 'Retry', 'Billed'];
const address = '/causes/flagged-as-spam/';

test('a cause lists the codes of all sets in one table, and a choice narrows it and stands in the address', async ({
  page,
}) => {
  await page.goto(address);
  const all = await shown(page).count();
  await page.getByLabel('Set').selectOption('bandwidth');
  await expect(page).toHaveURL(/\?set=bandwidth$/);
  await expect(page.getByRole('search', { name: 'Codes' }).getByRole('status')).toHaveText(
    new RegExp(`^\\d+ of ${all} codes$`),
  );
  for (const row of await shown(page).all()) await expect(row).toHaveAttribute('data-set', 'bandwidth');
  await page.reload();
  await expect(page.getByLabel('Set')).toHaveValue('bandwidth');
  expect(await shown(page).count()).toBeLessThan(all);
});

test('a head of the table sorts it', async ({ page }) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'What happened' }).click();
  await expect(page).toHaveURL(/\?sort=heading$/);
  const titles = await shown(page)
    .locator('td:nth-child(2)')
    .evaluateAll((cells) => cells.map((cell) => cell.textContent?.trim() ?? ''));
  expect(titles).toEqual([...titles].sort(new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare));
});

for (const width of [360, 1280])
  test(`form and sort buttons stand there without the script of the table, in a window of ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    const places = () =>
      page
        .locator('filter-table :is(form, thead, thead button, tbody tr:first-child)')
        .evaluateAll((parts) => parts.map((part) => Math.round(part.getBoundingClientRect().top)));
    await page.goto(address);
    const withScript = await places();
    await page.route(`**${address}`, async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace(/(?<=customElements\.define\(.)filter-table/, 'late-table');
      await route.fulfill({ response, body: html });
    });
    await page.goto(address);
    expect(await page.evaluate(() => customElements.get('filter-table') === undefined)).toBe(true);
    await expect(page.getByRole('button', { name: 'What happened' })).toBeVisible();
    await expect(page.getByLabel('Find')).toBeVisible();
    expect(await places()).toEqual(withScript);
  });

test('the sort buttons are reached and pressed by keyboard: up, down, as it was', async ({ page }) => {
  await page.goto(address);
  const head = page.getByRole('columnheader', { name: 'Code' });
  const before = await shown(page).allTextContents();
  await page.locator('filter-table select').last().focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Code', exact: true })).toBeFocused();
  for (const [order, search] of [
    ['ascending', '?sort=code'],
    ['descending', '?sort=-code'],
  ] as const) {
    await page.keyboard.press('Enter');
    await expect(head).toHaveAttribute('aria-sort', order);
    expect(new URL(page.url()).search).toBe(search);
  }
  await page.keyboard.press('Enter');
  await expect(head).not.toHaveAttribute('aria-sort');
  expect(await shown(page).allTextContents()).toEqual(before);
});

test('clearing the filters shows the whole table and leads back to its first field', async ({ page }) => {
  await page.goto(`${address}?set=bandwidth&find=spam&sort=-code`);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/\?sort=-code$/);
  await expect(page.getByLabel('Find')).toBeFocused();
  await expect(page.getByLabel('Find')).toHaveValue('');
  await expect(page.getByLabel('Set')).toHaveValue('');
  await expect(page.getByRole('button', { name: 'Clear filters' })).toBeHidden();
});

test('a choice that the address does not say is not brought back by a reload', async ({ page }) => {
  await page.goto(address);
  await page.getByLabel('Set').selectOption('bandwidth');
  await page.evaluate(() => history.replaceState(null, '', location.pathname));
  await page.reload();
  await expect(page.getByLabel('Set')).toHaveValue('');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the whole table is there with plain heads, and no form', async ({ page }) => {
    await page.goto(`${address}?set=bandwidth`);
    expect(await shown(page).count()).toBeGreaterThan(5);
    await expect(page.locator('filter-table form')).toBeHidden();
    // What is rendered: the tree that roles are read from leaves out what stands in for a script.
    const heads = page.locator('filter-table thead th');
    expect(await heads.evaluateAll((all) => all.map((head) => (head as HTMLElement).innerText))).toEqual(columns);
    await expect(page.locator('filter-table thead').getByRole('button')).toHaveCount(0);
  });
});

test('markup in the address of a table stays text', async ({ page }) => {
  await page.goto(address);
  const all = await shown(page).count();
  for (const text of hostileTexts) {
    for (const name of ['set', 'family', 'retry', 'sort'])
      await page.goto(`${address}?${name}=${encodeURIComponent(text)}`, { waitUntil: 'load' });
    await expect(shown(page)).toHaveCount(all);
    await page.goto(`${address}?find=${encodeURIComponent(text)}`, { waitUntil: 'load' });
    await expect(page.getByLabel('Find')).toHaveValue(text.slice(0, 100).trim());
    expect(await page.evaluate(() => 'hostile' in globalThis), text).toBe(false);
    await expect(page.locator('filter-table :is(img, svg[onload], iframe, script:not([src]):not([type]))')).toHaveCount(
      0,
    );
  }
});
