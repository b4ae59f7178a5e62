import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import { readPages } from './built-site.ts';
import { watchPage } from './watch-page.ts';

/**
 * Every page of the built site in a real browser, with the headers it is deployed with: accessible in both themes, on a
 * phone and on a wide screen, with nothing refused, fetched from elsewhere, shifted or wider than the window.
 *
 * A page is opened once. The window and the theme change around it, and axe runs in each of the four states; in the second
 * theme of a width only the rules that look at colours, since a theme changes nothing else (the first test below).
 */

const phone = { width: 360, height: 740 };
const desk = { width: 1440, height: 900 };
const allRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colourRules = ['color-contrast', 'link-in-text-block'];

// axe comes with the package that hands it to Playwright.
const axe = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** So many pages are a test of their own: enough to keep the browser warm, few enough to spread over the workers. */
const pagesPerTest = 24;
const paths = readPages().map(({ path }) => path);
const parts = Array.from({ length: Math.ceil(paths.length / pagesPerTest) }, (_, part) =>
  paths.slice(part * pagesPerTest, (part + 1) * pagesPerTest),
);

for (const part of parts) {
  test(`the ${part.length} pages from ${part[0]} to ${part.at(-1)}`, async ({ page }) => {
    test.setTimeout(300_000);
    const incidents = await watchPage(page);
    await page.addInitScript({ content: axe });
    await page.addInitScript(countShifts);
    const faults: string[] = [];
    for (const path of part) {
      const found = [...(await inspect(page, path)), ...incidents.splice(0)];
      faults.push(...found.map((fault) => `${path} ${fault}`));
    }
    expect(faults).toEqual([]);
  });
}

/** Opens a page and says everything that is wrong with it. */
async function inspect(page: Page, path: string): Promise<string[]> {
  const faults: string[] = [];
  await page.setViewportSize(phone);
  await page.emulateMedia({ colorScheme: 'light' });
  const response = await page.goto(path, { waitUntil: 'load' });
  if (response?.status() !== 200) faults.push(`was answered with ${response?.status()}`);
  faults.push(...(await page.evaluate(readToEnd)), ...(await page.evaluate(findLiveMarkup)));
  for (const [name, size] of [
    ['phone', phone],
    ['desk', desk],
  ] as const) {
    await page.setViewportSize(size);
    for (const [colorScheme, rules] of [
      [name === 'phone' ? 'light' : 'dark', allRules],
      [name === 'phone' ? 'dark' : 'light', colourRules],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      const violations = await page.evaluate(runAxe, { rules, isTags: rules === allRules });
      faults.push(...violations.map((violation) => `(${name}, ${colorScheme}) ${violation}`));
    }
  }
  return faults;
}

/** Counts layout shifts from the first paint on. Runs in the page before its own scripts. */
function countShifts(): void {
  const shifts: string[] = [];
  Object.assign(globalThis, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) shifts.push(entry.value.toFixed(4));
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Scrolls to the end, and says what shifted on the way and whether the page is wider than the window. */
async function readToEnd(): Promise<string[]> {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const { scrollHeight, scrollWidth } = document.documentElement;
  for (let top = 0; top < scrollHeight; top += innerHeight * 4) {
    scrollTo(0, top);
    await frame();
  }
  scrollTo(0, scrollHeight);
  await frame();
  await frame();
  const { shifts } = globalThis as unknown as { shifts: string[] };
  scrollTo(0, 0);
  return [
    ...shifts.map((value) => `shifted by ${value}`),
    ...(scrollWidth > innerWidth ? [`is ${scrollWidth} px wide in a window of ${innerWidth} px`] : []),
  ];
}

/** Attributes that would run something: handlers, addresses that are scripts, documents in attributes. */
function findLiveMarkup(): string[] {
  return [...document.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes]
      .filter(({ name, value }) => /^on|^srcdoc$/.test(name) || /^\s*(javascript|data:text):/i.test(value))
      .map(({ name, value }) => `has ${name}="${value}" on <${element.localName}>`),
  );
}

/** Runs axe in the page as it is now. */
async function runAxe({ rules, isTags }: { rules: readonly string[]; isTags: boolean }): Promise<string[]> {
  interface Axe {
    run(
      context: Document,
      options: object,
    ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
  }
  const { axe } = globalThis as unknown as { axe: Axe };
  const { violations } = await axe.run(document, {
    runOnly: { type: isTags ? 'tag' : 'rule', values: rules },
    resultTypes: ['violations'],
    iframes: false,
    preload: false,
  });
  return violations.map(
    ({ id, nodes }) => `${id} ${nodes.length} ×: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary ?? ''}`,
  );
}
