import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import { expect, test } from '@playwright/test';
import { serveFolder, type StaticServer } from '../static-server.ts';
import { readShifts, recordShifts } from './layout-shifts.ts';

/*
 * A page that arrives in pieces is painted in pieces. What stands on the screen already stays where it is: columns of a
 * table do not wait for its last row to find their widths.
 */

const site = resolve(import.meta.dirname, '../../../dist');

/** One page of each kind, and the widest tables. */
const paths = [
  '/',
  '/decode/',
  '/search/',
  '/bandwidth/',
  '/bandwidth/47xx/',
  '/bird-sms/birds-own/',
  '/bird-errors/',
  '/whatsapp/',
  '/bandwidth/4775/',
  '/bird/15005/',
  '/causes/',
  '/causes/message-expired/',
  '/coverage/',
  '/guides/retry-policy/',
  '/guides/measurements/',
];

let server: StaticServer;

test.beforeAll(async () => {
  server = await serveFolder(
    () => site,
    (path, response) => {
      if (path.endsWith('/')) void sendInPieces(readFileSync(join(site, path, 'index.html'), 'utf8'), response);
      return path.endsWith('/');
    },
  );
});

test.afterAll(() => server.close());

/** Sends the head at once and the rest in some sixty pieces, each long enough behind the one before to be painted alone. */
async function sendInPieces(html: string, response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
  const main = html.indexOf('<main');
  response.write(html.slice(0, main));
  const size = Math.max(350, Math.ceil((html.length - main) / 60));
  for (let at = main; at < html.length; at += size) {
    await pause(40);
    response.write(html.slice(at, at + size));
  }
  response.end();
}

for (const [device, viewport] of Object.entries({
  phone: { width: 360, height: 740 },
  desk: { width: 1440, height: 900 },
})) {
  for (const path of paths) {
    test(`nothing moves while ${path} arrives in pieces (${device})`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await recordShifts(page);
      await page.goto(`${server.site}${path}`);
      await expect(page.locator('footer')).toBeVisible();
      for (const table of await page.locator('table').all()) await expect(table).toBeVisible();
      expect(await readShifts(page)).toEqual([]);
    });
  }
}
