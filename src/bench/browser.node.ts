import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { chromeArguments, findChrome } from '../testing/chrome.ts';
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
 * away afterwards.
 */
export async function visit<Result>(
  browser: Browser,
  site: Site,
  look: (visit: Visit) => Promise<Result>,
  viewport = { width: 1280, height: 800 },
): Promise<Result> {
  const server = await serve(site);
  const context = await browser.newContext({ viewport });
  try {
    const page = await context.newPage();
    return await look({ page, server, devtools: await context.newCDPSession(page) });
  } finally {
    await context.close();
    await server.close();
  }
}
