/**
 * `npm run bench [-- part …] [--quick] [--keep] [--strict]`: measures what the site costs, beside other tools with the same
 * content, and prints tables, at last the budgets that were missed. Parts: pages, search, decode, build, lighthouse; without any, all of them. What was measured goes
 * into src/bench/record.json and from there onto the page /guides/measurements/, part by part. `--quick` takes small
 * sizes and few runs to try the bench out, and records nothing. `--keep` keeps the other tools installed for the next
 * run. Ends with 1 where something could not be measured; a figure over its budget is a finding and no fault, unless
 * `--strict` makes it one.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from '@playwright/test';
import { launch } from './browser.node.ts';
import { circumstances, versionOf } from './machine.node.ts';
import { buildSite, measureBuild } from './measure-build.node.ts';
import { measureDecode } from './measure-decode.node.ts';
import { lighthouseVersion, measureLighthouse } from './measure-lighthouse.node.ts';
import { measurePages } from './measure-pages.node.ts';
import { measureSearch } from './measure-search.node.ts';
import type { MeasuredSite } from './measured-site.ts';
import { preparePeers, type Peer } from './peers.node.ts';
import { outcomeOf } from './outcome.ts';
import type { Run } from './processes.node.ts';
import { missedIn, partNames, type BenchRecord, type Part, type PartName, type Table } from './record.ts';
import { renderPage } from './render-page.ts';
import { renderTable } from './render-table.ts';
import { siteIn } from './static-server.node.ts';
import { emptyFolder, removeWorkspace } from './workspace.node.ts';

const recordFile = join(import.meta.dirname, 'record.json');
const pageFile = resolve(import.meta.dirname, '../content/docs/guides/measurements.md');

const efforts = {
  full: {
    pages: { runs: 9, rest: 10_000 },
    search: 7,
    decode: { runs: 5, log: 50, opened: 30, streamed: 1024, tableRows: 100_000 },
    build: {
      sizes: [
        { codes: 100, builds: 3 },
        { codes: 1000, builds: 3 },
        { codes: 10_000, builds: 1 },
      ],
      builds: 3,
      // An answer takes one frame or two, so the median of few runs would be one or the other by chance.
      runs: 21,
    },
    lighthouse: 3,
  },
  quick: {
    pages: { runs: 1, rest: 1000 },
    search: 1,
    decode: { runs: 1, log: 5, opened: 3, streamed: 32, tableRows: 5000 },
    build: { sizes: [{ codes: 100, builds: 1 }], builds: 1, runs: 1 },
    lighthouse: 1,
  },
} as const;

const words = process.argv.slice(2);
const isQuick = words.includes('--quick');
const asked = words.filter((word) => !word.startsWith('--'));
const unknown = words.filter((word) => !['--quick', '--keep', '--strict', ...partNames].includes(word));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}. The parts are: ${partNames.join(', ')}.`);
  process.exit(1);
}
const parts = partNames.filter((name) => asked.length === 0 || asked.includes(name));
const effort = isQuick ? efforts.quick : efforts.full;

const began = performance.now();
const failures: string[] = [];
const missed: string[] = [];
const browser = await launch();
try {
  await measure(browser);
} catch (error) {
  failures.push(describe(error));
} finally {
  await browser.close();
  removeWorkspace(words.includes('--keep'));
}
console.log(`\nThe whole took ${Math.round((performance.now() - began) / 60_000)} minutes.`);
const { lines, exitCode } = outcomeOf({ missed, failures, isStrict: words.includes('--strict') });
console.log(`\n${lines.join('\n')}`);
process.exitCode = exitCode;

async function measure(browser: Browser): Promise<void> {
  say('Building the site.');
  const folder = emptyFolder('site');
  const own = { name: 'Undelivered', folder, run: await buildSite(folder), build: () => buildSite(folder) };
  const needsPeers = parts.some((part) => part === 'pages' || part === 'search' || part === 'build');
  const peers = needsPeers ? await buildPeers(folder) : [];
  const sites: MeasuredSite[] = [
    { name: own.name, site: siteIn(folder), address: (path) => path },
    ...peers.map((peer) => ({ name: peer.name, site: peer.site(), address: peer.address })),
  ];
  const peerVersions = Object.assign({}, ...peers.map(({ versions }) => versions)) as Record<string, string>;
  const measurers: Readonly<Record<PartName, () => Promise<Table[]>>> = {
    pages: () => measurePages(browser, sites, effort.pages),
    search: () => measureSearch(browser, sites, effort.search),
    decode: () => measureDecode(browser, folder, effort.decode),
    build: () => measureBuild(browser, own, peers, effort.build),
    lighthouse: () =>
      measureLighthouse(folder, effort.lighthouse, (fault) => console.log(`below full marks: ${fault}`)),
  };
  for (const part of parts) {
    say(`Measuring: ${part}.`);
    const begin = performance.now();
    try {
      const tables = await measurers[part]();
      const seconds = Math.round((performance.now() - begin) / 1000);
      for (const table of tables) console.log(`\n${renderTable(table)}`);
      missed.push(...missedIn(tables));
      const versions: Record<string, string> = {
        Chromium: browser.version(),
        ...(['pages', 'search', 'build'].includes(part) ? peerVersions : {}),
        ...(part === 'decode' ? { 'Papa Parse': versionOf('papaparse') } : {}),
        ...(part === 'lighthouse' ? { Lighthouse: lighthouseVersion } : {}),
      };
      if (!isQuick) keep(part, { ...circumstances(versions), seconds, tables });
    } catch (error) {
      failures.push(`${part}: ${describe(error)}`);
    }
  }
}

/** Builds every peer, once each. */
async function buildPeers(dist: string): Promise<(Peer & { readonly run: Run })[]> {
  say('Installing and writing the other tools.');
  const built: (Peer & { readonly run: Run })[] = [];
  for (const peer of await preparePeers(dist)) {
    say(`Building ${peer.name}.`);
    built.push({ ...peer, run: await peer.build() });
  }
  return built;
}

/** Puts a part into the record, and the record onto its page. */
function keep(name: PartName, part: Part): void {
  const earlier = existsSync(recordFile) ? (JSON.parse(readFileSync(recordFile, 'utf8')) as BenchRecord) : {};
  const record: BenchRecord = { ...earlier, [name]: part };
  writeFileSync(recordFile, `${JSON.stringify(record, undefined, 2)}\n`);
  writeFileSync(pageFile, renderPage(record));
}

function say(words: string): void {
  console.log(`${String(Math.round((performance.now() - began) / 1000)).padStart(5)} s  ${words}`);
}

/** An error with what caused it. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}\n${describe(error.cause)}`;
}
