/**
 * `npm run eval:search [file …]`: types each query of the files into the real search box of the built site and says
 * how often it is right, per kind. Without files it takes all query files beside it. Ends with 1
 * where a figure of all files together is below the floor in floor.json.
 */
import { relative, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'astro';
import { readCatalog } from '#catalog/node';
import { chromeArguments, findChrome } from '../browser/chrome.ts';
import floor from './floor.json' with { type: 'json' };
import { passesNegative, score, type Judged, type Scores, type Shown } from './metrics.ts';
import { ownFiles, readQueries } from './queries.ts';

interface Answer {
  readonly query: Judged;
  readonly results: readonly Shown[];
}

const root = resolve(import.meta.dirname, '../../..');
const given = process.argv.slice(2);
const files = given.length > 0 ? given : ownFiles();
const catalog = readCatalog(resolve(root, 'data'));

const server = await preview({ root, server: { port: Number(process.env['TEST_PORT'] ?? 4398) }, logLevel: 'error' });
const origin = `http://localhost:${server.port}`;
const browser = await chromium.launch({ executablePath: await findChrome(), args: chromeArguments });
const page = await browser.newPage();
await page.goto(origin);
await page.keyboard.press('Control+k');

const all: Answer[] = [];
for (const file of files) {
  const answers: Answer[] = [];
  for (const query of readQueries(file)) answers.push({ query, results: await ask(page, query.q) });
  console.log(`\n${relative(process.cwd(), file)}`);
  printFigures(answers);
  printMisses(answers);
  all.push(...answers);
}
await browser.close();
await server.stop();

console.log('\nall files together');
printFigures(all);
const below = belowFloor(all);
for (const line of below) console.log(`below the floor: ${line}`);
process.exitCode = below.length > 0 ? 1 : 0;

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

function isNegative({ query }: Answer): boolean {
  return query.kind === 'negative';
}

function isLost({ query, results }: Answer): boolean {
  return !passesNegative(query, results);
}

/** The figures of each kind that has an answer, and of all of them. */
function scoresOf(answers: readonly Answer[]): Map<string, Scores> {
  const positive = answers.filter((answer) => !isNegative(answer));
  const kinds = [...new Set(positive.map(({ query }) => query.kind))];
  return new Map([
    ...kinds.map((kind) => [kind, score(positive.filter(({ query }) => query.kind === kind))] as const),
    ['all', score(positive)],
  ]);
}

function printFigures(answers: readonly Answer[]): void {
  console.log(`${'kind'.padEnd(18)}queries  success@1  success@3  MRR@10  best@3`);
  for (const [kind, scores] of scoresOf(answers)) {
    const cells = [scores.success1, scores.success3, scores.mrr10, scores.best3].map((value) =>
      value.toFixed(2).padStart(9),
    );
    console.log(`${kind.padEnd(18)}${String(scores.queries).padStart(7)}${cells.join('  ')}`);
  }
  const negative = answers.filter(isNegative);
  console.log(`negatives passed: ${negative.filter((answer) => !isLost(answer)).length} of ${negative.length}`);
}

function printMisses(answers: readonly Answer[]): void {
  for (const { query, results } of answers.filter((answer) => !isNegative(answer))) {
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
  for (const { query, results } of answers.filter((answer) => isNegative(answer) && isLost(answer)))
    console.log(`wrong negative: ${query.q} → ${results.slice(0, 3).flat().slice(0, 4).join(', ')}`);
}

/** What is worse than floor.json allows, a line each. A query that nothing answers may never show a code as its answer. */
function belowFloor(answers: readonly Answer[]): string[] {
  const scores = scoresOf(answers);
  const low = Object.entries(floor as Record<string, number>).flatMap(([kind, least]) => {
    const share = scores.get(kind)?.success1 ?? 1;
    return share < least ? [`${kind} success@1 is ${share.toFixed(3)} and must be at least ${least}`] : [];
  });
  const lost = answers.filter((answer) => isNegative(answer) && isLost(answer)).length;
  return lost > 0 ? [...low, `${lost} negatives failed`] : low;
}
