import { expect, test, type Page } from '@playwright/test';
import { contrastRatio, type Colour } from '../contrast.ts';
import { callSearch, fillQuery } from './search-box.ts';

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
  '/guides/bird-webhooks/',
  '/guides/retry-policy/',
  '/guides/measurements/',
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
      // Text for those who listen is cut to a pixel on purpose; boxes that scroll and fields show all by scrolling.
      const isHidden =
        element.localName !== 'input' &&
        /hidden|clip/.test(style.overflowX) &&
        element.clientWidth > 1 &&
        style.position !== 'absolute';
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

/** Fails where a page, as it is now, loses something in a window of 1280 × 1024 px at 400 %, or with text twice as large. */
async function losesNothing(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 256 });
  expect(await spoiled(page), '400 % zoom').toEqual([]);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await spoiled(page), `200 % text in ${width} px`).toEqual([]);
  }
}

for (const path of kinds) {
  test(`${path} loses nothing at 400 % zoom and with text of 200 %`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(path, { waitUntil: 'load' });
    await losesNothing(page);
  });
}

test('at 400 % zoom the header leaves room to read', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto('/bandwidth/4775/');
  const { height } = (await page.locator('.header').boundingBox()) ?? { height: Infinity };
  expect(height).toBeLessThanOrEqual(256 / 4);
});

/** A log with a known code, an unknown one and a pattern, and a table of more failures than are read one by one. */
const reports = {
  'single findings': 'errorCode=4775 to=+12025550142\nerrorCode=4788 to=+12025550118\nbandwidth 47xx',
  'a summary': `time,to,status,error_code\n${Array.from({ length: 40 }, (_, row) => `2026-11-21T2${row % 4}:00:00Z,+120255501${10 + row},failed,${['4775', '4770', '4720', '9902'][row % 4]}`).join('\n')}\n`,
};

async function decode(page: Page, text: string): Promise<void> {
  await page.locator('#paste').fill(text);
  await expect(page.locator('[data-decoder-report][data-status="found"]')).toHaveAttribute('aria-busy', 'false');
}

/** Opens the search, asks, and chooses the first result if there is one. */
async function search(page: Page, query: string): Promise<void> {
  await callSearch(page);
  await fillQuery(page, query);
  await page.keyboard.press('ArrowDown');
}

for (const [kind, text] of Object.entries(reports)) {
  for (const path of ['/', '/decode/']) {
    test(`a report with ${kind} on ${path} loses nothing at 400 % zoom and with text of 200 %`, async ({ page }) => {
      await page.goto(path, { waitUntil: 'networkidle' });
      await decode(page, text);
      await losesNothing(page);
    });
  }
}

for (const query of ['47', 'the customer replied stop', '4799', 'best pizza near me']) {
  test(`the search dialog with “${query}” loses nothing at 400 % zoom and with text of 200 %`, async ({ page }) => {
    await page.goto('/', { waitUntil: 'load' });
    await search(page, query);
    await losesNothing(page);
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with forced colours that are ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { forcedColors: 'active' } });
    // Whoever chose the other theme before still gets the colours of the system.
    test.beforeEach(({ page }) =>
      page.addInitScript(
        (theme) => localStorage.setItem('starlight-theme', theme),
        colorScheme === 'dark' ? 'light' : 'dark',
      ),
    );

    test('a code page: the track, the postmark, boxes, stamps and the current place are still drawn', async ({
      page,
    }) => {
      await page.goto('/bandwidth/4775/', { waitUntil: 'load' });
      await areDrawn(page, [
        ['.route li:not(:last-child)', '::before'],
        ['.route li:not(.stop)', '::after'],
        ['.name .digits b'],
        ['.stamp'],
        ['.ours'],
        ['.side [aria-current]'],
      ]);
    });

    test('a set page: boxes, fields, the scheme and the numbers of notes are still drawn', async ({ page }) => {
      await page.goto('/bandwidth/', { waitUntil: 'load' });
      await areDrawn(page, [
        ['.filter :is(input, select)'],
        ['.scheme .digits b'],
        ['.scheme ul ul > li', '::before'],
        ['.annotated .disc'],
        ['.facts'],
        ['.side [aria-current]'],
      ]);
      await page.locator('.filter select').first().selectOption({ index: 1 });
      await areDrawn(page, [['.filter [data-active]']]);
    });

    test('the decoder: the field, boxes, buttons, stamps, bars and the way of all messages are still drawn', async ({
      page,
    }) => {
      await page.goto('/decode/', { waitUntil: 'networkidle' });
      await decode(page, reports['single findings']);
      await areDrawn(page, [
        ['.paste'],
        ['.finding .digits:not(.word) b'],
        ['.finding .stamp'],
        ['.finding'],
        ['.share .button'],
      ]);
      await decode(page, reports['a summary']);
      await areDrawn(page, [
        ['.totals'],
        ['.actions .stamp'],
        ['.actions .button'],
        ['.flow .start', '::before'],
        ['.flow .stop', '::before'],
        ['.chart .fill'],
        ['.columns-chart i'],
        ['.findings-table .digits b'],
      ]);
    });

    test('the search: the field that has the focus, the chosen result and boxes are still drawn', async ({ page }) => {
      await page.goto('/', { waitUntil: 'load' });
      await search(page, '47');
      await areDrawn(page, [
        ['.search-box .field:focus-within'],
        ['.search-box .option[aria-selected="true"]'],
        ['.search-box .digits:not(.word) b'],
      ]);
      await page.getByRole('combobox').fill('4799');
      await expect(page.getByRole('dialog').getByRole('heading', { name: 'No such code' })).toBeVisible();
      await areDrawn(page, [['.search-box .digits:not(.word) b']]);
    });
  });
}

