/**
 * Every page of the built site in a real browser, with the headers it is deployed with: accessible in both themes, on a
 * phone and on a wide screen, with nothing refused, fetched from elsewhere, shifted, wider than the window or written over
 * something else.
 *
 * A page is opened once in each window, because what moves while it is drawn depends on the width; the theme changes around
 * it, light and dark first in turn. Axe takes most of the time. It runs with every rule in all four states: those about
 * colours are most of what it costs, so where only the theme changed the others cost little. It passes over texts whose
 * ground it cannot tell, so in each theme the contrast of every text is computed too.
 */
import { expect, test, type Page } from '@playwright/test';
import { readPages, readPagesThatLeadOn } from '../built-site/built-site.ts';
import { contrastRatio, leastContrast } from '../contrast.ts';
import { desk, findViolations, installAxe, phone, showTheme } from './accessibility.ts';
import { readShifts, recordShifts } from './layout-shifts.ts';
import { watchPage } from './watch-page.ts';

// What is refused or shifted in one of two tries is a fault too.
test.describe.configure({ retries: 0 });

/** So many pages are a test of their own: enough to keep the browser warm, few enough to spread over the workers. */
const pagesPerTest = 24;
const parts = inParts(
  readPages().map(({ path }) => path),
  pagesPerTest,
);

for (const [index, part] of parts.entries()) {
  test(`pages ${index + 1}/${parts.length}: the ${part.length} from ${part[0]} to ${part.at(-1)}`, async ({ page }) => {
    test.setTimeout(300_000);
    const incidents = await watchPage(page);
    await installAxe(page);
    await recordShifts(page);
    const faults: string[] = [];
    for (const [at, path] of part.entries()) {
      const found = [...(await inspect(page, path, at % 2 === 0)), ...incidents.splice(0)];
      faults.push(...found.map((fault) => `${path} ${fault}`));
    }
    expect(faults).toEqual([]);
  });
}

/** They are small and of one kind, so more of them make a test, and each is seen in one state: on the phone, the themes in turn. */
const onwardParts = inParts(readPagesThatLeadOn(), 4 * pagesPerTest);

for (const [index, part] of onwardParts.entries()) {
  test(`pages that lead on ${index + 1}/${onwardParts.length}: the ${part.length} from ${part[0]?.path}`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    const incidents = await watchPage(page);
    await installAxe(page);
    await page.setViewportSize(phone);
    const targets = new Set(part.map(({ to }) => to));
    // A browser does not leave a page for an answer without content, so it can be looked at although it leads on at once.
    await page.route(
      ({ pathname }) => targets.has(pathname),
      (route) => route.fulfill({ status: 204 }),
    );
    const faults: string[] = [];
    for (const [at, { path, to }] of part.entries()) {
      await page.emulateMedia({ colorScheme: at % 2 === 0 ? 'light' : 'dark' });
      const leaves = page.waitForRequest((request) => new URL(request.url()).pathname === to);
      const response = await page.goto(path, { waitUntil: 'load' });
      await leaves;
      const found = [
        ...(response?.status() === 200 ? [] : [`was answered with ${response?.status()}`]),
        ...(await page.evaluate(readToEnd)),
        ...(await page.evaluate(findLiveMarkup)),
        ...(await findViolations(page)),
        ...incidents.splice(0),
      ];
      faults.push(...found.map((fault) => `${path} ${fault}`));
    }
    expect(faults).toEqual([]);
  });
}

/** A list in parts of so many; the last may be shorter. */
function inParts<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}

