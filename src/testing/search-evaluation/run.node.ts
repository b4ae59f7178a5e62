/**
 * `npm run eval:search [file …]`: types each query of the files into the real search box of the built site and says
 * how often it is right, per kind. Without files it takes the query files beside it. Ends with 1
 * where a figure is below the floor in floor.json.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'astro';
import { readCatalog } from '#catalog/node';
import { chromeArguments, findChrome } from '../chrome.ts';
import floor from './floor.json' with { type: 'json' };
import { passesNegative, score, type Judged, type Scores, type Shown } from './metrics.ts';

const here = import.meta.dirname;
const root = resolve(here, '../../..');
const files = process.argv.slice(2);
const catalog = readCatalog(resolve(root, 'data'));

const server = await preview({ root, server: { port: Number(process.env['TEST_PORT'] ?? 4398) }, logLevel: 'error' });
const origin = `http://localhost:${server.port}`;
const browser = await chromium.launch({ executablePath: await findChrome(), args: chromeArguments });
const page = await browser.newPage();
await page.goto(origin);
await page.keyboard.press('Control+k');

let failed = false;
const ownFiles = ['', '-2', '-3', '-4', '-5', '-6'].map((name) => resolve(here, `queries${name}.jsonl`));
for (const file of files.length > 0 ? files : ownFiles) {
  const queries = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Judged);
  const answers: { query: Judged; results: Shown[] }[] = [];
  for (const query of queries) answers.push({ query, results: await ask(page, query.q) });
  failed = report(file, answers) || failed;
}
await browser.close();
await server.stop();
process.exitCode = failed ? 1 : 0;

/** What the box shows for a query, top to bottom. */
async function ask(on: Page, query: string): Promise<Shown[]> {
  const box = on.getByRole('combobox');
  await box.fill('');
  await box.fill(query);
  const list = on.getByRole('listbox');
  await list.and(on.locator(':not([aria-busy="true"])')).waitFor({ state: 'attached' });
  const links = await list
    .locator('a[role="option"]')
    .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  return [...new Set(links)].map(idsOf);
}

/** The ids that a page of the site stands for. */
function idsOf(path: string): Shown {
  const [first = '', second] = path.split('/').filter(Boolean);
  if (first === 'causes') return catalog.cause(second ?? '')?.codes.map(({ code }) => code.ref) ?? [path];
  if (catalog.set(first) === undefined) return [path];
  return [second === undefined ? `${first}/index` : `${first}/${second}`];
}

/** Prints the figures of one file; true where one is below the floor. */
function report(file: string, answers: readonly { query: Judged; results: readonly Shown[] }[]): boolean {
  const positive = answers.filter(({ query }) => query.kind !== 'negative');
  const negative = answers.filter(({ query }) => query.kind === 'negative');
  const kinds = [...new Set(positive.map(({ query }) => query.kind))];
  const rows: [string, Scores][] = [
    ...kinds.map((kind): [string, Scores] => [kind, score(positive.filter(({ query }) => query.kind === kind))]),
    ['all', score(positive)],
  ];
  console.log(`\n${file}\n${'kind'.padEnd(18)}queries  success@1  success@3  MRR@10  best@3`);
  for (const [kind, scores] of rows) {
    const cells = [scores.success1, scores.success3, scores.mrr10, scores.best3].map((value) =>
      value.toFixed(2).padStart(9),
    );
    console.log(`${kind.padEnd(18)}${String(scores.queries).padStart(7)}${cells.join('  ')}`);
  }
  const passed = negative.filter(({ query, results }) => passesNegative(query, results));
  console.log(`negatives passed: ${passed.length} of ${negative.length}`);

  for (const { query, results } of positive) {
    if (score([{ query, results }]).success1 === 1) continue;
    console.log(
      `miss  ${query.kind}: ${query.q} → ${
        results
          .slice(0, 3)
          .map((ids) => ids.slice(0, 3).join('+'))
          .join(', ') || 'nothing'
      }`,
    );
  }
  for (const { query, results } of negative.filter((answer) => !passed.includes(answer))) {
    console.log(`wrong negative: ${query.q} → ${results.slice(0, 3).flat().slice(0, 4).join(', ')}`);
  }

  const below = Object.entries(floor as Record<string, number>).filter(([kind, least]) => {
    const scores = rows.find(([name]) => name === kind)?.[1];
    return scores !== undefined && scores.success1 < least;
  });
  for (const [kind, least] of below) console.log(`below the floor: ${kind} success@1 must be at least ${least}`);
  const lost = negative.length - passed.length;
  if (lost > 0) console.log(`below the floor: ${lost} negatives failed`);
  return below.length > 0 || lost > 0;
}
