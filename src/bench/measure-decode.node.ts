import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { jsonParseWorker, tableParseWorker } from './bench-workers.ts';
import { visit, type Visit } from './browser.node.ts';
import { eventText, exportTable } from './generate-events.ts';
import { memoryOfTree } from './processes.node.ts';
import type { Row, Table } from './record.ts';
import { siteIn } from './static-server.node.ts';
import { median } from './statistics.ts';
import { emptyFolder, workspace } from './workspace.node.ts';

const mega = 1024 * 1024;

interface Effort {
  readonly runs: number;
  /** Sizes of the log, of the file opened on the page, and of the one that memory is watched with, in MB. */
  readonly log: number;
  readonly opened: number;
  readonly streamed: number;
  readonly tableRows: number;
}

/** How fast the decoder of the built site is in a browser, and what it takes of the page and of memory. */
export async function measureDecode(browser: Browser, dist: string, effort: Effort): Promise<Table[]> {
  return [
    await againstParsers(browser, dist, effort),
    await onThePage(browser, dist, effort),
    await streamed(browser, dist, effort),
  ];
}

async function againstParsers(browser: Browser, dist: string, { runs, log, tableRows }: Effort): Promise<Table> {
  const papaparse = createRequire(import.meta.url).resolve('papaparse/papaparse.min.js');
  const site = siteIn(dist, {
    // The site's own pages take scripts from nobody else.
    '/bench/compare.html': '<!doctype html><title>Bench</title>',
    '/bench/json-parse.js': jsonParseWorker,
    '/bench/table-parse.js': tableParseWorker,
    '/bench/papaparse.js': readFileSync(papaparse, 'utf8'),
    '/bench/events.ndjson': eventText(log * mega),
    '/bench/export.csv': exportTable(tableRows),
  });
  const decoder = readdirSync(join(dist, '_astro')).find((file) => /^decode-worker.*\.js$/.test(file));
  if (decoder === undefined) throw new Error(`${dist} has no worker of the decoder.`);
  return visit(browser, site, async ({ page, server }) => {
    await page.goto(`${server.origin}/bench/compare.html`);
    const compare = (file: string, parser: string) =>
      page.evaluate(timeInWorkers, { runs, file, parser, decoder: `/_astro/${decoder}` });
    const row = (name: string, times: Times, most: number): Row => ({
      name,
      figures: [
        { value: median(times.decoder), unit: 'ms' },
        { value: median(times.parser), unit: 'ms' },
        { value: median(times.decoder) / median(times.parser), unit: '×', atMost: most },
        { value: median(times.file), unit: 'ms' },
      ],
    });
    return {
      heading: 'Decoding against parsing',
      how: `In one page, the worker that the built site ships decodes a text into the finished report, in turn with a worker that only parses: JSON.parse over the same lines, Papa Parse over the same table. Both are new for each run and have the text in memory; handing it over to them is measured by itself and taken off. The last column is the same work with the text as a file: the browser reads it and tells its encoding, which no parser is held against. One event in twenty failed. Median of ${runs} runs.`,
      subject: 'Text',
      columns: ['Decoder', 'Parser alone', 'Ratio', 'Decoder, of a file'],
      rows: [
        row(
          `${log} MB of webhook events, one in a line`,
          await compare('/bench/events.ndjson', '/bench/json-parse.js'),
          4,
        ),
        row(
          `CSV of ${tableRows.toLocaleString('en')} rows`,
          await compare('/bench/export.csv', '/bench/table-parse.js'),
          3,
        ),
      ],
    };
  });
}

interface Times {
  readonly decoder: number[];
  readonly parser: number[];
  /** The decoder again, reading a file. */
  readonly file: number[];
}

/** What either worker says; the last answer has the figures. */
interface WorkerAnswer {
  readonly kind?: string;
  readonly message?: string;
  readonly milliseconds: number;
  readonly kept: number;
}

