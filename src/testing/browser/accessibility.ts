import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

export const phone = { width: 360, height: 740 };
export const desk = { width: 1440, height: 900 };

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// axe comes with the package that hands it to Playwright.
const axe = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Brings axe into every document that the page opens from now on. */
export async function installAxe(page: Page): Promise<void> {
  await page.addInitScript({ content: axe });
}

/** What axe has to say of the page as it is now: one entry per rule that is broken, with the first element that breaks it. */
export const findViolations = (page: Page): Promise<string[]> => page.evaluate(runAxe, rules);

/** Violations in both themes, on a phone and on a desk, of a state that somebody brought the page into. */
export async function findViolationsEverywhere(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const window of [phone, desk]) {
    await page.setViewportSize(window);
    for (const theme of ['light', 'dark'] as const) {
      await showTheme(page, theme);
      const found = await findViolations(page);
      faults.push(...found.map((fault) => `(${window.width} px, ${theme}) ${fault}`));
    }
  }
  return faults;
}

/** Has the system ask for a theme, and waits until the page shows it: its script learns of it with the next frame. */
export async function showTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction((theme) => document.documentElement.dataset['theme'] === theme, colorScheme);
}

/** Runs axe in the page as it is now. */
async function runAxe(tags: readonly string[]): Promise<string[]> {
  interface Axe {
    run(
      context: Document,
      options: object,
    ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
  }
  const { axe } = globalThis as unknown as { axe: Axe };
  // What is still fading in has the contrast of a moment.
  const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(passing.map(({ finished }) => finished));
  const { violations } = await axe.run(document, {
    runOnly: tags,
    resultTypes: ['violations'],
    iframes: false,
    preload: false,
  });
  return violations.map(
    ({ id, nodes }) => `${id} ${nodes.length} ×: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary ?? ''}`,
  );
}
