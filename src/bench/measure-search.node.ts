import type { Browser, Page } from '@playwright/test';
import { open, visit, type Visit } from './browser.node.ts';
import { measuredPages, type MeasuredPage } from './measured-pages.ts';
import type { MeasuredSite } from './measured-site.ts';
import type { Row, Table } from './record.ts';
import { interleave, median } from './statistics.ts';

/** How a site's search box is opened, typed into and read. */
interface SearchBox {
  open(page: Page): Promise<void>;
  /** Selectors of the field and of a result. */
  readonly field: string;
  readonly result: string;
}

const boxes: Readonly<Record<string, SearchBox>> = {
  Undelivered: {
    open: (page) => page.keyboard.press('Control+k'),
    field: 'dialog [role=combobox]',
    result: 'dialog [role=option]',
  },
  Starlight: {
    open: (page) => page.locator('button[data-open-modal]').first().click(),
    field: '.pagefind-ui__search-input',
    result: '.pagefind-ui__result-link',
  },
  VitePress: {
    open: (page) => page.locator('.DocSearch-Button').first().click(),
    field: '#localsearch-input',
    result: '.VPLocalSearchBox .results a.result',
  },
  Docusaurus: {
    open: (page) => page.locator('.navbar__search-input').first().focus(),
    field: '.navbar__search-input',
    result: '.navbar__search [class*=suggestion]',
  },
};

/** A query with the code that must be in the result that counts as an answer; empty where any result does. */
interface Query {
  readonly name: string;
  readonly text: string;
  readonly answer: string;
}

const queries: readonly Query[] = [
  { name: 'Exact code', text: '4775', answer: '4775' },
  { name: 'Words', text: 'opted out', answer: '' },
];

/** The site whose times the others are held against. */
const yardstick = 'VitePress';

/** With a letter less, a code has other results for sure; words may not. */
const isCode = (answer: string): boolean => answer !== '';

/** The page that a search begins on. */
type Start = Pick<MeasuredPage, 'path' | 'about'>;

interface Observed {
  /** Milliseconds from the last key to the first answer on the screen. */
  readonly first: number;
  /** Milliseconds from one more key to the changed list on the screen; only where the list surely changes. */
  readonly next: number | undefined;
  /** What was loaded from opening the box to the answer. */
  readonly bytes: number;
}

/** The first answer of a search box that was never used before, ours and those of the peers. */
export async function measureSearch(browser: Browser, sites: readonly MeasuredSite[], runs: number): Promise<Table[]> {
  const tasks = queries.flatMap((query) => sites.map((site) => ({ query, site })));
  // Once without a watch, so that the server has all files compressed.
  for (const { query, site } of tasks) await lookUp(browser, site, query);
  const seen = await interleave(
    runs,
    tasks.map(
      ({ query, site }) =>
        () =>
          lookUp(browser, site, query),
    ),
  );
  return queries.map((query): Table => {
    const of = (name: string): readonly Observed[] =>
      seen[tasks.findIndex((task) => task.query === query && task.site.name === name)] ?? [];
    const first = (name: string): number => median(of(name).map((run) => run.first));
    const asksForCode = isCode(query.answer);
    return {
      heading: `Search: ${query.name.toLowerCase()}`,
      how: `A new browser profile opens the page of a code. When it is idle, the box is opened and “${query.text}” typed at once, without pauses. First answer: from the last key until ${asksForCode ? 'a result with the code' : 'a result'} is on the screen.${asksForCode ? ' Next key: one digit is taken away, until the list has changed on the screen.' : ''} Loaded: bodies after brotli from opening the box to the answer. Median of ${runs} runs, the sites in turn.`,
      subject: 'Site',
      columns: ['First answer', `Against ${yardstick}`, ...(asksForCode ? ['Next key'] : []), 'Loaded'],
      rows: sites.map(({ name }, index): Row => {
        const isOurs = index === 0;
        const next = of(name).flatMap((run) => run.next ?? []);
        return {
          name,
          figures: [
            { value: round(first(name)), unit: 'ms' },
            { value: first(name) / first(yardstick), unit: '×', ...(isOurs ? { atMost: asksForCode ? 1 : 1.3 } : {}) },
            ...(asksForCode
              ? [{ value: round(median(next)), unit: 'ms' as const, ...(isOurs ? { atMost: 30 } : {}) }]
              : []),
            {
              value: median(of(name).map(({ bytes }) => bytes)) / 1024,
              unit: 'KB',
              ...(isOurs && asksForCode ? { atMost: 15 } : {}),
            },
          ],
        };
      }),
    };
  });
}

