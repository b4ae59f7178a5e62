import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { writeCopy } from '../../site/offline/write-copy.ts';
import { serveFolder, type StaticServer } from '../../testing/static-server.ts';

/*
 * Two builds of the site, served one after the other from the same address. Each marks its pages, its search index and its
 * scripts: a page that shows marks of both was mixed.
 */

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'undelivered-update-'));
const builds = { first: join(folder, 'first'), second: join(folder, 'second') } as const;
type Build = keyof typeof builds;

let served: Build = 'first';
let server: StaticServer;
let site = '';

/** A build with its mark in every page, in a data file whose name stays, and in the name of every script and style sheet. */
async function makeBuild(build: Build): Promise<void> {
  const out = builds[build];
  cpSync(join(root, 'dist'), out, {
    recursive: true,
    filter: (file) => !/\/(api|offline\/[^/]+\.bin|.*\.md)$/.test(file),
  });
  const assets = readdirSync(join(out, '_astro'));
  for (const name of assets) renameSync(join(out, '_astro', name), join(out, '_astro', `${build}-${name}`));
  for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
    const file = join(out, name);
    if (!/\.(html|js|css)$/.test(name) || name.startsWith('pagefind') || !statSync(file).isFile()) continue;
    let text = readFileSync(file, 'utf8');
    for (const asset of assets) text = text.replaceAll(asset, `${build}-${asset}`);
    writeFileSync(file, text.replace('<html ', `<html data-build="${build}" `));
  }
  const index = join(out, 'search/index.json');
  writeFileSync(index, JSON.stringify({ build, ...JSON.parse(readFileSync(index, 'utf8')) }));
  await writeCopy(out, {}, Promise.resolve());
}

test.beforeAll(async () => {
  await makeBuild('first');
  await makeBuild('second');
  server = await serveFolder(() => builds[served]);
  site = server.site;
});

test.afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The builds that a page, its scripts and style sheets and a data file that it fetches come from. */
const marksOf = (page: Page) =>
  page.evaluate(async () => {
    const index = (await (await fetch('/search/index.json')).json()) as { build: string };
    const loaded = performance
      .getEntriesByType('resource')
      .flatMap(({ name }) => /\/_astro\/(first|second)-/.exec(name)?.[1] ?? []);
    return [...new Set([document.documentElement.dataset['build'], index.build, ...loaded])];
  });

test('an update is used as a whole, once every page of the version before is closed', async ({ context }) => {
  const first = await context.newPage();
  await first.goto(`${site}/decode/`);
  await expect(first.locator('offline-copy')).toHaveAttribute('data-state', 'ready');
  expect(await marksOf(first)).toEqual(['first']);

  served = 'second';
  const other = await context.newPage();
  await other.goto(`${site}/decode/`);
  await expect(other.locator('offline-copy')).toContainText('A newer version is loaded');
  expect(await marksOf(other)).toEqual(['first']);
  await other.goto(`${site}/bandwidth/4775/`);
  expect(await marksOf(other)).toEqual(['first']);
  // The dialog is loaded late, from a server that has only the newer version.
  await other.keyboard.press('Control+k');
  await other.getByRole('combobox').fill('4720');
  await expect(other.locator('a[role="option"]').first()).toBeVisible();
  expect(await marksOf(other)).toEqual(['first']);
  expect(await marksOf(first)).toEqual(['first']);

  await first.close();
  await other.close();
  const next = await context.newPage();
  await expect
    .poll(async () => {
      // The browser takes a moment to let the older version go, and does not while a page of it is open.
      await next.goto('about:blank');
      await next.waitForTimeout(200);
      await next.goto(`${site}/bandwidth/4775/`);
      return marksOf(next);
    })
    .toEqual(['second']);
  await context.setOffline(true);
  await next.goto(`${site}/decode/`);
  expect(await marksOf(next)).toEqual(['second']);
  expect(await next.evaluate(() => caches.keys())).toHaveLength(1);
});
