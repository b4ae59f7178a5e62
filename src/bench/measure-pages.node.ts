import type { Browser, Page } from '@playwright/test';
import { open, visit, type Visit } from './browser.node.ts';
import { measuredPages, type MeasuredPage } from './measured-pages.ts';
import type { MeasuredSite } from './measured-site.ts';
import { loadTable, weightTable, type Load, type PageKind, type Weight } from './page-tables.ts';
import type { Table } from './record.ts';
import { interleave, median } from './statistics.ts';

/** A page to open, with its budget and whether the peers have it too. */
type Kind = PageKind & MeasuredPage & { readonly isShared: boolean };

const kinds: readonly Kind[] = [
  { ...measuredPages.code, kilobytes: 24, requests: 8, isShared: true },
  { ...measuredPages.family, isShared: false },
  { ...measuredPages.set, kilobytes: 45, isShared: true },
  { ...measuredPages.home, kilobytes: 120, isShared: false },
  { ...measuredPages.decoder, kilobytes: 120, isShared: false },
];

interface Effort {
  /** How often each page is opened for times. */
  readonly runs: number;
  /** How long a page is left alone after the scroll, in milliseconds. */
  readonly rest: number;
}

/**
 * What pages cost: bytes and requests, and what they do to a slow processor. Our site comes first. Throws where an address
 * leads to another page.
 */
export async function measurePages(
  browser: Browser,
  sites: readonly MeasuredSite[],
  { runs, rest }: Effort,
): Promise<Table[]> {
  const pages = sites.flatMap((site, index) =>
    kinds.filter(({ isShared }) => index === 0 || isShared).map((kind) => ({ site, kind, isOurs: index === 0 })),
  );
  const weighPage = ({ site, kind }: (typeof pages)[number], wait: number): Promise<Weight> =>
    visit(browser, site.site, (look) => weigh(look, site.address(kind.path), kind.about, wait));
  // Once without a watch, so that the server has all files compressed.
  for (const page of pages) await weighPage(page, 0);
  // Bytes do not depend on what else goes on, so the pages of a site may wait together.
  const weights: Weight[] = [];
  for (const own of Map.groupBy(pages, ({ site }) => site).values())
    weights.push(...(await Promise.all(own.map((page) => weighPage(page, rest)))));
  const loads = await interleave(
    runs,
    pages.map(
      ({ site, kind }) =>
        () =>
          visit(browser, site.site, (look) => observe(look, site.address(kind.path), kind.about)),
    ),
  );
  const subjects = pages.map(({ site, kind, isOurs }) => ({ kind, site: site.name, isOurs }));
  return [
    weightTable(
      subjects.map((subject, index) => ({ ...subject, ...weights[index]! })),
      rest,
    ),
    loadTable(
      subjects.map((subject, index) => ({ ...subject, ...middleOf(loads[index] ?? []) })),
      runs,
    ),
  ];
}

/** The median of each figure. */
const middleOf = (loads: readonly Load[]): Load => ({
  blocked: median(loads.map(({ blocked }) => blocked)),
  drawn: median(loads.map(({ drawn }) => drawn)),
  largestPaint: median(loads.map(({ largestPaint }) => largestPaint)),
  shift: median(loads.map(({ shift }) => shift)),
});

async function weigh(look: Visit, path: string, about: string, rest: number): Promise<Weight> {
  const { page, server } = look;
  await open(look, path, about);
  const cold = server.takeTraffic();
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
  await page.waitForTimeout(rest);
  const after = server.takeTraffic();
  return {
    cold,
    rested: {
      bytes: cold.bytes + after.bytes,
      requests: cold.requests + after.requests,
      workerBytes: cold.workerBytes + after.workerBytes,
      workerRequests: cold.workerRequests + after.workerRequests,
    },
  };
}

async function observe(look: Visit, path: string, about: string): Promise<Load> {
  const { page, devtools } = look;
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(startObserving);
  await open(look, path, about);
  await page.waitForTimeout(1000);
  // A frame that was painted late is reported late.
  for (let wait = 0; wait < 20; wait += 1) {
    const seen = await readObserved(page);
    if (seen.largestPaint > 0) return seen;
    await page.waitForTimeout(500);
  }
  throw new Error(`The browser did not report what it painted of ${path}.`);
}

/** Runs in the page, before anything of its own. */
function startObserving(): void {
  const seen = { blocked: 0, drawn: 0, largestPaint: 0, shift: 0 };
  Object.assign(globalThis, { undeliveredBench: seen });
  const on = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  on('longtask', ({ duration }) => (seen.blocked += Math.max(0, duration - 50)));
  on(
    'long-animation-frame',
    (entry) => (seen.drawn += (entry as PerformanceEntry & { blockingDuration: number }).blockingDuration),
  );
  on('largest-contentful-paint', ({ startTime }) => (seen.largestPaint = startTime));
  on('layout-shift', (entry) => (seen.shift += (entry as PerformanceEntry & { value: number }).value));
}

const readObserved = (page: Page): Promise<Load> =>
  page.evaluate(() => (globalThis as unknown as { undeliveredBench: Load }).undeliveredBench);