/** Runs in the page. */
async function timeInWorkers(order: { runs: number; file: string; parser: string; decoder: string }): Promise<Times> {
  const [data, explanations, content] = await Promise.all([
    fetch('/decode/data.json').then((response) => response.text()),
    fetch('/decode/explanations.json').then((response) => response.text()),
    fetch(order.file).then((response) => response.blob()),
  ]);
  const file = new File([content], order.file.slice(order.file.lastIndexOf('/') + 1));
  const text = await file.text();
  const answerOf = (
    worker: Worker,
    isLast: (answer: { kind?: string }) => boolean,
  ): Promise<{ milliseconds: number; kept: number }> =>
    new Promise((resolve, reject) => {
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.onmessage = ({ data: answer }: MessageEvent<WorkerAnswer>) => {
        if (answer.kind === 'failed') reject(new Error(answer.message));
        else if (isLast(answer)) resolve(answer);
      };
    });
  /** Milliseconds of the work, without those of handing a text over to the worker. */
  const decode = async (input: { text: string } | { files: File[] }): Promise<number> => {
    const worker = new Worker(order.decoder, { type: 'module' });
    worker.postMessage({ kind: 'prepare', data, explanations });
    // A small job first: the worker is ready on the page, too, before there is a file.
    const ready = answerOf(worker, ({ kind }) => kind === 'decoded');
    worker.postMessage({ kind: 'decode', job: 1, input: { text: '4775' } });
    await ready;
    const times: number[] = [];
    // The first order does nothing and carries as much.
    for (const message of [
      { kind: 'rows', job: 2, from: 0, to: 0, input },
      { kind: 'decode', job: 3, input },
    ]) {
      const done = answerOf(worker, ({ kind }) => kind === 'decoded' || kind === 'rows');
      const begin = performance.now();
      worker.postMessage(message);
      await done;
      times.push(performance.now() - begin);
    }
    worker.terminate();
    const [handover = 0, all = 0] = times;
    return all - handover;
  };
  const parse = async (): Promise<number> => {
    const worker = new Worker(order.parser);
    const done = answerOf(worker, () => true);
    worker.postMessage(file);
    const { milliseconds, kept } = await done;
    worker.terminate();
    if (kept < 100) throw new Error(`${order.parser} read next to nothing.`);
    return milliseconds;
  };
  const times: Times = { decoder: [], parser: [], file: [] };
  for (let run = 0; run < order.runs; run += 1) {
    times.decoder.push(await decode({ text }));
    times.file.push(await decode({ files: [file] }));
    times.parser.push(await parse());
  }
  return times;
}

/** A field with nothing around it, to see what the browser takes for a paste by itself. It looks like ours. */
const bareField =
  '<!doctype html><title>Bench</title><style>textarea { display: block; width: 60rem; min-height: 4lh; max-height: 9lh; font: 14px/1.6 monospace; field-sizing: content }</style><textarea></textarea>';

/** What somebody does on the decoder page. */
interface Deed {
  readonly name: string;
  /** What was done before; it is not measured. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** Undefined for a paste. */
  readonly act?: (page: Page) => Promise<unknown>;
  readonly paste?: string;
}

