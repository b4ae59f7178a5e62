import { expect, test, type Page } from '@playwright/test';
import { findViolationsEverywhere, installAxe } from '../../testing/browser/accessibility.ts';
import { hostileTexts } from '../../testing/browser/hostile-texts.ts';
import { callSearch, fillQuery } from '../../testing/browser/search-box.ts';

/** The piece of the search index that every answer needs. */
const directory = '**/search/index.json';

const options = (page: Page) => page.getByRole('dialog').getByRole('option');

/** Searches from the front page. */
async function search(page: Page, query: string): Promise<void> {
  await page.goto('/');
  await callSearch(page);
  await fillQuery(page, query);
}

/** Holds back what the page asks for until the function that comes back is called. */
async function holdBack(page: Page, address: string): Promise<() => void> {
  const gate = Promise.withResolvers<undefined>();
  await page.route(address, async (route) => {
    await gate.promise;
    await route.continue();
  });
  return () => gate.resolve(undefined);
}

/** On how many lines each word of a name stands whose words are joined by underscores. */
function linesOfWords(element: Element): number[] {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const lines: number[] = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    for (const { index, 0: word } of (text.nodeValue ?? '').matchAll(/[a-z]+/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      lines.push(new Set([...range.getClientRects()].map(({ top }) => top)).size);
    }
  return lines;
}

/** Types an exact code and Enter while its answer is held back, lets it come, and waits for the page of the code. */
async function enterTooEarly(page: Page, letGo: () => void): Promise<void> {
  await callSearch(page);
  await page.keyboard.type('4775');
  await page.keyboard.press('Enter');
  letGo();
  await page.waitForURL('**/bandwidth/4775/');
}

test.describe('finds first', () => {
  for (const [query, path] of [
    ['error 4770', '/bandwidth/4770/'],
    ['code: 15016', '/bird/15016/'],
    ['bandwidth 4720', '/bandwidth/4720/'],
    ['UNKNOWN_SUBSCRIBER', '/bird/15005/'],
    ['unknown subscriber', '/bird/15005/'],
    ['invalidBalance', '/bird/14001/'],
    ['47xx', '/bandwidth/47xx/'],
    ['794', '/bandwidth/4794/'],
    ['{"type":"message-failed","errorCode":4302}', '/bandwidth/4302/'],
    ['the customer replied stop', '/causes/recipient-opted-out/'],
  ] as const) {
    test(query, async ({ page }) => {
      await search(page, query);
      await expect(options(page).first()).toHaveAttribute('href', path);
    });
  }
});

test('where the browser allows no storage, search answers as usual', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
  });
  await search(page, '4775');
  await expect(options(page).first()).toHaveAttribute('href', '/bandwidth/4775/');
  await expect(page.getByRole('dialog').getByText('could not be loaded')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/bandwidth\/4775\/$/);
  await callSearch(page);
  await expect(page.getByRole('dialog').getByText('Type a code (4775)')).toBeVisible();
});

test('a code that does not exist is said to be none and explained', async ({ page }) => {
  await search(page, '4799');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'No such code' })).toBeVisible();
  await expect(dialog.getByText('Carrier rejected it').first()).toBeVisible();
  await expect(options(page)).toHaveCount(0);
  await expect(dialog.getByRole('link', { name: /All of 47xx/ })).toHaveAttribute('data-search-chrome', '');
  await expect(dialog.getByText('our reading of the digits')).toBeVisible();
  const neighbour = dialog.locator('.group a').first();
  await expect(neighbour).toHaveAttribute('href', '/bandwidth/4795/');
  await expect(neighbour).toHaveAttribute('data-search-chrome', '');
});

test('a number that several sets lack is said to be missing once', async ({ page }) => {
  await search(page, '995');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'No such code' })).toHaveCount(1);
  await expect(dialog.getByText(/^Neither .* nor .* lists 995\.$/)).toBeVisible();
});

test('what means the same is marked in headings, a term of two words as one', async ({ page }) => {
  await search(page, 'customer replied stop');
  const marks = options(page).first().locator('mark');
  await expect(marks).toHaveText(['Recipient', 'opted out']);
});

