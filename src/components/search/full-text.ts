export interface WeighedWord {
  readonly word: string;
  readonly weight: number;
}

export interface FullTextHit {
  /** Address with the base path. */
  readonly url: string;
  readonly title: string;
}

interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  search(query: string): Promise<{ results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  readonly id: string;
  readonly score: number;
  data(): Promise<{ url: string; meta: { title?: string } }>;
}

const mostPages = 4;

/** A page must hold this share of the words, by weight. */
const leastShare = 0.6;

let engine: Promise<Pagefind> | undefined;

/**
 * Pages whose text holds the words, best first, asked of Pagefind word by word: it joins words with AND. Loaded with
 * the first query in words. `base` is the path of the site with a slash at its end.
 */
export async function fullText(words: readonly WeighedWord[], base: string): Promise<readonly FullTextHit[]> {
  engine ??= loadEngine(base);
  engine.catch(() => (engine = undefined));
  const pagefind = await engine;
  const found = await Promise.all(
    words.map(async ({ word, weight }) => ({ weight, ...(await pagefind.search(word)) })),
  );
  return Promise.all(
    bestPages(found).map(async (page) => {
      const { url, meta } = await page.data();
      return { url, title: meta.title ?? url };
    }),
  );
}

async function loadEngine(base: string): Promise<Pagefind> {
  // eslint-disable-next-line no-unsanitized/method -- a path of this site that no input is part of
  const module = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
  // A worker would need an exception from the rule that scripts come from known places only.
  await module.options({ baseUrl: base, noWorker: true });
  return module;
}

/** Pages in the order of the weight of the words they hold, then of how well they hold them. */
function bestPages(
  found: readonly { readonly weight: number; readonly results: readonly PagefindResult[] }[],
): PagefindResult[] {
  const pages = new Map<string, { page: PagefindResult; weight: number; score: number }>();
  for (const { weight, results } of found) {
    const best = Math.max(...results.map(({ score }) => score));
    for (const page of results) {
      const known = pages.get(page.id) ?? { page, weight: 0, score: 0 };
      known.weight += weight;
      known.score += (weight * page.score) / best;
      pages.set(page.id, known);
    }
  }
  const total = found.reduce((sum, { weight }) => sum + weight, 0);
  return [...pages.values()]
    .filter(({ weight }) => weight >= total * leastShare)
    .sort((a, b) => b.weight - a.weight || b.score - a.score)
    .slice(0, mostPages)
    .map(({ page }) => page);
}
