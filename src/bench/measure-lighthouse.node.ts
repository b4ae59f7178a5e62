import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromeArguments, findChrome } from '../testing/browser/chrome.ts';
import { expectPageAt, measuredPages } from './measured-pages.ts';
import { runNode } from './processes.node.ts';
import type { Table } from './record.ts';
import { serve, siteIn } from './static-server.node.ts';
import { interleave, median } from './statistics.ts';
import { emptyFolder, install } from './workspace.node.ts';

export const lighthouseVersion = '13.5.0';

const pages = [measuredPages.home, measuredPages.code, measuredPages.family, measuredPages.decoder];

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

interface Report {
  readonly runtimeError?: { readonly message: string };
  readonly categories: Readonly<
    Record<
      string,
      { readonly score: number | null; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }
    >
  >;
  readonly audits: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly score: number | null;
        readonly scoreDisplayMode: string;
        readonly displayValue?: string;
      }
    >
  >;
}

/** What Lighthouse says of the built site, with its settings for phones. Calls `onFault` for each audit below full marks. */
export async function measureLighthouse(dist: string, runs: number, onFault: (line: string) => void): Promise<Table[]> {
  const program = join(
    await install('lighthouse', { lighthouse: lighthouseVersion }),
    'node_modules/lighthouse/cli/index.js',
  );
  const site = siteIn(dist);
  const server = await serve(site);
  const folder = emptyFolder('reports');
  const chrome = await findChrome();
  const faults = new Set<string>();
  const look = async (path: string): Promise<Report> => {
    const output = join(folder, 'report.json');
    const flags = `--chrome-flags=${['--headless=new', ...chromeArguments].join(' ')}`;
    await runAgain(() =>
      runNode([program, server.origin + path, '--quiet', '--output=json', `--output-path=${output}`, flags], {
        cwd: folder,
        env: { CHROME_PATH: chrome },
      }),
    );
    const report = JSON.parse(readFileSync(output, 'utf8')) as Report;
    if (report.runtimeError) throw new Error(`Lighthouse on ${path}: ${report.runtimeError.message}`);
    for (const fault of faultsOf(report)) faults.add(`${path} ${fault}`);
    return report;
  };
  try {
    for (const { path, about } of pages) await expectPageAt(server.origin + path, about);
    const reports = await interleave(
      runs,
      pages.map(
        ({ path }) =>
          () =>
            look(path),
      ),
    );
    faults.forEach(onFault);
    return [
      {
        heading: 'Lighthouse',
        how: `Lighthouse ${lighthouseVersion} from the command line, its settings for phones (slowed processor and network, simulated), on the built site as a host would serve it. Median of ${runs} runs, the pages in turn.`,
        subject: 'Page',
        columns: ['Performance', 'Accessibility', 'Best practices', 'Search engines'],
        rows: pages.map(({ name }, index) => ({
          name,
          figures: categories.map((category) => ({
            value: median(
              (reports[index] ?? []).map((report) => Math.round((report.categories[category]?.score ?? 0) * 100)),
            ),
            unit: 'points',
            atLeast: 100,
          })),
        })),
      },
    ];
  } finally {
    await server.close();
  }
}

/** Chrome's trace lacks its beginning now and then. Lighthouse then measures nothing and asks to be run again. */
async function runAgain(run: () => Promise<unknown>): Promise<void> {
  for (let triesLeft = 2; ; triesLeft -= 1) {
    try {
      await run();
      return;
    } catch (error) {
      if (triesLeft === 0 || !String(error).includes('NO_NAVSTART')) throw error;
    }
  }
}

/** Audits that take points away: `performance: largest-contentful-paint 0.94, 2.1 s`. */
function faultsOf(report: Report): string[] {
  return categories.flatMap((category) =>
    (report.categories[category]?.auditRefs ?? [])
      .filter(({ weight }) => weight > 0)
      .map(({ id }) => ({ id, ...report.audits[id] }))
      .filter(({ score, scoreDisplayMode }) => scoreDisplayMode !== 'notApplicable' && (score ?? 1) < 1)
      .map(({ id, score, displayValue = '' }) => `${category}: ${id} ${score} ${displayValue}`.trim()),
  );
}