async function onThePage(browser: Browser, dist: string, { runs, opened }: Effort): Promise<Table> {
  const folder = emptyFolder('files');
  const file = join(folder, 'events.ndjson');
  writeFileSync(file, eventText(opened * mega));
  const site = siteIn(dist, { '/bench/field.html': bareField });
  const codes = codesIn(dist).slice(0, 95);
  const open = async (page: Page) => {
    await page.locator('[data-files]').setInputFiles(file);
    await settled(page);
  };
  const deeds: readonly Deed[] = [
    {
      name: `Pasting ${codes.length} failures, each with another code`,
      paste: codes.map((code) => `{"type":"message-failed","errorCode":${code},"to":"+12025550142"}`).join('\n'),
    },
    { name: 'Pasting 250 KB of webhook events', paste: eventText(mega / 4).slice(0, 250 * 1024) },
    { name: `Opening a file of ${opened} MB`, act: open },
    { name: 'Sorting and filtering what was found in it', before: open, act: sortAndFilter },
    { name: 'Clearing it', before: open, act: (page) => page.locator('[data-clear]').click() },
  ];
  const rows: Row[] = [];
  for (const { name, before, act, paste } of deeds) {
    const times: Tasks[] = [];
    const bare: Tasks[] = [];
    for (let run = 0; run < runs; run += 1) {
      times.push(
        await visit(browser, site, ({ page, server }) =>
          tasksOf(page, `${server.origin}/decode/`, { before, copied: paste }, async () => {
            await (act ?? pressPaste)(page);
            if (name !== 'Clearing it') await settled(page);
          }),
        ),
      );
      if (paste !== undefined)
        bare.push(
          await visit(browser, site, ({ page, server }) =>
            tasksOf(page, `${server.origin}/bench/field.html`, { copied: paste }, () => pressPaste(page)),
          ),
        );
    }
    const browsersOwn = bare.length === 0 ? undefined : median(bare.map(({ paste: task }) => task));
    const ours = times.map((task) => Math.max(task.other, task.paste - (browsersOwn ?? 0)));
    rows.push({
      name,
      figures: [
        { value: median(times.map(longestOf)), unit: 'ms' },
        browsersOwn === undefined ? null : { value: browsersOwn, unit: 'ms' },
        { value: median(ours), unit: 'ms', atMost: 50 },
        { value: Math.max(...ours), unit: 'ms' },
      ],
    });
  }
  rmSync(folder, { recursive: true });
  return {
    heading: 'What decoding does to the page',
    how: `On the decoder page of the built site, at full speed: the longest task of the main thread, from the input until half a second after everything is drawn. Pastes come from the clipboard, by its key. The browser’s own part is the task of the same paste into a bare field on an empty page; ours is what the paste takes beyond that, or the longest of all other tasks. Browsers report tasks from 50 ms up; of a shorter paste the time from the event to the change of the field is taken, all others count as 0. Medians of ${runs} runs.`,
    subject: 'What is done',
    columns: ['Longest task', 'The browser’s own part', 'Ours', 'Ours, most of all runs'],
    rows,
  };
}

const settled = (page: Page): Promise<void> =>
  page.locator('[data-decoder-report][data-status=found][aria-busy=false]').waitFor({ timeout: 300_000 });

/** Milliseconds of the longest tasks: of those in which the browser pasted, and of all others. */
interface Tasks {
  readonly paste: number;
  readonly other: number;
}

const longestOf = ({ paste, other }: Tasks): number => Math.max(paste, other);

/** Opens a page, and says what the main thread does while something is done there and half a second longer. */
async function tasksOf(
  page: Page,
  address: string,
  { before, copied }: { readonly before?: Deed['before']; readonly copied?: string | undefined },
  act: () => Promise<unknown>,
): Promise<Tasks> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address, { waitUntil: 'networkidle' });
  await before?.(page);
  if (copied !== undefined) {
    await page.evaluate((text) => navigator.clipboard.writeText(text), copied);
    await page.locator('textarea').first().focus();
  }
  await page.waitForTimeout(500);
  await page.evaluate(watchTasks);
  await act();
  await page.waitForTimeout(500);
  return page.evaluate(() => (globalThis as unknown as { undeliveredBench: Tasks }).undeliveredBench);
}

async function sortAndFilter(page: Page): Promise<void> {
  for (const [table, column] of [
    ['.findings-table', 'Code'],
    ['.findings-table', 'Whose move'],
    ['.failures-table', 'Recipient'],
    ['.failures-table', 'Code'],
  ] as const) {
    await page.locator(`${table} th button`, { hasText: column }).click();
    await page.waitForTimeout(500);
  }
  for (const label of ['Filter the findings', 'Filter the failures']) {
    const field = page.getByLabel(label);
    await field.pressSequentially('carrier', { delay: 50 });
    await page.waitForTimeout(500);
    await field.fill('');
    await page.waitForTimeout(500);
  }
}

