/** The three jobs by keyboard alone. Each stop must be seen: a ring of at least 2 px, not under the header, in the window. */
import { expect, test, type Page } from '@playwright/test';

interface Stop {
  readonly id: string;
  readonly name: string;
  readonly href: string | null;
  readonly fault: string | undefined;
}

/** Presses a key and says where the focus is now and what is wrong with how it shows. */
async function press(page: Page, key: string): Promise<Stop> {
  await page.keyboard.press(key);
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body)
      return { id: '', name: '', href: null, fault: undefined };
    // The ring may be drawn around the box that holds a field.
    const around: Element[] = [];
    for (let one: Element | null = element; one && around.length < 4; one = one.parentElement) around.push(one);
    const ring = Math.max(
      ...around
        .map((one) => getComputedStyle(one))
        .map(({ outlineStyle, outlineWidth }) => (outlineStyle === 'none' ? 0 : parseFloat(outlineWidth))),
    );
    const box = element.getBoundingClientRect();
    const header = document.querySelector('.header')?.getBoundingClientRect();
    const isInHeader = element.closest('.header, .skip, dialog, .side') !== null;
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim().replace(/\s+/g, ' ') ?? '';
    const fault =
      ring < 2
        ? `${name}: a ring of ${ring} px`
        : box.width === 0 || box.bottom <= 0 || box.top >= innerHeight
          ? `${name}: outside the window`
          : !isInHeader && header && box.bottom <= header.bottom
            ? `${name}: under the header`
            : undefined;
    return { id: element.id, name, href: element.getAttribute('href'), fault };
  });
}

/** Tabs on until the focus is where it is wanted. Fails where it does not get there, or cannot be seen on the way. */
async function tabTo(page: Page, isWanted: (stop: Stop) => boolean, most = 120): Promise<Stop> {
  const faults: string[] = [];
  for (let at = 0; at < most; at += 1) {
    const stop = await press(page, 'Tab');
    if (stop.fault) faults.push(stop.fault);
    if (isWanted(stop)) {
      expect(faults).toEqual([]);
      return stop;
    }
  }
  throw new Error(`The focus did not get there in ${most} steps. ${faults.join('; ')}`);
}

/** Failures enough for a summary, of each kind that a list is made of. */
const batch = `to,status,error_code\n${Array.from({ length: 40 }, (_, row) => `+120255501${10 + row},failed,${['4775', '4770', '4720', '5620'][row % 4]}`).join('\n')}\n`;

