import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { open, visit } from './browser.node.ts';
import type { PageWeights } from './growth-tables.ts';
import { measuredPages } from './measured-pages.ts';
import { brotli, siteIn } from './static-server.node.ts';
import { median } from './statistics.ts';

/** So many code pages are weighed, spread over all sets. */
const codePages = 5;

/**
 * What the pages of a built site weigh, whatever its codes are. Without a service worker: what that keeps is no part of a
 * page, and has a limit of its own.
 */
export async function weighGrownSite(browser: Browser, folder: string): Promise<PageWeights> {
  const site = siteIn(folder);
  const weigh = (path: string, about: string): Promise<number> =>
    visit(
      browser,
      site,
      async (look) => {
        await open(look, path, about);
        return look.server.takeTraffic().bytes;
      },
      'block',
    );
  const { codes, families, sets } = pagesOf(folder);
  const seen = spread(codes, codePages);
  const ofCodes: number[] = [];
  for (const { path, code } of seen) ofCodes.push(await weigh(path, code));
  const { home, decoder } = measuredPages;
  return {
    code: median(ofCodes),
    sidebar: median(seen.map(({ path }) => brotli(sidebarOf(folder, path)).length)),
    // The disk has said that these are there, and nobody knows what they are called.
    family: await weigh(largest(folder, families), ''),
    set: await weigh(largest(folder, sets), ''),
    home: await weigh(home.path, home.about),
    decoder: await weigh(decoder.path, decoder.about),
  };
}

interface Pages {
  readonly codes: readonly { readonly path: string; readonly code: string }[];
  readonly families: readonly string[];
  readonly sets: readonly string[];
}

/** The pages of a built site by what they are about, as its open data says. */
function pagesOf(folder: string): Pages {
  const data = <Content>(path: string): Content =>
    JSON.parse(readFileSync(join(folder, 'api/v1', path), 'utf8')) as Content;
  const ids = data<{ sets: { id: string }[] }>('index.json').sets.map(({ id }) => id);
  const ofSets = ids.map((set) => {
    const codes = new Set(data<{ codes: { code: string }[] }>(`${set}.json`).codes.map(({ code }) => code));
    const folders = readdirSync(join(folder, set), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return {
      codes: [...codes].map((code) => ({ path: `/${set}/${code}/`, code })),
      families: folders.filter(({ name }) => !codes.has(name)).map(({ name }) => `/${set}/${name}/`),
    };
  });
  return {
    codes: ofSets.flatMap(({ codes }) => codes),
    families: ofSets.flatMap(({ families }) => families),
    sets: ids.map((id) => `/${id}/`),
  };
}

const fileOf = (folder: string, path: string): string => join(folder, path, 'index.html');

/** The page with the most markup. */
function largest(folder: string, paths: readonly string[]): string {
  const [most] = paths
    .map((path) => ({ path, size: statSync(fileOf(folder, path)).size }))
    .sort((a, b) => b.size - a.size);
  if (most === undefined) throw new Error(`${folder} has no families or no sets.`);
  return most.path;
}

/** So many of a list, from its beginning to its end. */
const spread = <Item>(items: readonly Item[], count: number): Item[] =>
  Array.from({ length: count }, (_, index) => items[Math.floor(((index + 0.5) * items.length) / count)]!);

function sidebarOf(folder: string, path: string): Buffer {
  const [sidebar] = /<nav id="menu".*?<\/nav>/s.exec(readFileSync(fileOf(folder, path), 'utf8')) ?? [];
  if (sidebar === undefined) throw new Error(`${path} has no sidebar.`);
  return Buffer.from(sidebar);
}
