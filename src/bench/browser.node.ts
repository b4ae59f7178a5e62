import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { chromeArguments, findChrome } from '../testing/browser/chrome.ts';
import { expectPage } from './measured-pages.ts';
import { serve, type Site, type StaticServer } from './static-server.node.ts';

export const launch = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await findChrome(), args: [...chromeArguments, '--enable-precise-memory-info'] });

/** A page that has never seen the site, and the server that knows what it asked for. */
export interface Visit {
  readonly page: Page;
  readonly server: StaticServer;
  readonly devtools: CDPSession;
}

/**
 * Opens a new browser profile and a new server for the site, so that nothing is cached, hands both over and takes them
 * away afterwards. With `block` the site gets no service worker.
 */
export async function visit<Result>(
  browser: Browser,
  site: Site,
  look: (visit: Visit) => Promise<Result>,
  serviceWorkers: 'allow' | 'block' = 'allow',
): Promise<Result> {
  const server = await serve(site);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers });
  try {
    const page = await context.newPage();
    return await look({ page, server, devtools: await context.newCDPSession(page) });
  } finally {
    await context.close();
    await server.close();
  }
}

/**
 * Opens a page and waits until the network is idle. Throws where it is not the page that is to be measured: another status
 * than 200, or a title, once its scripts ran, that does not hold what the page is about.
 */
export async function open({ page, server }: Visit, path: string, about: string): Promise<void> {
  const response = await page.goto(server.origin + path, { waitUntil: 'networkidle' });
  let title = await page.title();
  // Some tools write the title anew when their scripts take over, and for a moment it is that of the site alone.
  for (let wait = 0; wait < 20 && !title.includes(about); wait += 1) {
    await page.waitForTimeout(250);
    title = await page.title();
  }
  expectPage(path, { status: response?.status(), title }, about);
}