for (const width of [360, 1440]) {
  test.describe(`in a window of ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    test('the first stop of a page leads past the header and the sidebar', async ({ page }) => {
      // On /search/ the field has the focus from the start.
      for (const path of ['/', '/bandwidth/4775/', '/bandwidth/', '/guides/', '/decode/']) {
        await page.goto(path, { waitUntil: 'load' });
        const first = await press(page, 'Tab');
        expect(first, path).toMatchObject({ name: 'Skip to content', href: '#_top', fault: undefined });
        await page.keyboard.press('Enter');
        const next = await tabTo(page, ({ name }) => name !== '', 3);
        expect(next.name, path).not.toMatch(/^(Undelivered|Search|Decode|Menu)$/);
      }
    });

    test('browse: from the home page to a set, a family, a code, and back', async ({ page }) => {
      await page.goto('/', { waitUntil: 'load' });
      for (const path of ['/bandwidth/', '/bandwidth/47xx/', '/bandwidth/4775/']) {
        await tabTo(page, ({ href }) => href === path);
        await page.keyboard.press('Enter');
        await page.waitForURL(`**${path}`, { waitUntil: 'load' });
        await press(page, 'Tab');
        await page.keyboard.press('Enter');
      }
      // Skipping to the content is an entry of the history of its own.
      for (const path of ['/bandwidth/4775/', '/bandwidth/47xx/#_top', '/bandwidth/47xx/']) {
        await page.goBack({ waitUntil: 'load' });
        await expect(page).toHaveURL(path);
      }
      for (const path of ['/bandwidth/', '/']) {
        await tabTo(page, ({ href }) => href === path);
        await page.keyboard.press('Enter');
        await page.waitForURL(path, { waitUntil: 'load' });
      }
    });

    test('there is no trap: Tab runs through a page to its end, and back', async ({ page }) => {
      await page.goto('/bandwidth/4775/', { waitUntil: 'load' });
      await tabTo(page, ({ name }) => name === 'How complete this is', 150);
      const before = await press(page, 'Shift+Tab');
      expect(before.name).toBe('CC BY 4.0');
      expect(before.fault).toBeUndefined();
    });

    test('decode: paste, read, and on to the code', async ({ page }) => {
      await page.goto('/', { waitUntil: 'networkidle' });
      await tabTo(page, ({ id }) => id === 'paste', 30);
      await page.keyboard.insertText('{"type":"message-failed","errorCode":4775}');
      await expect(page.locator('[data-finding][data-code="4775"]')).toBeVisible();
      await tabTo(page, ({ href }) => href === '/bandwidth/4775/', 25);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/bandwidth/4775/');
    });

    test('decode many: every list is saved, and the ticket opened and closed', async ({ page }) => {
      await page.addInitScript(() => {
        window.print = () => document.body.toggleAttribute('data-printed', true);
      });
      await page.goto('/decode/', { waitUntil: 'networkidle' });
      await tabTo(page, ({ id }) => id === 'paste', 30);
      await page.keyboard.insertText(batch);
      await expect(page.locator('[data-decoder-report][data-status="found"]')).toHaveAttribute('aria-busy', 'false');
      for (const [name, file] of [
        ['numbers-to-stop.csv', 'numbers-to-stop.csv'],
        ['to-change.csv', 'to-change.csv'],
        ['to-retry.csv', 'to-retry.csv'],
        ['CSV', 'failures.csv'],
        ['JSON', 'failures.json'],
        ['Input with meanings', 'messages-with-meanings.csv'],
      ] as const) {
        await tabTo(page, (stop) => stop.name === name, 30);
        const download = page.waitForEvent('download');
        await page.keyboard.press('Enter');
        expect((await download).suggestedFilename()).toBe(file);
      }
      await tabTo(page, ({ name }) => name === 'Copy for a ticket', 1);
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByRole('button', { name: 'Copy' })).toBeFocused();
      await tabTo(page, ({ name }) => name === 'Close', 1);
      for (const name of ['Copy', 'Text for the ticket'])
        expect(await press(page, 'Shift+Tab')).toMatchObject({ name, fault: undefined });
      for (let box = 0; box < 3; box += 1) expect((await press(page, 'Shift+Tab')).fault).toBeUndefined();
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(page.getByRole('button', { name: 'Copy for a ticket' })).toBeFocused();
      await tabTo(page, ({ name }) => name === 'Copy link', 1);
      await tabTo(page, ({ name }) => name === 'Print', 1);
      await page.keyboard.press('Enter');
      await expect(page.locator('body')).toHaveAttribute('data-printed');
    });

    test('search: open, type, choose, go, and come back to where one was', async ({ page }) => {
      await page.goto('/bandwidth/4775/', { waitUntil: 'load' });
      await tabTo(page, ({ name }) => /^Search/.test(name), 6);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('combobox')).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      expect(await page.evaluate(() => document.activeElement?.closest('search-launcher') !== null)).toBe(true);
      await page.keyboard.press('Enter');
      // Inserted text has no keys that could be kept for the field, so it must have the focus.
      await expect(page.getByRole('combobox')).toBeFocused();
      await page.keyboard.insertText('4720');
      await expect(page.getByRole('option').first()).toHaveAttribute('href', '/bandwidth/4720/');
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('combobox')).toHaveAttribute('aria-activedescendant', /./);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/bandwidth/4720/');
    });
  });
}
