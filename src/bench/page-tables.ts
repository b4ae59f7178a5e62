import type { Figure, Row, Table } from './record.ts';
import { ratio } from './ratio.ts';
import type { Traffic } from './static-server.node.ts';

/** A page whose weight and behaviour are measured, with its budget. */
export interface PageKind {
  readonly name: string;
  readonly kilobytes?: number;
  readonly requests?: number;
}

/** A page of a site. Ours are those that are held to a budget. */
export interface Subject {
  readonly kind: PageKind;
  readonly site: string;
  readonly isOurs: boolean;
}

export interface Weight {
  readonly cold: Traffic;
  /** The same, after the page was scrolled and left alone. */
  readonly rested: Traffic;
}

export interface Load {
  /** Milliseconds of long tasks beyond 50 ms each. */
  readonly blocked: number;
  /** The same with the frames that are drawn, as the browser reports long animation frames. */
  readonly drawn: number;
  readonly largestPaint: number;
  readonly shift: number;
}

/** The site that the others are held against: the one that ours is built with, as it comes. */
const yardstick = 'Starlight';

/** What the pages weigh, those of one kind next to each other, and how many times the page of the yardstick. */
export function weightTable(pages: readonly (Subject & Weight)[], rest: number): Table {
  const ofYardstick = yardsticksOf(pages);
  return {
    heading: 'Weight of a page',
    how: `A new browser profile opens the page and waits until the network is idle; then it scrolls to the end and waits ${rest / 1000} seconds. A local server compresses with brotli at its highest quality, sends the headers that a host would send, and counts requests and bytes of bodies. Each page is weighed once: only what a site fetches ahead of need differs from one time to the next. Against ${yardstick}: cold, where both have the page. What a service worker asks for beside the page, once, to keep the site for offline use, stands in a column of its own.`,
    subject: 'Page',
    columns: ['Cold', `Against ${yardstick}`, 'Requests', 'After the scroll', 'Requests after it', 'For offline use'],
    rows: byKind(pages).map((page): Row => {
      const { kind, isOurs, cold, rested } = page;
      const kilobytes = (traffic: Traffic): Figure => ({
        value: bytesOf(traffic) / 1024,
        unit: 'KB',
        ...(isOurs && kind.kilobytes !== undefined ? { atMost: kind.kilobytes } : {}),
      });
      const requests = (traffic: Traffic): Figure => ({
        value: traffic.requests - traffic.workerRequests,
        unit: 'requests',
        ...(isOurs && kind.requests !== undefined ? { atMost: kind.requests } : {}),
      });
      const other = ofYardstick.get(kind.name);
      return {
        name: nameOf(page),
        figures: [
          kilobytes(cold),
          ratio(bytesOf(cold), other && bytesOf(other.cold)),
          requests(cold),
          kilobytes(rested),
          requests(rested),
          rested.workerBytes === 0 ? null : { value: rested.workerBytes / 1024, unit: 'KB', atMost: 3_000_000 / 1024 },
        ],
      };
    }),
  };
}

/** What loading does to a slow processor. The figures of a page are medians of its runs already. */
export function loadTable(pages: readonly (Subject & Load)[], runs: number): Table {
  const ofYardstick = yardsticksOf(pages);
  return {
    heading: 'Loading on a slow processor',
    how: `The same pages in new browser profiles, with the processor slowed 4 times. Blocked: time of long tasks beyond 50 ms, until one second after the network is idle. Chromium 156 counts no task that only draws as a long one; older versions count some. The column with drawing holds the blocking time of long animation frames, which counts all of those too. Largest paint and layout shift: as the browser reports them. Against ${yardstick}: the median against its median, where both have the page. Median of ${runs} runs, all pages in turn.`,
    subject: 'Page',
    columns: [
      'Blocked',
      `Blocked against ${yardstick}`,
      'With drawing',
      'Largest paint',
      `Paint against ${yardstick}`,
      'Layout shift',
    ],
    rows: byKind(pages).map((page): Row => {
      const { kind, isOurs, blocked, drawn, largestPaint, shift } = page;
      const other = ofYardstick.get(kind.name);
      return {
        name: nameOf(page),
        figures: [
          { value: Math.round(blocked), unit: 'ms', ...(isOurs ? { atMost: 0 } : {}) },
          ratio(blocked, other?.blocked),
          { value: Math.round(drawn), unit: 'ms' },
          { value: Math.round(largestPaint), unit: 'ms' },
          ratio(largestPaint, other?.largestPaint),
          { value: shift, unit: 'shift', ...(isOurs ? { atMost: 0 } : {}) },
        ],
      };
    }),
  };
}

const nameOf = ({ kind, site }: Subject): string => `${kind.name}, ${site}`;

const bytesOf = ({ bytes, workerBytes }: Traffic): number => bytes - workerBytes;

/** The page of the yardstick of each kind that it has. */
const yardsticksOf = <Page extends Subject>(pages: readonly Page[]): ReadonlyMap<string, Page> =>
  new Map(pages.filter(({ site }) => site === yardstick).map((page) => [page.kind.name, page]));

/** Pages of one kind next to each other. */
const byKind = <Page extends Subject>(pages: readonly Page[]): Page[] =>
  [...Map.groupBy(pages, ({ kind }) => kind.name).values()].flat();