/** Codes of the first set, four digits each, as the built site lists them. */
function codesIn(dist: string): string[] {
  return readdirSync(join(dist, 'bandwidth')).filter((name) => /^\d{4}$/.test(name));
}

/** Runs in the page. */
function watchTasks(): void {
  const seen = { paste: 0, other: 0 };
  Object.assign(globalThis, { undeliveredBench: seen });
  const pastes: number[] = [];
  addEventListener('paste', () => pastes.push(performance.now()), { capture: true });
  // A task below 50 ms is not reported. What it took from the paste to the end of the handlers of the change is known.
  addEventListener('input', () => {
    const began = pastes.at(-1);
    if (began !== undefined) seen.paste = Math.max(seen.paste, Math.round(performance.now() - began));
  });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      const kind = pastes.some((at) => startTime <= at && at <= startTime + duration) ? 'paste' : 'other';
      seen[kind] = Math.max(seen[kind], duration);
    }
  }).observe({ type: 'longtask' });
}

/** As a person does it: `execCommand` inserts line by line, which takes the browser ten times as long. */
const pressPaste = (page: Page): Promise<void> => page.keyboard.press('ControlOrMeta+V');

async function streamed(browser: Browser, dist: string, { streamed: size }: Effort): Promise<Table> {
  const folder = emptyFolder('files');
  const file = join(folder, 'large.ndjson');
  writeLarge(file, size);
  try {
    // The worker that keeps the site for offline use would be counted too, whenever it cleans up.
    const { extra, seconds, pageHeap } = await visit(
      browser,
      siteIn(dist),
      (look) => openLarge(look, file, browser),
      'block',
    );
    return {
      heading: 'Memory for a large file',
      how: `The decoder page opens a file of ${size} MB of webhook events through its own file field. Memory: the most that the process of the page (page and worker together) held beyond what it held before, as the system counts resident pages every 250 ms. The copy for offline use is not made meanwhile: it has a worker of its own. Heap of the page: the most that its scripts held, without the worker. One run.`,
      subject: 'File',
      columns: ['Memory', 'Heap of the page', 'Time', 'Rate'],
      rows: [
        {
          name: `${size} MB of webhook events`,
          figures: [
            { value: extra / mega, unit: 'MB', atMost: 200 },
            { value: pageHeap / mega, unit: 'MB' },
            { value: seconds, unit: 's' },
            { value: size / seconds, unit: 'MB/s' },
          ],
        },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What opening a file takes of the memory of the page's process and of its heap, in bytes, and how long it takes. */
async function openLarge({ page, server, devtools }: Visit, file: string, browser: Browser) {
  await page.goto(`${server.origin}/decode/`, { waitUntil: 'networkidle' });
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  const renderers = await renderersOf(browser);
  const memory = () => renderers.reduce((sum, id) => sum + memoryOfTree(id), 0);
  const before = memory();
  let peak = before;
  let pageHeap = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, memory());
    void devtools
      .send('Runtime.getHeapUsage')
      .then(({ usedSize }) => (pageHeap = Math.max(pageHeap, usedSize)))
      .catch(() => undefined);
  }, 250);
  const begin = performance.now();
  await page.locator('[data-files]').setInputFiles(file);
  await page.locator('[data-decoder-report][data-status=found][aria-busy=false]').waitFor({ timeout: 900_000 });
  clearInterval(watch);
  return { extra: peak - before, seconds: (performance.now() - begin) / 1000, pageHeap };
}

/** Writes a file of so many MB in pieces that are not alike. */
function writeLarge(file: string, size: number): void {
  mkdirSync(workspace, { recursive: true });
  const piece = 16;
  const out = openSync(file, 'w');
  for (let written = 0; written < size; written += piece)
    writeSync(out, eventText(Math.min(piece, size - written) * mega, written * 1_000_000));
  closeSync(out);
}

/** The processes of all pages of the browser, of which only one is at work: the browser keeps a spare one. */
async function renderersOf(browser: Browser): Promise<readonly number[]> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  if (renderers.length === 0) throw new Error('The browser names no process for the page.');
  return renderers;
}