/** Fails where a box has no line, no ring and no ground of its own any more, or a picture has nothing but the colour behind it. */
async function areDrawn(page: Page, boxes: readonly (readonly [selector: string, pseudo?: string])[]): Promise<void> {
  for (const [selector, pseudo] of boxes) {
    const drawn = await page.locator(selector).evaluateAll(
      (elements, part) =>
        elements
          .filter((element) => element.checkVisibility())
          .map((element) => {
            const style = getComputedStyle(element, part);
            const ground = getComputedStyle(document.body).backgroundColor;
            const clear = 'rgba(0, 0, 0, 0)';
            const isLine = (width: string, line: string, colour: string) =>
              parseFloat(width) >= 1 && line !== 'none' && colour !== ground && colour !== clear;
            return (
              (['Top', 'Left', 'Bottom', 'Right'] as const).some((side) =>
                isLine(style[`border${side}Width`], style[`border${side}Style`], style[`border${side}Color`]),
              ) ||
              isLine(style.outlineWidth, style.outlineStyle, style.outlineColor) ||
              ![ground, clear].includes(style.backgroundColor)
            );
          }),
      pseudo,
    );
    expect(drawn.length, selector).toBeGreaterThan(0);
    expect(drawn, selector).toEqual(drawn.map(() => true));
  }
  const pictures = await page.locator('svg').evaluateAll((all) =>
    all
      .filter((picture) => picture.checkVisibility() && picture.getBoundingClientRect().width > 1)
      .map((picture) => {
        const read = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
        const paints = [picture, ...picture.querySelectorAll('*')].flatMap((part) => {
          const { fill, stroke } = getComputedStyle(part);
          return [fill, stroke].filter((paint) => paint.startsWith('rgb')).map(read);
        });
        return {
          name: picture.outerHTML.slice(0, 120),
          paints,
          ground: read(getComputedStyle(document.body).backgroundColor),
        };
      }),
  );
  const vanished = pictures.filter(
    ({ paints, ground }) =>
      !paints.some((paint) => paint[3] !== 0 && contrastRatio(toColour(paint), toColour(ground)) >= 3),
  );
  expect(vanished.map(({ name }) => name)).toEqual([]);
}

const toColour = ([red = 0, green = 0, blue = 0]: readonly number[]): Colour => [red, green, blue];

