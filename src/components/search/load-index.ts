import type { DecoderData } from '#catalog';
import type { Directory, PastedCode, PieceName, Pieces } from '#search';
import { paths, searchFile, withBase } from '#site/urls';

/** What the search box reads, each file once per page and only when a query asks for it. */
export interface SearchSources {
  /** What is loaded of the index. Without the directory nothing can be answered. */
  readonly pieces: Pieces;
  /** Loads more of the index; the directory first, since it names the edition of all other pieces. */
  readonly load: (names: Iterable<PieceName>) => Promise<void>;
  /** Codes that the decoder finds in a pasted query. Nothing of the paste leaves the page. */
  readonly pasted: (text: string) => Promise<readonly PastedCode[]>;
  /** Pages whose text holds the words, best first. */
  readonly fullText: (words: readonly WeighedWord[]) => Promise<readonly FullTextHit[]>;
}

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

const mostFullText = 4;

/** A page must hold this share of the words, by weight. */
const leastFullText = 0.6;

/** `base` is the path of the site with a slash at its end. */
export function searchSources(base: string): SearchSources {
  const pieces = new Map<PieceName, unknown>();
  const piece = onceEach(async (name: PieceName) => {
    if (name === 'word-search') {
      pieces.set(name, (await import('#search/words')).wordSearch);
      return;
    }
    const version = name === 'directory' ? '' : (pieces.get('directory') as Directory).version;
    pieces.set(name, await readJson(withBase(searchFile(name, version), base)));
  });
  const pagefind = onceEach(async (path: string) => {
    // eslint-disable-next-line no-unsanitized/method -- a path of this site that no input is part of
    const module = (await import(/* @vite-ignore */ path)) as Pagefind;
    // A worker would need an exception from the rule that scripts come from known places only.
    await module.options({ baseUrl: base, noWorker: true });
    return module;
  });
  const decoder = onceEach((path: string) => Promise.all([import('#decoder'), readJson<DecoderData>(path)]));

  return {
    pieces,
    load: async (names) => {
      await piece('directory');
      await Promise.all([...names].map(piece));
    },
    pasted: async (text) => {
      const [{ decode }, data] = await decoder(withBase(`${paths.decode}data.json`, base));
      const { findings, suggestions } = decode(text, data);
      return [
        ...findings.map(({ set, code }) => ({ set, code })),
        ...suggestions.flatMap(({ set, codes }) => codes.map((code) => ({ set, code }))),
      ];
    },
    fullText: async (words) => {
      const engine = await pagefind(`${base}pagefind/pagefind.js`);
      const found = await Promise.all(
        words.map(async ({ word, weight }) => ({ weight, ...(await engine.search(word)) })),
      );
      return Promise.all(
        bestPages(found).map(async (page) => {
          const { url, meta } = await page.data();
          return { url, title: meta.title ?? url };
        }),
      );
    },
  };
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
    .filter(({ weight }) => weight >= total * leastFullText)
    .sort((a, b) => b.weight - a.weight || b.score - a.score)
    .slice(0, mostFullText)
    .map(({ page }) => page);
}

async function readJson<Content>(address: string): Promise<Content> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as Content;
}

/** Loads for each name once and keeps the success; a failure may be tried again. */
function onceEach<Name extends string, Value>(load: (name: Name) => Promise<Value>): (name: Name) => Promise<Value> {
  const kept = new Map<Name, Promise<Value>>();
  return (name) => {
    const loading = kept.get(name) ?? load(name);
    kept.set(name, loading);
    loading.catch(() => kept.delete(name));
    return loading;
  };
}
