import { describe, expect, test } from 'vitest';
import { buildCatalog, parseFiles } from '#catalog';
import { answerQuery, type PieceName } from '#search';
import { buildIndex } from '#search/build';
import { searchContent } from '../site/indexes/search-index.ts';
import { generateData } from './generate-data.ts';
import { brotli } from './static-server.node.ts';

/** What the index of a catalogue of so many codes has loaded for one code, in bytes after brotli. */
interface Loaded {
  readonly code: string;
  /** When the code is pasted, or typed faster than the first piece is loaded. */
  readonly atOnce: number;
  /** When every digit was answered before the next one. */
  readonly digitByDigit: number;
  readonly files: number;
}

function loadedFor(count: number): Loaded[] {
  const files = generateData(count).map(({ path, content }) => ({ path, value: content }));
  const catalog = buildCatalog(parseFiles(files, []));
  const index = buildIndex(searchContent(catalog), '');
  const sizes = new Map<PieceName, number>();
  const sizeOf = (name: PieceName): number => {
    const size = sizes.get(name) ?? brotli(Buffer.from(JSON.stringify(index.get(name)))).length;
    sizes.set(name, size);
    return size;
  };
  const load = (...queries: string[]): PieceName[] => {
    const pieces = new Map<PieceName, unknown>([['directory', index.get('directory')]]);
    for (const query of queries) {
      for (let { wants } = answerQuery(query, pieces); wants.length > 0; { wants } = answerQuery(query, pieces))
        for (const name of wants) pieces.set(name, index.get(name));
    }
    return [...pieces.keys()];
  };
  const sum = (names: readonly PieceName[]) => names.reduce((bytes, name) => bytes + sizeOf(name), 0);
  const numbers = catalog.sets.flatMap(({ codes }) => codes).filter(({ code }) => /^\d+$/.test(code));
  return numbers
    .filter((_, place) => place % Math.ceil(numbers.length / 100) === 0)
    .map(({ code }) => {
      const typed = load(...Array.from(code, (_, place) => code.slice(0, place + 1)));
      return { code, atOnce: sum(load(code)), digitByDigit: sum(typed), files: typed.length };
    });
}

const kilobyte = 1024;
const mostOf = (loaded: readonly Loaded[], what: 'atOnce' | 'digitByDigit'): number =>
  Math.max(...loaded.map((one) => one[what]));

describe('what one exact code loads of the index', () => {
  const small = loadedFor(250);

  test.each([1000, 10_000])('does not grow with the catalogue: %i codes', (count) => {
    const large = loadedFor(count);
    // Names of more sets, and where the shelves begin, are all that is added.
    expect(mostOf(large, 'atOnce')).toBeLessThan(mostOf(small, 'atOnce') * 1.15);
    expect(mostOf(large, 'atOnce')).toBeLessThan(2 * kilobyte);
    expect(mostOf(large, 'digitByDigit')).toBeLessThan(4.25 * kilobyte);
    // A directory, a shelf, and a piece for each digit at most.
    expect(large.filter(({ code, files }) => files > code.length + 2)).toEqual([]);
  });
});