test('in a short window the field stays and everything else scrolls', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await search(page, 'customer replied stop');
  await options(page).last().scrollIntoViewIfNeeded();
  await expect(options(page).last()).toBeInViewport();
  await expect(page.getByRole('combobox')).toBeInViewport();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Close search' })).toBeInViewport();
});

for (const width of [360, 1280])
  test(`no word of a code is broken in two, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const code of ['sender_unregistered', 'undeliverable', 'insufficient_balance']) {
      await search(page, code);
      const name = options(page).first().locator('.digits.word');
      expect((await name.innerText()).replace(/[^a-z_]/g, '')).toBe(code);
      expect(await name.evaluate(linesOfWords), code).toEqual(code.split('_').map(() => 1));
    }
  });

test('what means nothing gets a way on', async ({ page }) => {
  await search(page, 'best pizza near me');
  await expect(page.getByRole('dialog').getByText(/^Nothing found\. Try/)).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('link', { name: /decoder/ })).toBeVisible();
});

test('arrows choose, Enter opens, Escape closes', async ({ page }) => {
  await search(page, '47xx');
  const box = page.getByRole('combobox');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const second = options(page).nth(1);
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await expect(box).toHaveAttribute('aria-activedescendant', (await second.getAttribute('id')) ?? '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/bandwidth\/4700\/$/);
  await callSearch(page);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the slash opens search unless it is switched off or somebody is typing', async ({ page }) => {
  await page.goto('/bandwidth/4775/');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.getByRole('checkbox', { name: /Open with/ }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the query outlives the dialog, a paste does not', async ({ page }) => {
  await search(page, 'landline');
  await page.keyboard.press('Escape');
  await callSearch(page);
  await expect(page.getByRole('combobox')).toHaveValue('landline');
  await page.getByRole('combobox').fill('{"to":"+12025550142"}');
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain('2025550142');
});

test('pages that were opened are offered again, what was typed is not', async ({ page }) => {
  await search(page, 'error 4770');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/4770/);
  await callSearch(page);
  await page.getByRole('combobox').fill('');
  await expect(options(page).first()).toHaveAttribute('href', '/bandwidth/4770/');
});

test('markup in a query stays text', async ({ page }) => {
  await page.goto('/');
  await callSearch(page);
  for (const text of hostileTexts) {
    await fillQuery(page, `${text} landline`);
    await expect(
      page.getByRole('dialog').locator('img, iframe, script, [onload], [onfocus], b[onmouseover]'),
    ).toHaveCount(0);
    for (const link of await options(page).all()) expect(await link.getAttribute('href')).toMatch(/^\/[a-z0-9]/);
  }
  expect(await page.evaluate(() => 'hostile' in globalThis)).toBe(false);
});

test('markup in the fragment of the search page stays text', async ({ page }) => {
  for (const text of hostileTexts) {
    await page.goto(`/search/#q=${encodeURIComponent(text)}`);
    await page.reload();
    await expect(page.getByRole('combobox')).toHaveValue(text);
    await expect(page.locator('search-here [role="listbox"]:not([aria-busy])')).toBeAttached();
    await expect(page.locator('search-here :is(img, iframe, script)')).toHaveCount(0);
  }
  expect(await page.evaluate(() => 'hostile' in globalThis)).toBe(false);
});

test('a paste loads the same files whatever it holds', async ({ page }) => {
  const filesOf = async (text: string) => {
    const requests: string[] = [];
    const note = (request: { url(): string }) => requests.push(new URL(request.url()).pathname);
    await page.goto('/');
    await callSearch(page);
    // What comes with the box, whatever is typed, is no answer to the paste.
    await page.waitForLoadState('networkidle');
    page.on('request', note);
    await fillQuery(page, text);
    page.off('request', note);
    return requests.sort();
  };
  const first = await filesOf('{"errorCode":4302,"to":"+12025550142"}');
  expect(await filesOf('{"failure":{"code":15016},"text":"landline"}')).toEqual(first);
  expect(await filesOf('status=failed reason="the phone was off"')).toEqual(first);
});

