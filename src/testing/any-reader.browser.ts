import { expect, test, type Page } from '@playwright/test';

/** One page of each kind. */
const kinds = [
  '/',
  '/decode/',
  '/search/',
  '/bandwidth/',
  '/bird-errors/',
  '/bandwidth/47xx/',
  '/bandwidth/4xxx/',
  '/bandwidth/4775/',
  '/bird-errors/service_window_expired/',
  '/whatsapp/200-299/',
  '/10/',
  '/causes/',
  '/causes/recipient-opted-out/',
  '/coverage/',
  '/changes/',
  '/guides/bandwidth-webhooks/',
  '/404.html',
];

/** Texts that are cut off or lie on one another, and whatever makes the page wider than the window. */
const spoiled = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const say = (element: Element) =>
      `<${element.localName} class="${element.className}"> “${element.textContent?.trim().slice(0, 40)}”`;
    const all = [...document.body.querySelectorAll<HTMLElement>('body *')].filter((element) =>
      element.checkVisibility({ visibilityProperty: true }),
    );
    const cut = all.filter((element) => {
      const style = getComputedStyle(element);
      // Text for those who listen is cut to a pixel on purpose; boxes that scroll show all by scrolling.
      const isHidden = /hidden|clip/.test(style.overflowX) && element.clientWidth > 1 && style.position !== 'absolute';
      return isHidden && element.scrollWidth > element.clientWidth + 1;
    });
    const outside = all.filter((element) => {
      const { right, left, width } = element.getBoundingClientRect();
      return (
        width > 0 && (right > innerWidth + 1 || left < -1) && !element.closest('pre, svg, .sr, .skip, textarea, thead')
      );
    });
    const blocks = [...document.querySelectorAll('.header > *, main h1, main .lead, main .body > *, .foot')]
      .filter((element) => element.checkVisibility() && element.getClientRects().length > 0)
      .map((element) => ({ element, box: element.getBoundingClientRect() }));
    const overlapping = blocks.flatMap(({ element, box }, at) =>
      blocks
        .slice(at + 1)
        .filter(
          (other) =>
            !element.contains(other.element) &&
            (element.closest('.header') === null) === (other.element.closest('.header') === null) &&
            Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 2 &&
            Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 2,
        )
        .map((other) => `${say(element)} lies on ${say(other.element)}`),
    );
    const { scrollWidth } = document.documentElement;
    return [
      ...(scrollWidth > innerWidth ? [`${scrollWidth} px wide`] : []),
      ...cut.map((element) => `cut: ${say(element)}`),
      ...outside.map((element) => `outside: ${say(element)}`),
      ...overlapping,
    ];
  });

for (const path of kinds) {
  test(`${path} loses nothing at 400 % zoom and with text of 200 %`, async ({ page }) => {
    // 1280 × 1024 at 400 %.
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(path, { waitUntil: 'load' });
    expect(await spoiled(page), '400 % zoom').toEqual([]);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      expect(await spoiled(page), `200 % text in ${width} px`).toEqual([]);
    }
  });
}

test('at 400 % zoom the header leaves room to read', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto('/bandwidth/4775/');
  const { height } = (await page.locator('.header').boundingBox()) ?? { height: Infinity };
  expect(height).toBeLessThanOrEqual(256 / 4);
});

test.describe('with forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('the track, the postmark, boxes, stamps and the current place are still drawn', async ({ page }) => {
    await page.goto('/bandwidth/4775/', { waitUntil: 'load' });
    const seen = (selector: string, pseudo?: string) =>
      page.locator(selector).evaluateAll(
        (elements, part) =>
          elements.map((element) => {
            const style = getComputedStyle(element, part);
            const ground = getComputedStyle(document.body).backgroundColor;
            const sides = ['Top', 'Left'] as const;
            return sides.some(
              (side) =>
                parseFloat(style[`border${side}Width`]) >= 1 &&
                style[`border${side}Style`] !== 'none' &&
                style[`border${side}Color`] !== ground,
            );
          }),
        pseudo,
      );
    for (const [selector, pseudo] of [
      ['.route li:not(:last-child)', '::before'],
      ['.route li:not(.stop)', '::after'],
      ['.name .digits b', undefined],
      ['.stamp', undefined],
      ['.ours', undefined],
      ['.side [aria-current]', undefined],
    ] as const) {
      const drawn = await seen(selector, pseudo);
      expect(drawn.length, selector).toBeGreaterThan(0);
      expect(drawn, selector).toEqual(drawn.map(() => true));
    }
    const [stroke, ground] = await page
      .locator('.route .postmark')
      .evaluate((mark) => [getComputedStyle(mark).color, getComputedStyle(document.body).backgroundColor]);
    expect(stroke).not.toBe(ground);
  });

  test('stated and inferred differ by their lines', async ({ page }) => {
    await page.goto('/bandwidth/4775/', { waitUntil: 'load' });
    const style = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).borderTopStyle);
    expect(await style('.verdicts .ours')).toBe('dashed');
    expect(await style('.verdicts .cite')).toBe('solid');
  });
});

