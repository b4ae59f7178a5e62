import type { Page } from '@playwright/test';

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

type Recorded = readonly { readonly value: number; readonly of: string }[];

/** Writes layout shifts down from the first paint on, without those that follow a deed. Call it before the page is opened. */
export async function recordShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: { value: number; of: string }[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[])
        if (!hadRecentInput) shifts.push({ value, of: sources.map(({ node }) => node?.nodeName).join(', ') });
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** What shifted since the page was opened, if it is more than nothing: a fault of one entry, for lists of faults. */
export async function readShifts(page: Page): Promise<string[]> {
  const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: Recorded }).shifts);
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  // Less is a single line whose end arrived after its beginning.
  return sum > 0.001 ? [`shifted by ${sum.toFixed(4)}: ${shifts.map(({ of }) => of).join('; ')}`] : [];
}