test('nothing of search is loaded before somebody reaches for it', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.goto('/bandwidth/4775/', { waitUntil: 'networkidle' });
  expect(requests.filter((path) => /search\/|pagefind/.test(path))).toEqual([]);
  await page
    .getByRole('button', { name: /Search/ })
    .first()
    .hover();
  await expect.poll(() => requests.some((path) => path.endsWith('/search/index.json'))).toBe(true);
  expect(requests.filter((path) => path.includes('pagefind'))).toEqual([]);
});

test('the search page takes its query from the fragment', async ({ page }) => {
  await page.goto('/search/#q=15005');
  await expect(page.getByRole('option').first()).toHaveAttribute('href', '/bird/15005/');
});

test('Enter before the answer opens the first result as soon as it is there', async ({ page }) => {
  const letGo = await holdBack(page, directory);
  await page.goto('/');
  await enterTooEarly(page, letGo);
});

test('Enter before the answer opens nothing where the query is changed after it', async ({ page }) => {
  const letGo = await holdBack(page, directory);
  await page.goto('/');
  await callSearch(page);
  await page.keyboard.type('477');
  await page.keyboard.press('Enter');
  await page.keyboard.type('5');
  letGo();
  await expect(options(page).first()).toHaveAttribute('href', '/bandwidth/4775/');
  await expect(page).toHaveURL('/');
});

