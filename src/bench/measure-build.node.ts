import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from '@playwright/test';
import { buildingTable, growthTable, type BuiltPages } from './build-tables.ts';
import { writeGeneratedData } from './generate-data.node.ts';
import { pageGrowthTable } from './growth-tables.ts';
import { weighGrownSite } from './grown-pages.node.ts';
import { firstAnswers } from './measure-search.node.ts';
import type { Peer } from './peers.node.ts';
import { runNode, type Run } from './processes.node.ts';
import { ratio } from './ratio.ts';
import type { Row, Table } from './record.ts';
import { brotli, siteIn } from './static-server.node.ts';
import { interleave } from './statistics.ts';
import { emptyFolder } from './workspace.node.ts';

const root = resolve(import.meta.dirname, '../..');

/** Files of the search index: words with the pages that hold them, and everything else, which answers codes and names. */
const wordIndex = /(^|\/)(words|lists)\b[^/]*\.json$/;
const codeIndex = /(^|\/)(?!words\b|lists\b)[^/]+\.json$/;

/** What `npm run build` starts Node with. */
const buildCommand = (): string[] => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { build: string } };
  return scripts.build.split(' ').slice(1);
};

/** Builds the site as `npm run build` does, from the project itself or from other data, to `out`. */
export function buildSite(out: string, data?: string): Promise<Run> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  return runNode([...buildCommand(), '--outDir', out], {
    cwd: root,
    env: data === undefined ? {} : { DATA_FOLDER: data },
  });
}

interface Effort {
  /** Numbers of codes, ascending, and how often the site is built with so many. */
  readonly sizes: readonly { readonly codes: number; readonly builds: number }[];
  /** How often each site is built from the real content. */
  readonly builds: number;
  /** How often a first answer is measured. */
  readonly runs: number;
}

/** A site that was built once for other parts, too, with what that took. */
export interface Built {
  readonly name: string;
  readonly folder: string;
  readonly run: Run;
  /** Builds it again, in the same place. */
  build(): Promise<Run>;
}

/** What building takes, ours and the peers', and how it grows with the catalogue. */
export async function measureBuild(
  browser: Browser,
  own: Built,
  peers: readonly (Peer & { readonly run: Run })[],
  { sizes, builds, runs }: Effort,
): Promise<Table[]> {
  const sites: readonly Built[] = [own, ...peers.map((peer) => ({ ...peer, folder: peer.site().folder }))];
  const again = await interleave(
    builds - 1,
    sites.map((site) => () => site.build()),
  );
  const grown = await buildGrown(sizes);
  const weights = [];
  for (const site of grown) weights.push({ ...site, weights: await weighGrownSite(browser, site.folder) });
  const answers = await firstAnswers(
    browser,
    [own, ...grown].map(({ name, folder }) => ({
      site: { name, site: siteIn(folder), address: (path) => path },
      ...someCode(folder),
    })),
    runs,
  );
  const small = answers[0]?.first;
  const tables: Table[] = [
    buildingTable(
      sites.map(({ name, folder, run }, index) => ({
        name,
        pages: pagesIn(folder),
        runs: [run, ...(again[index] ?? [])],
      })),
      builds,
    ),
    growthTable(grown),
    pageGrowthTable(weights),
    {
      heading: 'Search as the catalogue grows',
      how: `Sizes are sums over all files of an index, after brotli for our own two and as they lie on the disk for Pagefind, which compresses its files itself. First answer and what is loaded for it: an exact code in a search box that was never used, median of ${runs} runs, the sites in turn.`,
      subject: 'Site',
      columns: ['Code index', 'Word index', 'Pagefind', 'First answer', 'Against real data', 'Loaded'],
      rows: [own, ...grown].map(({ name, folder }, index): Row => {
        const answer = answers[index];
        return {
          name: index === 0 ? 'Real data' : name,
          figures: [
            { value: sizeOf(join(folder, 'search'), codeIndex, true) / 1024, unit: 'KB' },
            { value: sizeOf(join(folder, 'search'), wordIndex, true) / 1024, unit: 'KB' },
            { value: sizeOf(join(folder, 'pagefind'), /./, false) / 1024, unit: 'KB' },
            answer ? { value: Math.round(answer.first * 10) / 10, unit: 'ms' } : null,
            answer ? ratio(answer.first, small, 1.5) : null,
            answer ? { value: answer.bytes / 1024, unit: 'KB', atMost: 15 } : null,
          ],
        };
      }),
    },
  ];
  for (const { folder } of grown) rmSync(folder, { recursive: true });
  return tables;
}

interface GrownSite extends BuiltPages {
  readonly codes: number;
  readonly folder: string;
}

/** Builds the site from made-up data of each size, the sizes in turn, so that a slow moment falls on none alone. */
async function buildGrown(sizes: Effort['sizes']): Promise<GrownSite[]> {
  const sites = sizes.map(({ codes, builds }) => {
    const data = emptyFolder(`data-${codes}`);
    writeGeneratedData(data, codes);
    return { codes, builds, data, folder: emptyFolder(`site-${codes}`), runs: [] as Run[] };
  });
  for (let turn = 0; turn < Math.max(...sizes.map(({ builds }) => builds)); turn += 1) {
    for (const { builds, data, folder, runs } of sites) if (turn < builds) runs.push(await buildSite(folder, data));
  }
  for (const { data } of sites) rmSync(data, { recursive: true });
  return sites.map(({ codes, folder, runs }) => ({
    name: `${codes.toLocaleString('en')} codes`,
    codes,
    folder,
    pages: pagesIn(folder),
    runs,
  }));
}

const pagesIn = (folder: string): number => filesIn(folder).filter((file) => file.endsWith('.html')).length;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** The size of all files below a folder whose path in it fits, in bytes. */
function sizeOf(folder: string, name: RegExp, isPacked: boolean): number {
  if (!existsSync(folder)) return 0;
  return filesIn(folder)
    .filter((file) => name.test(file.slice(folder.length + 1)))
    .reduce((sum, file) => sum + (isPacked ? brotli(readFileSync(file)).length : statSync(file).size), 0);
}

/** A code in the middle of the first set of a built site that has numbers, and the page of the next one to search from. */
function someCode(folder: string): { code: string; from: { path: string; about: string } } {
  for (const set of readdirSync(folder).sort()) {
    if (!/^[a-z]+$/.test(set) || !existsSync(join(folder, set, 'index.html'))) continue;
    const codes = readdirSync(join(folder, set)).filter((name) => /^\d{4,5}$/.test(name));
    const middle = Math.floor(codes.length / 2);
    const [code, other] = [codes[middle], codes[middle + 1]];
    if (code !== undefined && other !== undefined) return { code, from: { path: `/${set}/${other}/`, about: other } };
  }
  throw new Error(`${folder} has no set with numbers.`);
}
