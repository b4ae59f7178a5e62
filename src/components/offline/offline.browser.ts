import { readdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { serveFolder } from '../../testing/static-server.ts';

const line = (page: Page) => page.locator('offline-copy');

/** Opens the decoder and waits until the copy of the site is kept. */
async function openWithCopy(page: Page, site = ''): Promise<void> {
  await page.goto(`${site}/decode/`);
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
      '/10/',
      '/changes/',
      '/',
    ]) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(200);
      await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', new RegExp(`[^/]${path}$`));
      // Its style sheets are there too.
      expect(await page.evaluate(() => getComputedStyle(document.body).margin), path).toBe('0px');
    }
    await page.goto('/4775/');
    await page.waitForURL('**/bandwidth/4775/');
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

test('where the browser allows no storage, a copy is kept and removed all the same', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    }),
  );
  await openWithCopy(page);
  await line(page).getByRole('button', { name: 'Remove' }).click();
  await expect(line(page)).toHaveAttribute('data-state', 'removed');
  expect(await hasWorker(page)).toBe(false);
  await line(page).getByRole('button', { name: 'Keep a copy' }).click();
  await expect(line(page)).toHaveAttribute('data-state', 'ready');
});

test('a page from the copy comes with the headers of the server', async ({ page }) => {
  const headersOf = async (isKept: boolean) => {
    const response = await page.goto('/bandwidth/4775/');
    expect(response?.fromServiceWorker()).toBe(isKept);
    const all = Object.entries((await response?.allHeaders()) ?? {});
    return Object.fromEntries(all.filter(([name]) => name !== 'content-type'));
  };
  const served = await headersOf(false);
  await openWithCopy(page);
  const kept = await headersOf(true);
  expect(Object.keys(kept)).toEqual(
    expect.arrayContaining(['content-security-policy', 'permissions-policy', 'cross-origin-opener-policy']),
  );
  expect(served).toMatchObject(kept);
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

  for (const connection of [{ saveData: true }, { type: 'cellular' }, { effectiveType: '3g' }])
    test(`on a line that is ${JSON.stringify(connection)} the copy is offered and not made`, async ({ page }) => {
      await page.addInitScript(
        (value) => Object.defineProperty(navigator, 'connection', { value, configurable: true }),
        connection,
      );
      await page.goto('/decode/', { waitUntil: 'networkidle' });
      await expect(line(page)).toHaveAttribute('data-state', 'offered');
      await expect(line(page)).toContainText('less than 3 MB');
      expect(await hasWorker(page)).toBe(false);
    });
});

test.describe('where the copy cannot be loaded', () => {
  const dist = resolve(import.meta.dirname, '../../../dist');
  const bundle = readdirSync(join(dist, 'offline')).find((name) => name.endsWith('.bin')) ?? '';
  const whole = readFileSync(join(dist, 'offline', bundle));
  type Fault = (response: ServerResponse) => void;
  const faults: readonly (readonly [name: string, fault: Fault])[] = [
    ['the server answers with an error', (response) => response.writeHead(500).end()],
    ['it is not there', (response) => response.writeHead(404).end()],
    [
      'the connection breaks in the middle',
      (response) => {
        response.writeHead(200, { 'Content-Length': whole.length });
        response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
      },
    ],
    ['it ends early and says that it is whole', (response) => response.writeHead(200).end(whole.subarray(0, -1000))],
    ['it is another file', (response) => response.writeHead(200).end('<!doctype html><title>Portal</title>')],
  ];
  for (const [name, fault] of faults)
    test(`because ${name}, nothing of it is kept, the page goes on, and the next visit gets it`, async ({ page }) => {
      let isBroken = true;
      let asked = 0;
      const server = await serveFolder(
        () => dist,
        (path, response) => {
          if (path !== `/offline/${bundle}`) return false;
          asked += 1;
          if (isBroken) fault(response);
          return isBroken;
        },
      );
      try {
        await page.goto(`${server.site}/decode/`);
        await expect(line(page)).toHaveAttribute('data-state', 'failed');
        expect(asked).toBeGreaterThan(0);
        expect(await page.evaluate(() => caches.keys())).toEqual([]);
        expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
        await decodes(page);
        expect((await page.goto(`${server.site}/bandwidth/4775/`))?.status()).toBe(200);

        isBroken = false;
        await openWithCopy(page, server.site);
        await page.context().setOffline(true);
        expect((await page.goto(`${server.site}/bandwidth/4775/`))?.status()).toBe(200);
      } finally {
        server.close();
      }
    });
});

test('what the worker loads is not among the requests of the page', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await openWithCopy(page);
  expect(asked).toContain('/decode/');
  expect(asked.filter((path) => /^\/(offline\/|service-worker)/.test(path))).toEqual([]);
});

for (const width of [320, 360, 820, 1440])
  test(`at ${width} px the line that comes when the copy is kept moves nothing`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto('/decode/', { waitUntil: 'load' });
    const topOfFooter = () => page.locator('main footer').evaluate((footer) => footer.getBoundingClientRect().top);
    const before = await topOfFooter();
    await expect(line(page)).toHaveAttribute('data-state', 'ready');
    expect(await topOfFooter()).toBe(before);
  });
