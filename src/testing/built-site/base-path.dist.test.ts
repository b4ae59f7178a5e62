import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromeArguments, findChrome } from '../browser/chrome.ts';
import { serveFolder, type StaticServer } from '../static-server.ts';
import { attributes } from './built-site.ts';

/** The site built for `/docs/`, unpacked from its own archive and served by a plain static server. */
const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'undelivered-base-'));
const out = join(folder, 'dist');
const unpacked = join(folder, 'undelivered-site');
const site = 'https://site.example.com';

// The test runner has a BASE_URL of its own, which the build would take for the site's.
const { BASE_URL: _, ...environment } = process.env;

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', out], {
    cwd: root,
    env: { ...environment, SITE_URL: site, BASE_PATH: '/docs/' },
    stdio: 'pipe',
  });
  execFileSync('tar', ['-xzf', join(out, 'undelivered-site.tar.gz')], { cwd: folder });
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(out, path), 'utf8');
const filesWith = (...endings: string[]) =>
  readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((file) => endings.some((ending) => file.endsWith(ending)) && !file.startsWith('pagefind'))
    .map((file) => ({ file, text: read(file) }));

/** Whether an address below the site leads to a file of the build. */
const leadsToFile = (address: string, from: string): boolean => {
  const { pathname } = new URL(address, `${site}/docs/${from}`);
  if (!pathname.startsWith('/docs/')) return false;
  const path = decodeURIComponent(pathname.slice('/docs/'.length));
  return existsSync(join(out, path === '' || path.endsWith('/') ? `${path}index.html` : path));
};

describe('under a base path', () => {
  test('every link, style sheet, script and file that a page names is below it and there', () => {
    // The page for what is not there has a canonical address that leads nowhere, as it should.
    const pages = filesWith('.html').filter(({ file }) => file !== '404.html');
    expect(pages.length).toBeGreaterThan(500);
    const broken = pages.flatMap(({ file, text }) =>
      ['href', 'src', 'data-worker', 'data-data', 'data-explanations']
        .flatMap((name) => attributes(text, name))
        .filter((address) => !/^(#|data:|mailto:)/.test(address))
        .filter((address) => new URL(address, site).origin === site && !leadsToFile(address, file))
        .map((address) => `${file} → ${address}`),
    );
    expect(broken.slice(0, 20)).toEqual([]);
  });

  test('every whole address of the site is below it and there: canonical, images, sitemap, feeds, open data', () => {
    const addresses = filesWith('.html', '.xml', '.json', '.txt', '.md', '.csv')
      .filter(({ file }) => file !== '404.html')
      .flatMap(({ file, text }) =>
        [...text.matchAll(/https:\/\/site\.example\.com[^\s"'<>\\)\]`,&]*/g)].map(([address]) => ({ file, address })),
      );
    for (const file of [
      'sitemap-0.xml',
      'robots.txt',
      'opensearch.xml',
      'changes/feed.xml',
      'api/v1/index.json',
      'llms.txt',
    ])
      expect(
        addresses.some((found) => found.file === file),
        file,
      ).toBe(true);
    // OpenAPI joins its server and its paths, which begin with a slash.
    const server = `${site}/docs`;
    const broken = addresses.filter(
      // Templates name their places in braces.
      ({ address }) =>
        address !== server &&
        (!address.startsWith(`${server}/`) || !(/[{}]|%7B/.test(address) || leadsToFile(address, ''))),
    );
    expect([...new Set(broken.map(({ file, address }) => `${file} → ${address}`))].slice(0, 20)).toEqual([]);
    expect(read('opensearch.xml')).toContain(`${site}/docs/search/#q={searchTerms}`);
  });

  test('the manifest starts at the decoder and its icons are there', () => {
    const manifest = JSON.parse(read('site.webmanifest')) as {
      start_url: string;
      scope: string;
      icons: { src: string }[];
    };
    const whole = (address: string) => new URL(address, `${site}/docs/site.webmanifest`).pathname;
    expect([whole(manifest.start_url), whole(manifest.scope)]).toEqual(['/docs/decode/', '/docs/']);
    expect(manifest.icons.filter(({ src }) => !leadsToFile(src, 'site.webmanifest'))).toEqual([]);
    expect(attributes(read('decode/index.html'), 'href')).toContain('/docs/site.webmanifest');
    expect(attributes(read('bandwidth/4775/index.html'), 'href')).not.toContain('/docs/site.webmanifest');
  });
});

describe('in a browser', () => {
  let server: StaticServer;
  let whole: StaticServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await serveFolder(() => unpacked);
    // The build itself, as a server has it, below /docs/.
    whole = await serveFolder(() => join(folder, 'served'));
    execFileSync(process.execPath, ['-e', 'fs.mkdirSync("served");fs.renameSync("dist","served/docs")'], {
      cwd: folder,
    });
    browser = await chromium.launch({ executablePath: await findChrome(), args: chromeArguments });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    server.close();
    whole.close();
  });

  test('the unpacked archive decodes, searches and switches the theme, and registers no worker', async () => {
    const page = await browser.newPage();
    const failed: string[] = [];
    page.on('response', (response) => response.status() >= 400 && failed.push(response.url()));
    await page.goto(`${server.site}/docs/decode/`);
    await page.locator('#paste').fill('errorCode=4775');
    const link = page.locator('[data-finding][data-code="4775"] a').first();
    expect(await link.getAttribute('href')).toBe('/docs/bandwidth/4775/');
    await link.click();
    await page.waitForURL('**/docs/bandwidth/4775/');
    const before = await page.locator('html').getAttribute('data-theme');
    await page.getByRole('button', { name: /theme/i }).click();
    expect(await page.locator('html').getAttribute('data-theme')).not.toBe(before);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('replied STOP');
    await page.locator('a[role="option"][href="/docs/bandwidth/4775/"]').waitFor();
    await page.getByRole('combobox').fill('4720');
    await page.locator('a[role="option"][href="/docs/bandwidth/4720/"]').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/docs/bandwidth/4720/');
    expect(failed).toEqual([]);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    await page.close();
  }, 120_000);

  test('the copy for offline use holds what is below the base path and nothing else', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${whole.site}/docs/decode/`);
    await page.locator('offline-copy[data-state="ready"]').waitFor();
    const scopes = await page.evaluate(async () =>
      (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
    );
    expect(scopes).toEqual(['/docs/']);
    await context.setOffline(true);
    expect((await page.goto(`${whole.site}/docs/bird/15016/`))?.status()).toBe(200);
    expect((await page.goto(`${whole.site}/docs/bird/00000/`))?.status()).toBe(503);
    await context.close();
  }, 120_000);
});
