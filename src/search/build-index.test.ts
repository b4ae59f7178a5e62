import { expect, test } from 'vitest';
import { answerQuery } from './answer.ts';
import { buildIndex } from './build-index.ts';
import { exampleContent } from './example-index.ts';
import type { PieceName, SearchCode, SearchPage } from './search-data.ts';
import { wordSearch } from './word-search.ts';

/** The example with thousands of codes more, each with words of its own and words that all of them share. */
function largeIndex(): { pieces: Map<PieceName, unknown>; codes: SearchCode[] } {
  const [model] = exampleContent.codes;
  const codes = Array.from({ length: 9000 }, (_, number): SearchCode => {
    const code = String(10_000 + number);
    return { ...(model as SearchCode), set: 'tern', code, heading: `Reason ${code}`, names: [`REASON_${code}`] };
  });
  const pages = codes.map(({ code, heading }): SearchPage => ({
    kind: 'code',
    ref: `tern/${code}`,
    heading,
    causes: [{ cause: 'sender-blocked', match: 'same' }],
    texts: [{ role: 'phrase', text: `the widget broke for reason w${code}` }],
  }));
  const all = {
    ...exampleContent,
    codes: [...exampleContent.codes, ...codes],
    pages: [...exampleContent.pages, ...pages],
  };
  return { pieces: buildIndex(all, 'large'), codes };
}

const { pieces, codes } = largeIndex();

function answerInSteps(text: string) {
  const loaded = new Map<PieceName, unknown>([['directory', pieces.get('directory')]]);
  for (;;) {
    const answer = answerQuery(text, loaded);
    const first = answer.groups[0]?.results[0]?.ref;
    if (answer.wants.length === 0) return { first, loaded: [...loaded.keys()].slice(1) };
    for (const name of answer.wants) {
      const piece = name === 'word-search' ? wordSearch : pieces.get(name);
      expect(piece, name).toBeDefined();
      loaded.set(name, piece);
    }
  }
}

test('among thousands of codes, one code loads a shelf and a piece', () => {
  for (const { code } of codes.filter((_, place) => place % 997 === 0)) {
    const { first, loaded } = answerInSteps(code);
    expect(first).toBe(`tern/${code}`);
    expect(loaded.map((name) => name.replace(/\d+/, 'N'))).toEqual(['shelf-N', 'cards-N']);
  }
});

test('a short form of a code lies with the numbers that it looks like', () => {
  const { first, loaded } = answerInSteps('701');
  expect(first).toBe('acme/4701');
  expect(loaded).toHaveLength(2);
});

test('a name among thousands loads few cards', () => {
  const { first, loaded } = answerInSteps('REASON_17123');
  expect(first).toBe('tern/17123');
  expect(loaded.filter((name) => name.startsWith('cards')).length).toBeLessThanOrEqual(17);
});

test('words among thousands load a bounded share', () => {
  expect(answerInSteps('w17123').first).toBe('tern/17123');
  for (const text of ['w17123', 'the widget broke', 'widget number banned', 'customer replied stop'])
    expect(answerInSteps(text).loaded.length, text).toBeLessThan(pieces.size / 3);
});

test('pieces are small, and so is the directory', () => {
  for (const [name, piece] of pieces)
    if (!['words', 'all-cards'].includes(name)) expect(JSON.stringify(piece).length, name).toBeLessThan(14_000);
  expect(JSON.stringify(pieces.get('directory')).length).toBeLessThan(1500);
  expect((pieces.get('all-cards') as readonly unknown[]).length).toBe(exampleContent.codes.length + codes.length);
});
