import type { SearchPage, WordIndex } from './search-data.ts';
import { wordsOf } from './words.ts';

/** Turns pages into the word index. Runs at build time; pages keep their order. */
export function buildWordIndex(pages: readonly SearchPage[]): WordIndex {
  const numbers = new Map<string, number>();
  const frequency: number[] = [];
  const numberOf = (word: string): number => {
    let number = numbers.get(word);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(word, number);
      frequency.push(0);
    }
    return number;
  };

  const indexed = pages.map((page) => {
    const onPage = new Set<number>();
    const seen = new Set<string>();
    const texts = page.texts.flatMap(({ role, text }) => {
      const words = [...new Set(wordsOf(text))].map(numberOf);
      for (const word of words) onPage.add(word);
      const key = words.join();
      if (words.length === 0 || seen.has(key)) return [];
      seen.add(key);
      return [[role, ...words] as const];
    });
    for (const word of onPage) frequency[word] = (frequency[word] ?? 0) + 1;
    const { kind, ref, heading, causes, responsible, retry } = page;
    return { kind, ref, heading, causes, responsible, retry, texts };
  });
  return { words: [...numbers.keys()], frequency, pages: indexed };
}