/** As measureSearch for the exact code, on our site only: what a code of a catalogue of another size takes. */
export async function firstAnswers(
  browser: Browser,
  sites: readonly { readonly site: MeasuredSite; readonly code: string; readonly from: Start }[],
  runs: number,
): Promise<{ readonly first: number; readonly bytes: number }[]> {
  const tasks = sites.map(
    ({ site, code, from }) =>
      () =>
        lookUp(browser, { ...site, name: 'Undelivered' }, { name: '', text: code, answer: code }, from),
  );
  await interleave(1, tasks);
  return (await interleave(runs, tasks)).map((seen) => ({
    first: median(seen.map(({ first }) => first)),
    bytes: median(seen.map(({ bytes }) => bytes)),
  }));
}

const round = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;

async function lookUp(
  browser: Browser,
  site: MeasuredSite,
  query: Query,
  from: Start = measuredPages.searchedFrom,
): Promise<Observed> {
  const box = boxes[site.name];
  if (box === undefined) throw new Error(`Nobody has said how the search box of ${site.name} is opened.`);
  try {
    return await visit(browser, site.site, (look) =>
      type(look, { ...from, path: site.address(from.path) }, box, query),
    );
  } catch (cause) {
    throw new Error(`The search of ${site.name} could not be measured for “${query.text}”.`, { cause });
  }
}

async function type(look: Visit, { path, about }: Start, box: SearchBox, { text, answer }: Query): Promise<Observed> {
  const { page, server } = look;
  await open(look, path, about);
  server.takeTraffic();
  await box.open(page);
  await page.locator(box.field).first().waitFor({ state: 'visible' });
  await page.locator(box.field).first().focus();
  await page.evaluate(watchKeys, { field: box.field, result: box.result, keys: text.length, answer });
  await page.keyboard.type(text);
  const first = await page.evaluate(readTime);
  const { bytes } = server.takeTraffic();
  if (!isCode(answer)) return { first, next: undefined, bytes };
  await page.waitForTimeout(500);
  await page.evaluate(watchKeys, { field: box.field, result: box.result, keys: 1, answer: '' });
  await page.keyboard.press('Backspace');
  return { first, next: await page.evaluate(readTime), bytes };
}

/** What is watched for in the page. */
interface Watched extends Pick<SearchBox, 'field' | 'result'> {
  readonly keys: number;
  readonly answer: string;
}

/**
 * Runs in the page, before the keys: waits for the given number of keys, and then for results that hold the answer and
 * are not those from before. The time ends with the frame that shows them; `readTime` gets it.
 */
function watchKeys({ field, result, keys, answer }: Watched): void {
  const time = new Promise<number>((resolve, reject) => {
    // The first visit waits for the server to compress an index of megabytes.
    setTimeout(() => reject(new Error('No answer within two minutes.')), 120_000);
    let pressed = 0;
    let begin = Infinity;
    const shown = () => [...document.querySelectorAll(result)].map(({ textContent }) => textContent);
    const before = shown().join('\n');
    addEventListener(
      'keydown',
      ({ timeStamp, target }) => {
        if (!(target instanceof Element) || !target.matches(field)) return;
        pressed += 1;
        if (pressed === keys) begin = timeStamp;
      },
      { capture: true },
    );
    const observer = new MutationObserver(() => {
      if (begin === Infinity) return;
      const now = shown();
      if (now.join('\n') === before || !now.some((text) => text.includes(answer))) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - begin);
        port2.postMessage(undefined);
      });
    });
    observer.observe(document.documentElement, {
      childList: true,
      subtree: true,
      attributes: true,
      characterData: true,
    });
  });
  Object.assign(globalThis, { undeliveredBench: time });
}

/** Runs in the page, after the keys. */
const readTime = (): Promise<number> =>
  (globalThis as unknown as { undeliveredBench: Promise<number> }).undeliveredBench;
