import type { DecoderData } from '#catalog';
import type { CodeIndex, PastedCode, WordIndex } from '#search';

/** Reads what the search box needs, each file once per page and only when a query asks for it. */
export interface Indexes {
  readonly codes: () => Promise<CodeIndex>;
  readonly words: () => Promise<WordIndex>;
  /** Codes that the decoder finds in a pasted query. Nothing of the paste leaves the page. */
  readonly pasted: (text: string) => Promise<readonly PastedCode[]>;
  /** Pages whose text holds the words, best first, as addresses with titles. */
  readonly fullText: (words: string) => Promise<readonly FullTextHit[]>;
}

export interface FullTextHit {
  readonly url: string;
  readonly title: string;
}

interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  search(
    query: string,
  ): Promise<{ results: readonly { data(): Promise<{ url: string; meta: { title?: string } }> }[] }>;
}

const mostFullText = 4;

/** `base` is the path of the site with a slash at its end. */
export function loadIndexes(base: string): Indexes {
  const json = <Content>(path: string) =>
    once(() => fetch(`${base}${path}`).then((response) => readJson<Content>(response)));
  const pagefind = once(async () => {
    const module = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
    await module.options({ baseUrl: base });
    return module;
  });
  const decoder = once(() => Promise.all([import('#decoder'), json<DecoderData>('decode/data.json')()]));

  return {
    codes: json<CodeIndex>('search/codes.json'),
    words: json<WordIndex>('search/words.json'),
    pasted: async (text) => {
      const [{ decode }, data] = await decoder();
      return decode(text, data).findings.map(({ set, code }) => ({ set, code }));
    },
    fullText: async (words) => {
      const { results } = await (await pagefind()).search(words);
      const hits = await Promise.all(results.slice(0, mostFullText).map((result) => result.data()));
      return hits.map(({ url, meta }) => ({ url, title: meta.title ?? url }));
    },
  };
}

async function readJson<Content>(response: Response): Promise<Content> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return (await response.json()) as Content;
}

/** Keeps the first success; a failure may be tried again. */
function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let kept: Promise<Value> | undefined;
  return () =>
    (kept ??= load().catch((error: unknown) => {
      kept = undefined;
      throw error;
    }));
}
