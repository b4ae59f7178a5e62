import { expect, test } from '@playwright/test';

/** One page of each kind. */
const kinds = {
  home: '/',
  decoder: '/decode/',
  search: '/search/',
  set: '/bandwidth/',
  'set of words': '/bird-errors/',
  family: '/bandwidth/47xx/',
  'broad family': '/bandwidth/4xxx/',
  code: '/bandwidth/4775/',
  'code of a platform': '/whatsapp/131026/',
  'removed code': '/bandwidth/4121/',
  'bare code': '/10/',
  causes: '/causes/',
  cause: '/causes/recipient-opted-out/',
  coverage: '/coverage/',
  guide: '/guides/add-a-code/',
  measurements: '/guides/measurements/',
  'missing page': '/bandwidth/0000/',
} as const;

// every-page.browser.ts looks at 360 and 1440 px, on all pages.
for (const [kind, path] of Object.entries(kinds)) {
  for (const width of [320, 820, 1152]) {
    test(`${kind}: nothing is wider than a window of ${width} px`, async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width, height: 800 } });
      const page = await context.newPage();
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await context.close();
    });
  }
}

test('a number that one set alone has leads on to its code, without scripts and without a page to go back to', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(kinds.home);
  await page.goto('/4775/');
  await page.waitForURL('**/bandwidth/4775/');
  await expect(page.getByRole('heading', { name: 'What to do' })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/:\d+\/$/);
  await context.close();
});

test.describe('a code page', () => {
  test('shows the first step on a small phone without scrolling', async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(kinds.code);
    const step = page.locator('#what-to-do ~ ol li, [aria-labelledby="what-to-do"] li').first();
    await expect(step).toBeInViewport();
    await context.close();
  });

  test('copies its heading as the code and the words', async ({ page }) => {
    await page.goto(kinds.code);
    const heading = page.getByRole('heading', { level: 1 });
    expect((await heading.innerText()).replace(/\s+/g, ' ')).toMatch(/4\s?7\s?7\s?5/);
    expect((await heading.textContent())?.replace(/\s/g, '')).toContain('4775');
  });

  test('can be read without JavaScript', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(kinds.code);
    await expect(page.getByRole('heading', { name: 'What to do' })).toBeVisible();
    await expect(page.getByText('Carrier Rejected due to user opt out')).toBeVisible();
    await page.goto(kinds.set);
    await expect(page.getByRole('link', { name: /4775/ }).first()).toBeVisible();
    await context.close();
  });

  test('leads to the page before and after it', async ({ page }) => {
    await page.goto(kinds.code);
    await page.locator('a[rel="next"]').click();
    await expect(page).toHaveURL(/\/bandwidth\/4780\/$/);
    await page.locator('a[rel="prev"]').click();
    await expect(page).toHaveURL(/\/bandwidth\/4775\/$/);
  });

  test('opens its example in the decoder, which finds the code', async ({ page }) => {
    await page.goto(kinds.code);
    await page.getByRole('link', { name: 'Open in decoder' }).first().click();
    await expect(
      page.locator('[data-decoder-report][data-status="found"] [data-finding][data-code="4775"]'),
    ).toBeVisible();
  });
});

test('the theme follows the system and can be switched', async ({ browser }) => {
  const context = await browser.newContext({ colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto(kinds.home);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  await page.getByRole('button', { name: /theme/i }).click();
  expect(await background()).not.toBe(dark);
  await context.close();
});

for (const [system, chosen] of [
  ['light', 'dark'],
  ['dark', 'light'],
] as const) {
  test(`whoever chose ${chosen} while the system is ${system} never sees a frame of the other theme`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ colorScheme: system });
    await context.addInitScript((theme) => {
      localStorage.setItem('starlight-theme', theme);
      const frames: string[] = [];
      Object.assign(globalThis, { frames });
      const take = () => {
        frames.push(getComputedStyle(document.documentElement).colorScheme);
        requestAnimationFrame(take);
      };
      requestAnimationFrame(take);
    }, chosen);
    const page = await context.newPage();
    // Slow enough for a page to be drawn several times while it arrives.
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 50,
      downloadThroughput: 60_000,
      uploadThroughput: 60_000,
    });
    for (const path of [kinds.code, kinds.set]) {
      await page.goto(path, { waitUntil: 'networkidle' });
      const frames = await page.evaluate(() => (globalThis as unknown as { frames: string[] }).frames);
      expect(frames.length).toBeGreaterThan(3);
      expect(new Set(frames)).toEqual(new Set([chosen]));
    }
    await context.close();
  });
}

test('a copy button says how it went and then what it said before, pressed twice too', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.install();
  await page.goto('/bandwidth/4775/');
  const button = page.locator('[data-copy]').first();
  const words = await button.innerText();
  await button.click();
  await expect(button).toHaveText('Copied');
  await button.click();
  await page.clock.runFor(3000);
  await expect(button).toHaveText(words);
  const copied = await page.locator(':is(figure, blockquote):has([data-copy]) [data-copied]').first().textContent();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(copied);
});
