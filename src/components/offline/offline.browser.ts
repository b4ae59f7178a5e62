import { expect, test, type BrowserContext, type Page } from '@playwright/test';

const line = (page: Page) => page.locator('offline-copy');

/** Opens the decoder and waits until the copy of the site is kept. */
async function openWithCopy(page: Page): Promise<void> {
  await page.goto('/decode/');
  await expect(line(page)).toHaveAttribute('data-state', 'ready');
}

const hasWorker = (page: Page) =>
  page.evaluate(
    async () => (await navigator.serviceWorker.getRegistrations()).length > 0 || (await caches.keys()).length > 0,
  );

async function decodes(page: Page): Promise<void> {
  await page.locator('#paste').fill('{"type":"message-failed","errorCode":4775,"to":"+12025550142"}');
  await expect(page.locator('[data-finding][data-code="4775"]')).toBeVisible();
}

async function searches(page: Page, query: string, result: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(query);
  await expect(page.locator('[role="listbox"]')).not.toHaveAttribute('aria-busy', 'true');
  await expect(page.locator(`a[role="option"][href="${result}"]`)).toBeVisible();
  await page.keyboard.press('Escape');
}

test.describe('with the network off, after one visit to the decoder', () => {
  const offline = async (page: Page, context: BrowserContext) => {
    await openWithCopy(page);
    await context.setOffline(true);
  };

  test('the page that was visited decodes and searches', async ({ page, context }) => {
    await offline(page, context);
    await decodes(page);
    await page.locator('h1').click();
    await searches(page, '4720', '/bandwidth/4720/');
    await searches(page, 'replied STOP', '/bandwidth/4775/');
  });

  test('pages of codes, sets, families, causes and guides open, and the decoder again', async ({ page, context }) => {
    await offline(page, context);
    for (const path of [
      '/bandwidth/4775/',
      '/bird/15016/',
      '/whatsapp/131026/',
      '/bandwidth/',
      '/bandwidth/47xx/',
      '/causes/recipient-opted-out/',
      '/guides/retry-policy/',
      '/4775/',
      '/changes/',
      '/',
    ]) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(200);
      await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', new RegExp(`[^/]${path}$`));
      // Its style sheets are there too.
      expect(await page.evaluate(() => getComputedStyle(document.body).margin), path).toBe('0px');
    }
    await page.goto('/decode/');
    await decodes(page);
    await expect(line(page)).toContainText(/Works offline: \d{3,} pages, \d\.\d MB on this device/);
  });

  test('the search page answers from the text of pages too', async ({ page, context }) => {
    await offline(page, context);
    await page.goto('/search/#q=spam');
    await expect(page.locator('a[role="option"]').first()).toBeVisible();
    const piece = await page.evaluate(() => fetch('/pagefind/pagefind-entry.json?ts=1').then(({ ok }) => ok));
    expect(piece).toBe(true);
  });

  test('an address that is not kept gets a calm page', async ({ page, context }) => {
    await offline(page, context);
    for (const path of ['/bandwidth/0000/', '/api/v1/index.json']) {
      expect((await page.goto(path))?.status()).toBe(503);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not kept on this device');
    }
    await page.getByRole('link', { name: 'decoder', exact: true }).click();
    await decodes(page);
  });

  test('an address without its last slash leads to its page', async ({ page, context }) => {
    await offline(page, context);
    await page.goto('/bandwidth/4775');
    await expect(page).toHaveURL(/\/bandwidth\/4775\/$/);
  });
});

test('the copy is one request of less than 3 MB', async ({ page, context }) => {
  const loaded: { readonly url: string; readonly body: Promise<number> }[] = [];
  context.on('response', (response) => {
    if (response.request().serviceWorker() && !response.url().endsWith('service-worker.js'))
      loaded.push({ url: response.url(), body: response.body().then(({ length }) => length) });
  });
  await openWithCopy(page);
  expect(loaded.map(({ url }) => new URL(url).pathname)).toEqual([
    expect.stringMatching(/^\/offline\/[0-9a-f]{12}\.bin$/),
  ]);
  expect(await loaded[0]?.body).toBeLessThan(3_000_000);
});

test('no page but the decoder registers a worker or keeps anything', async ({ page }) => {
  for (const path of [
    '/',
    '/bandwidth/4775/',
    '/bandwidth/',
    '/causes/recipient-opted-out/',
    '/search/',
    '/guides/open-data/',
  ]) {
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(await hasWorker(page), path).toBe(false);
  }
});

test.describe('a person decides', () => {
  test('removing the copy takes everything away, and it is not made again unasked', async ({ page, context }) => {
    await openWithCopy(page);
    await line(page).getByRole('button', { name: 'Remove' }).click();
    await expect(line(page)).toHaveAttribute('data-state', 'removed');
    await page.goto('/decode/', { waitUntil: 'networkidle' });
    await expect(line(page)).toHaveAttribute('data-state', 'offered');
    expect(await hasWorker(page)).toBe(false);
    await line(page).getByRole('button', { name: 'Keep a copy' }).click();
    await expect(line(page)).toHaveAttribute('data-state', 'ready');
    await context.setOffline(true);
    await page.goto('/bandwidth/4775/');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('4775');
  });

  test('a copy that was removed can be wanted again at once', async ({ page, context }) => {
    await openWithCopy(page);
    await line(page).getByRole('button', { name: 'Remove' }).click();
    await line(page).getByRole('button', { name: 'Keep a copy' }).click();
    await expect(line(page)).toHaveAttribute('data-state', 'ready');
    await context.setOffline(true);
    await page.goto('/bandwidth/4775/');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('4775');
  });

  test('where the browser is asked to save data, the copy is offered and not made', async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true }),
    );
    await page.goto('/decode/', { waitUntil: 'networkidle' });
    await expect(line(page)).toHaveAttribute('data-state', 'offered');
    await expect(line(page)).toContainText('less than 3 MB');
    expect(await hasWorker(page)).toBe(false);
  });
});
