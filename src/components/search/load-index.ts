import type { DecoderData } from '#catalog';
import type { Directory, PastedCode, PieceName, Pieces } from '#search';
import { decoderFiles, searchFile, withBase } from '#site/urls';
import type { FullTextHit, WeighedWord } from './full-text.ts';

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
  const decoder = onceEach((path: string) => Promise.all([import('#decoder'), readJson<DecoderData>(path)]));

  return {
    pieces,
    load: async (names) => {
      await piece('directory');
      await Promise.all([...names].map(piece));
    },
    pasted: async (text) => {
      const [{ decode }, data] = await decoder(withBase(decoderFiles.data, base));
      const { findings, suggestions } = decode(text, data);
      return [
        ...findings.map(({ set, code }) => ({ set, code })),
        ...suggestions.flatMap(({ set, codes }) => codes.map((code) => ({ set, code }))),
      ];
    },
    fullText: async (words) => (await import('./full-text.ts')).fullText(words, base),
  };
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