/** Opens a page and says everything that is wrong with it. */
async function inspect(page: Page, path: string, isLightOnPhone: boolean): Promise<string[]> {
  const [ofPhone, ofDesk] = isLightOnPhone ? (['light', 'dark'] as const) : (['dark', 'light'] as const);
  const faults: string[] = [];
  const add = (state: string, found: readonly string[]) => faults.push(...found.map((fault) => `(${state}) ${fault}`));

  await page.setViewportSize(phone);
  await page.emulateMedia({ colorScheme: ofPhone });
  const response = await page.goto(path, { waitUntil: 'load' });
  if (response?.status() !== 200) add('server', [`was answered with ${response?.status()}`]);
  add('phone', await page.evaluate(readToEnd));
  add('phone', await page.evaluate(findSpilling));
  add('phone', await readShifts(page));
  add('phone', await page.evaluate(findLiveMarkup));
  add(`phone, ${ofPhone}`, await findViolations(page));
  await showTheme(page, ofDesk);
  add(`phone, ${ofDesk}`, await findViolations(page));
  add(`phone, ${ofDesk}`, await faintTexts(page));
  await page.setViewportSize(desk);
  await page.goto(path, { waitUntil: 'load' });
  // What came last is drawn with the next frame, and what it moved is told of with the one after it.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  add('desk', await readShifts(page));
  add('desk', await page.evaluate(findSpilling));
  add(`desk, ${ofDesk}`, await findViolations(page));
  await showTheme(page, ofPhone);
  add(`desk, ${ofPhone}`, await findViolations(page));
  add(`desk, ${ofPhone}`, await faintTexts(page));
  return faults;
}

/** Texts whose contrast with what they stand on is too low. */
async function faintTexts(page: Page): Promise<string[]> {
  return (await page.evaluate(readTextColours)).flatMap(({ colour, ground, size, weight, sample }) => {
    const ratio = contrastRatio(colour, ground);
    return ratio < leastContrast(size, weight)
      ? [`contrast ${ratio.toFixed(2)} of “${sample}”: ${colour.join(' ')} on ${ground.join(' ')}`]
      : [];
  });
}

/** Scrolls to the end and back, and says whether the page is wider than the window. */
async function readToEnd(): Promise<string[]> {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const { scrollHeight, scrollWidth } = document.documentElement;
  for (const top of [scrollHeight / 2, scrollHeight, 0]) {
    scrollTo(0, top);
    await frame();
  }
  return scrollWidth > innerWidth ? [`is ${scrollWidth} px wide in a window of ${innerWidth} px`] : [];
}

/** Texts that run out of their cell of a table and so lie over the next. Heads that are only listened to are left out. */
function findSpilling(): string[] {
  return [...document.querySelectorAll('main :is(tbody th, td)')]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
    .map((cell) => `“${cell.textContent.trim().slice(0, 40)}” runs out of its cell`);
}

/** Attributes that would run something: handlers, addresses that are scripts, documents in attributes. */
function findLiveMarkup(): string[] {
  return [...document.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes]
      .filter(({ name, value }) => /^on|^srcdoc$/.test(name) || /^\s*(javascript|data:text):/i.test(value))
      .map(({ name, value }) => `has ${name}="${value}" on <${element.localName}>`),
  );
}

interface TextColour {
  readonly colour: readonly [number, number, number];
  readonly ground: readonly [number, number, number];
  readonly size: number;
  readonly weight: number;
  readonly sample: string;
}

/**
 * Each pair of a text colour and the colour behind it, once. What is behind a text is the nearest ancestor with a background;
 * the site has no pictures or gradients behind text, and no half-transparent colours: such a one throws.
 */
function readTextColours(): TextColour[] {
  const read = (colour: string): readonly [number, number, number] | undefined => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    if (alpha === 0) return undefined;
    if (alpha < 1 || !colour.startsWith('rgb')) throw new Error(`cannot read the colour ${colour}`);
    return [red, green, blue];
  };
  const grounds = new Map<Element, readonly [number, number, number]>();
  const groundOf = (element: Element): readonly [number, number, number] => {
    const known = grounds.get(element);
    if (known) return known;
    const style = getComputedStyle(element);
    if (style.backgroundImage !== 'none' || style.opacity !== '1')
      throw new Error(`see-through <${element.localName}>`);
    const ground =
      read(style.backgroundColor) ?? (element.parentElement ? groundOf(element.parentElement) : [255, 255, 255]);
    grounds.set(element, ground);
    return ground;
  };
  const found = new Map<string, TextColour>();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const sample = (text.textContent ?? '').trim().slice(0, 30);
    const parent = text.parentElement;
    if (sample === '' || !parent?.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(parent);
    const colour = read(style.color);
    if (!colour) continue;
    const pair = {
      colour,
      ground: groundOf(parent),
      size: parseFloat(style.fontSize),
      weight: Number(style.fontWeight),
    };
    const key = JSON.stringify(pair);
    if (!found.has(key)) found.set(key, { ...pair, sample });
  }
  return [...found.values()];
}
