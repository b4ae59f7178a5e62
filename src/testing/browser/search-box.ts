import { expect, type Page } from '@playwright/test';

/** Calls the search dialog by its keys, once the page that was navigated to has run its scripts. */
export async function callSearch(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.keyboard.press('Control+k');
}

/** Puts a query into the open dialog, in place of what it holds, and waits until the list has settled. */
export async function fillQuery(page: Page, query: string): Promise<void> {
  await page.getByRole('combobox').fill(query);
  await expect(page.getByRole('dialog').locator('[role="listbox"]:not([aria-busy])')).toBeAttached();
}
