import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { serveFolder, type StaticServer } from '../../testing/static-server.ts';

const dist = resolve(import.meta.dirname, '../../../dist');
let folder: string;
let unpacked: string;
let server: StaticServer;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'undelivered-archive-'));
  unpacked = join(folder, 'undelivered-site');
  execFileSync('tar', ['-xzf', join(dist, 'undelivered-site.tar.gz')], { cwd: folder });
  server = await serveFolder(() => unpacked);
});
test.afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the archive holds the whole site but itself and the worker', () => {
  const names = (from: string) =>
    readdirSync(from, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.\w+$/.test(name))
      .sort();
  const left = names(dist).filter((name) => !existsSync(join(unpacked, name)));
  expect(left.filter((name) => !/^offline\//.test(name))).toEqual(['service-worker.js', 'undelivered-site.tar.gz']);
  expect(names(unpacked).filter((name) => !existsSync(join(dist, name)))).toEqual([]);
});

test('unpacked and served by a plain server it opens pages, decodes and searches', async ({ page }) => {
  const failed: string[] = [];
  page.on('response', (response) => response.status() >= 400 && failed.push(response.url()));
  page.on('pageerror', (error) => failed.push(String(error)));
  for (const path of [
    '/',
    '/bandwidth/',
    '/bird/15016/',
    '/causes/',
    '/guides/open-data/',
    '/api/v1/bandwidth/4775.json',
  ])
    expect((await page.goto(server.site + path))?.status(), path).toBe(200);
  await page.goto(`${server.site}/search/#q=replied%20STOP`);
  await expect(page.locator('a[role="option"][href="/bandwidth/4775/"]')).toBeVisible();
  await page.goto(`${server.site}/decode/`, { waitUntil: 'networkidle' });
  await page.locator('#paste').fill('errorCode=4775');
  await expect(page.locator('[data-finding][data-code="4775"]')).toBeVisible();
  await expect(page.locator('offline-copy')).toBeEmpty();
  expect(failed).toEqual([]);
});