test('who wants less motion gets none', async ({ browser }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  for (const path of ['/bandwidth/4775/', '/decode/', '/']) {
    await page.goto(path, { waitUntil: 'networkidle' });
    if (path !== '/bandwidth/4775/') {
      await page.locator('#paste').fill('errorCode=4775 errorCode=4720');
      await expect(page.locator('[data-finding]').first()).toBeVisible();
    }
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox')).toBeVisible();
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          return (
            transitionDuration.split(', ').some((time) => parseFloat(time) > 0) ||
            animationName !== 'none' ||
            scrollBehavior === 'smooth'
          );
        })
        .map((element) => `${element.localName}.${element.className}`),
    );
    expect(moving, path).toEqual([]);
    expect(await page.evaluate(() => document.getAnimations().length), path).toBe(0);
  }
  await context.close();
});

test('the main controls are at least 24 × 24 px, on a phone and on a desk', async ({ page }) => {
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ['/', '/decode/', '/bandwidth/4775/', '/bandwidth/']) {
      await page.goto(path, { waitUntil: 'load' });
      const small = await page
        .locator('button, .button, summary, select, input, .side a, .header a')
        .evaluateAll((controls) =>
          controls
            .filter((control) => control.checkVisibility() && !control.matches('.sr, [type="file"]'))
            .map((control) => ({ name: control.textContent?.trim(), box: control.getBoundingClientRect() }))
            .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
            .map(({ name, box }) => `${name}: ${Math.round(box.width)} × ${Math.round(box.height)}`),
        );
      expect(small, `${path} at ${width}`).toEqual([]);
    }
  }
});

test.describe('who listens', () => {
  test('hears the way of the message and the verdict of a code', async ({ page }) => {
    await page.goto('/bandwidth/4775/', { waitUntil: 'load' });
    await expect(page.locator('main')).toMatchAriaSnapshot(`
      - main:
        - navigation "Breadcrumb"
        - heading /4 7 7 5 .*opted out/ [level=1]
        - list "The way of the message":
          - listitem: You sent it
          - listitem: Bandwidth passed it on
          - listitem: /Carrier refused it.*stopped here/
          - listitem: Handset never reached
        - term: /Whose move/
        - definition: You
        - term: /Retry/
        - definition: Never
    `);
  });

  test('hears what the decoder is for, and its answer once', async ({ page }) => {
    await page.goto('/decode/', { waitUntil: 'networkidle' });
    await expect(page.getByRole('textbox', { name: 'What you got' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Clear' })).toBeVisible();
    await page.locator('#paste').fill('{"type":"message-failed","errorCode":4775}');
    await expect(page.getByRole('status').filter({ hasText: /4775|1 / })).toBeAttached();
    await expect(page.getByRole('heading', { name: /4775|opted out/i }).first()).toBeVisible();
  });

  test('hears the search as a box with a list, and how many results there are', async ({ page }) => {
    await page.goto('/', { waitUntil: 'load' });
    await page.getByRole('button', { name: /^Search/ }).click();
    const box = page.getByRole('combobox', { name: 'Search a code or words' });
    await expect(box).toBeFocused();
    await box.fill('4775');
    await expect(page.getByRole('listbox', { name: 'Results' })).toBeVisible();
    await expect(box).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/\d+ result/);
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option', { selected: true })).toHaveCount(1);
  });
});

test('a code page runs the theme and the menu and nothing else, to its end and ten seconds on', async ({ page }) => {
  const requests: { path: string; type: string }[] = [];
  page.on('request', (request) =>
    requests.push({ path: new URL(request.url()).pathname, type: request.resourceType() }),
  );
  await page.goto('/bandwidth/4775/', { waitUntil: 'networkidle' });
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.waitForTimeout(10_000);
  expect(requests.length).toBeLessThanOrEqual(8);
  const scripts = requests.filter(({ type }) => type === 'script').map(({ path }) => path);
  // The launcher of the search waits for its button; what it would load is not among the requests.
  expect(scripts.filter((path) => !/SearchButton|preload-helper|urls|rolldown-runtime/.test(path))).toEqual([]);
  expect(requests.filter(({ type }) => /fetch|xhr|beacon|ping|websocket/.test(type))).toEqual([]);
});
