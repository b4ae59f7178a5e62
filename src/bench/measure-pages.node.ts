import type { Browser, Page } from '@playwright/test';
import { visit, type Visit } from './browser.node.ts';
import type { MeasuredSite } from './measured-site.ts';
import type { Figure, Row, Table } from './record.ts';
import type { Traffic } from './static-server.node.ts';
import { interleave, median } from './statistics.ts';

/** A page whose weight and behaviour are measured, with its budget. */
interface PageKind {
  readonly name: string;
  readonly path: string;
  readonly kilobytes: number | undefined;
  readonly requests: number | undefined;
  /** Whether the peers have it too. */
  readonly isShared: boolean;
}

const kinds: readonly PageKind[] = [
  { name: 'Code page', path: '/bandwidth/4775/', kilobytes: 24, requests: 8, isShared: true },
  { name: 'Family page', path: '/bandwidth/47xx/', kilobytes: undefined, requests: undefined, isShared: false },
  { name: 'Set page', path: '/bandwidth/', kilobytes: 45, requests: undefined, isShared: true },
  { name: 'Home page', path: '/', kilobytes: 120, requests: undefined, isShared: false },
  { name: 'Decoder page', path: '/decode/', kilobytes: 120, requests: undefined, isShared: false },
];

interface Effort {
  /** How often each page is opened for times. */
  readonly runs: number;
  /** How long a page is left alone after the scroll, in milliseconds. */
  readonly rest: number;
}

/** What pages cost: bytes and requests, and what they do to a slow processor. Our site comes first. */
export async function measurePages(
  browser: Browser,
  sites: readonly MeasuredSite[],
  { runs, rest }: Effort,
): Promise<Table[]> {
  const pages = sites.flatMap((site, index) =>
    kinds.filter(({ isShared }) => index === 0 || isShared).map((kind) => ({ site, kind, isOurs: index === 0 })),
  );
  // Once without a watch, so that the server has all files compressed.
  for (const { site, kind } of pages)
    await visit(browser, site.site, (look) => weigh(look, site.address(kind.path), 0));
  // Bytes do not depend on what else goes on, so the pages of a site may wait together.
  const weights: Row[] = [];
  for (const own of Map.groupBy(pages, ({ site }) => site).values()) {
    weights.push(
      ...(await Promise.all(
        own.map(async ({ site, kind, isOurs }) =>
          weightRow(
            kind,
            site.name,
            isOurs,
            await visit(browser, site.site, (look) => weigh(look, site.address(kind.path), rest)),
          ),
        ),
      )),
    );
  }
  const times = await interleave(
    runs,
    pages.map(
      ({ site, kind }) =>
        () =>
          visit(browser, site.site, (look) => observe(look, site.address(kind.path))),
    ),
  );
  return [
    {
      heading: 'Weight of a page',
      how: `A new browser profile opens the page and waits until the network is idle; then it scrolls to the end and waits ${rest / 1000} seconds. A local server compresses with brotli at its highest quality, sends the headers that a host would send, and counts requests and bytes of bodies. What a service worker asks for beside the page, once, to keep the site for offline use, stands in a column of its own.`,
      subject: 'Page',
      columns: ['Cold', 'Requests', 'After the scroll', 'Requests after it', 'For offline use'],
      rows: bySubject(weights),
    },
    {
      heading: 'Loading on a slow processor',
      how: `The same pages in new browser profiles, with the processor slowed 4 times. Blocked: time of long tasks beyond 50 ms, until one second after the network is idle. Largest paint and layout shift: as the browser reports them. Median of ${runs} runs, all pages in turn.`,
      subject: 'Page',
      columns: ['Blocked', 'Largest paint', 'Layout shift'],
      rows: bySubject(
        pages.map(({ site, kind, isOurs }, index) => {
          const runsOfPage = times[index] ?? [];
          const middle = (pick: (seen: Observed) => number): number => median(runsOfPage.map(pick));
          return {
            name: `${kind.name}, ${site.name}`,
            figures: [
              { value: Math.round(middle(({ blocked }) => blocked)), unit: 'ms', ...(isOurs ? { atMost: 0 } : {}) },
              { value: Math.round(middle(({ largestPaint }) => largestPaint)), unit: 'ms' },
              { value: middle(({ shift }) => shift), unit: 'shift', ...(isOurs ? { atMost: 0 } : {}) },
            ],
          };
        }),
      ),
    },
  ];
}

/** Rows of one kind of page next to each other. */
const bySubject = (rows: readonly Row[]): Row[] =>
  kinds.flatMap(({ name }) => rows.filter((row) => row.name.startsWith(`${name},`)));

interface Weight {
  readonly cold: Traffic;
  readonly rested: Traffic;
}

function weightRow(kind: PageKind, site: string, isOurs: boolean, { cold, rested }: Weight): Row {
  const kilobytes = ({ bytes, workerBytes }: Traffic): Figure => ({
    value: (bytes - workerBytes) / 1024,
    unit: 'KB',
    ...(isOurs && kind.kilobytes !== undefined ? { atMost: kind.kilobytes } : {}),
  });
  const requests = (traffic: Traffic): Figure => ({
    value: traffic.requests - traffic.workerRequests,
    unit: 'requests',
    ...(isOurs && kind.requests !== undefined ? { atMost: kind.requests } : {}),
  });
  return {
    name: `${kind.name}, ${site}`,
    figures: [
      kilobytes(cold),
      requests(cold),
      kilobytes(rested),
      requests(rested),
      rested.workerBytes === 0 ? null : { value: rested.workerBytes / 1024, unit: 'KB', atMost: 3_000_000 / 1024 },
    ],
  };
}

async function weigh({ page, server }: Visit, path: string, rest: number): Promise<Weight> {
  await page.goto(server.origin + path, { waitUntil: 'networkidle' });
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

interface Observed {
  /** Milliseconds of long tasks beyond 50 ms each. */
  readonly blocked: number;
  readonly largestPaint: number;
  readonly shift: number;
}

async function observe({ page, server, devtools }: Visit, path: string): Promise<Observed> {
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(startObserving);
  await page.goto(server.origin + path, { waitUntil: 'networkidle' });
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
  const seen = { blocked: 0, largestPaint: 0, shift: 0 };
  Object.assign(globalThis, { undeliveredBench: seen });
  const on = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  on('longtask', ({ duration }) => (seen.blocked += Math.max(0, duration - 50)));
  on('largest-contentful-paint', ({ startTime }) => (seen.largestPaint = startTime));
  on('layout-shift', (entry) => (seen.shift += (entry as PerformanceEntry & { value: number }).value));
}

const readObserved = (page: Page): Promise<Observed> =>
  page.evaluate(() => (globalThis as unknown as { undeliveredBench: Observed }).undeliveredBench);