test.describe('with forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

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

/** The scripts that a page may have, and why. Whatever else the browser parses is a fault. */
const reasons = [
  { name: 'theme', of: /starlight-theme/, why: 'sets the colours before the first paint and names its button' },
  {
    name: 'search',
    of: /search-launcher/,
    why: 'listens for its button and its keys; the search comes when it is called',
  },
  {
    name: 'loader',
    of: /_astro\/(urls|preload-helper|rolldown-runtime)\./,
    why: 'is what the launcher will load the search with',
  },
  { name: 'copy', of: /\[data-copied\]/, why: 'listens for its buttons' },
  { name: 'filter', of: /filter-table/, why: 'listens in the table, and acts where the address asks for something' },
] as const;

/** Writes down what scripts do to the page and set going: call it before the page is opened. */
async function recordDeeds(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const deeds: string[] = [];
    Object.assign(globalThis, { deeds });
    // Astro gives elements a class for the styles of their component, which says nothing.
    const say = (node: Node) =>
      node instanceof Element
        ? [node.localName, ...[...node.classList].filter((name) => !name.startsWith('astro-'))].join('.')
        : node.nodeName;
    const take = (records: readonly MutationRecord[]) => {
      for (const { type, target, attributeName, oldValue } of records) {
        const isSame = attributeName !== null && (target as Element).getAttribute(attributeName) === oldValue;
        // Until the page is parsed, it is the parser that adds to it.
        if (isSame || (type !== 'attributes' && document.readyState === 'loading')) continue;
        deeds.push(
          type === 'attributes' ? `sets ${attributeName} of ${say(target)}` : `changes what is in ${say(target)}`,
        );
      }
    };
    const observer = new MutationObserver(take);
    observer.observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeOldValue: true,
    });
    // The first moment that is not parsing: what is waiting to be told of was added by the parser.
    document.addEventListener('readystatechange', () => {
      const waiting = observer.takeRecords();
      take(document.readyState === 'interactive' ? waiting.filter(({ type }) => type === 'attributes') : waiting);
    });
    const watch = (owner: object, name: string) => {
      const real = Reflect.get(owner, name) as (...given: unknown[]) => unknown;
      Reflect.set(owner, name, function (this: unknown, ...given: unknown[]) {
        deeds.push(`calls ${name}`);
        return (new.target ? Reflect.construct(real, given) : Reflect.apply(real, this, given)) as unknown;
      });
    };
    for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback', 'fetch', 'Worker'])
      watch(globalThis, name);
    watch(XMLHttpRequest.prototype, 'send');
    watch(Navigator.prototype, 'sendBeacon');
    watch(Storage.prototype, 'setItem');
  });
  return () => page.evaluate(() => [...new Set((globalThis as unknown as { deeds: string[] }).deeds)].sort());
}

/** Collects what the browser parses as script, inline and loaded: the name of the reason for it, or where it stands. */
async function recordScripts(page: Page): Promise<() => Promise<string[]>> {
  const devtools = await page.context().newCDPSession(page);
  const parsed: { scriptId: string; url: string; startLine: number }[] = [];
  // What tests bring along has no address.
  devtools.on('Debugger.scriptParsed', (script) => script.url.startsWith('http') && parsed.push(script));
  await devtools.send('Debugger.enable');
  return async () => {
    const names = parsed.map(async ({ scriptId, url, startLine }) => {
      const { scriptSource } = await devtools.send('Debugger.getScriptSource', { scriptId });
      return (
        reasons.find(({ of }) => of.test(url + scriptSource))?.name ??
        `${url}, line ${startLine}: ${scriptSource.slice(0, 80)}`
      );
    });
    return [...new Set(await Promise.all(names))].sort();
  };
}

for (const [kind, path, scripts] of [
  ['a code', '/bandwidth/4775/', ['copy']],
  ['a family', '/bandwidth/47xx/', []],
  ['a set', '/bandwidth/', ['filter']],
  ['a cause', '/causes/recipient-opted-out/', ['copy', 'filter']],
  ['a bare number', '/10/', []],
  ['a guide', '/guides/bandwidth-webhooks/', []],
] as const) {
  test(`the page of ${kind} sets its theme and does nothing else until somebody touches it`, async ({ page }) => {
    const requests: { path: string; type: string }[] = [];
    page.on('request', (request) =>
      requests.push({ path: new URL(request.url()).pathname, type: request.resourceType() }),
    );
    const readDeeds = await recordDeeds(page);
    const readScripts = await recordScripts(page);
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForTimeout(kind === 'a code' ? 10_000 : 1000);
    expect(await readScripts()).toEqual([...scripts, 'loader', 'search', 'theme'].sort());
    expect(await readDeeds()).toEqual([
      'sets aria-label of button.icon-button',
      'sets data-theme of html',
      'sets title of button.icon-button',
    ]);
    expect(requests.length).toBeLessThanOrEqual(8);
    expect(requests.filter(({ type }) => /fetch|xhr|beacon|ping|websocket/.test(type))).toEqual([]);
  });
}