test.describe('what is typed while the dialog is loaded', () => {
  // The copy for offline use would bring the dialog at once.
  test.use({ serviceWorkers: 'block' });

  const dialogScript = '**/_astro/search-dialog.*.js';
  const box = (page: Page) => page.getByRole('combobox');

  /** Opens the page with the script of the dialog held back, as on a slow line. */
  async function open(page: Page, path = '/bandwidth/4770/'): Promise<() => void> {
    await page.goto(path, { waitUntil: 'networkidle' });
    return holdBack(page, dialogScript);
  }

  /** Waits until the launcher knows that its script is there, so that a dialog which is not open then never opens. */
  async function settle(page: Page, letGo: () => void): Promise<void> {
    const response = page.waitForResponse(dialogScript);
    letGo();
    await page.evaluate(`import(${JSON.stringify((await response).url())}).then(() => undefined)`);
  }

  test('is the query, whole, and answered', async ({ page }) => {
    const letGo = await open(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('error 4775');
    letGo();
    await expect(options(page).first()).toHaveAttribute('href', '/bandwidth/4775/');
    await expect(box(page)).toHaveValue('error 4775');
    await expect(box(page)).toBeFocused();
    await page.keyboard.type(' x');
    await expect(box(page)).toHaveValue('error 4775 x');
  });

  for (const [call, press] of [
    ['the slash', (page: Page) => page.keyboard.press('/')],
    ['a click', (page: Page) => page.getByRole('button', { name: /^Search/ }).click()],
    ['Enter on the button', (page: Page) => page.getByRole('button', { name: /^Search/ }).press('Enter')],
    ['the space bar on the button', (page: Page) => page.getByRole('button', { name: /^Search/ }).press('Space')],
  ] as const) {
    test(`is kept after ${call}`, async ({ page }) => {
      const letGo = await open(page);
      await press(page);
      await page.keyboard.type('4/x');
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Backspace');
      await page.keyboard.type('7 20');
      letGo();
      await expect(box(page)).toHaveValue('47 20');
    });
  }

  test('takes the place of an earlier query, which stays where nothing is typed', async ({ page }) => {
    await search(page, 'landline');
    let letGo = await open(page);
    await page.keyboard.press('Control+k');
    letGo();
    await expect(box(page)).toHaveValue('landline');
    letGo = await open(page, '/bandwidth/4720/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('47');
    letGo();
    await expect(box(page)).toHaveValue('47');
  });

  test('can be a paste', async ({ page }) => {
    const letGo = await open(page);
    await page.keyboard.press('Control+k');
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', '"errorCode":\n4302');
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    letGo();
    await expect(box(page)).toHaveValue('"errorCode": 4302');
    await expect(options(page).first()).toHaveAttribute('href', '/bandwidth/4302/');
  });

  test('with Enter opens the first result, once it is there', async ({ page }) => {
    await enterTooEarly(page, await open(page));
  });

  test('does not reach the page: nothing scrolls, no button is pressed, no field is written to', async ({ page }) => {
    const letGo = await open(page, '/decode/');
    await page.locator('#paste').focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('4302 ');
    await expect(page.locator('#paste')).toHaveValue('');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /theme/i }).focus();
    const before = await page.locator('html').getAttribute('data-theme');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await expect(page.locator('html')).toHaveAttribute('data-theme', before ?? '');
    letGo();
    await expect(box(page)).toHaveValue(' ');
  });

  test('is not asked for twice: calling search again while it comes changes nothing', async ({ page }) => {
    const letGo = await open(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('47');
    await page.keyboard.press('Control+k');
    await page.getByRole('button', { name: /^Search/ }).dispatchEvent('click');
    await page.keyboard.type('75');
    await settle(page, letGo);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(box(page)).toHaveValue('4775');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  test('ends with Escape, which gives the opening up', async ({ page }) => {
    const letGo = await open(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('4775');
    await page.keyboard.press('Escape');
    await settle(page, letGo);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await expect(box(page)).toHaveValue('');
  });

  test('ends where somebody turns to something else on the page', async ({ page }) => {
    const letGo = await open(page, '/decode/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('47');
    await page.locator('#paste').click();
    await page.keyboard.type('15016');
    await settle(page, letGo);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.locator('#paste')).toHaveValue('15016');
  });

  test('is forgotten where the dialog cannot be loaded; that is said, with another way', async ({ page }) => {
    await installAxe(page);
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.goto('/decode/', { waitUntil: 'networkidle' });
    await page.route(dialogScript, (route) => route.abort());
    await page.locator('#paste').focus();
    await page.keyboard.press('Control+k');
    const alert = page.getByRole('alert');
    await expect(alert).toHaveText(/^Search could not be loaded\./);
    await expect(page.locator('#paste')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(alert).toHaveCount(0);
    await page.keyboard.type('4775');
    await expect(page.locator('#paste')).toHaveValue('4775');
    // Chrome before 156 keeps the failure until the page is left (whatwg/html#6768): it is said again.
    await page.keyboard.press('Control+k');
    await expect(alert).toBeVisible();
    expect(await findViolationsEverywhere(page)).toEqual([]);
    await page.unroute(dialogScript);
    await alert.getByRole('link', { name: 'search page' }).click();
    await expect(page).toHaveURL('/search/');
    await expect(box(page)).toBeFocused();
    expect(errors).toEqual([]);
  });
});

test.describe('accessibility, in both themes, on a phone and on a desk', () => {
  test.beforeEach(({ page }) => {
    test.slow();
    return installAxe(page);
  });

  for (const [kind, query] of [
    ['codes', '47'],
    ['words', 'the customer replied stop'],
    ['no such code', '4799'],
    ['a number that several sets lack', '995'],
    ['a paste', '{"type":"message-failed","errorCode":4302}'],
    ['nothing found', 'best pizza near me'],
    ['a word that has an answer by itself', 'landline zeppelin'],
    ['nothing typed', ''],
  ] as const) {
    test(`the dialog with ${kind}`, async ({ page }) => {
      await search(page, query);
      await page.keyboard.press('ArrowDown');
      expect(await findViolationsEverywhere(page)).toEqual([]);
    });
  }

  test('the dialog with the pages opened lately', async ({ page }) => {
    await search(page, 'error 4770');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/bandwidth/4770/');
    await callSearch(page);
    await page.getByRole('combobox').fill('');
    await expect(page.getByRole('dialog').getByText('Opened lately')).toBeVisible();
    expect(await findViolationsEverywhere(page)).toEqual([]);
  });

  for (const [kind, query] of [
    ['codes', '47'],
    ['words', 'landline'],
    ['no such code', '4799'],
  ] as const) {
    test(`the search page with ${kind}`, async ({ page }) => {
      await page.goto(`/search/#q=${query}`, { waitUntil: 'load' });
      await expect(page.locator('search-here [role="listbox"]:not([aria-busy])')).toBeAttached();
      expect(await findViolationsEverywhere(page)).toEqual([]);
    });
  }
});
