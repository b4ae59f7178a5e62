import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MappedText, rewrite } from './mapped-text.ts';

/** What of the input a stretch of the text stands for. */
const inputOf = (input: string, text: MappedText, start: number, end: number) =>
  input.slice(text.start(start), text.end(end));

describe('a mapped text', () => {
  test('knows where plain text stands', () => {
    const text = MappedText.of('abc', 10);
    expect([text.start(1), text.end(3)]).toEqual([11, 13]);
  });

  test('maps a replaced piece as a whole and the rest by character', () => {
    const input = 'a&quot;b';
    const text = rewrite(MappedText.of(input), /&quot;/g, () => '"');
    expect(text.text).toBe('a"b');
    expect(inputOf(input, text, 1, 2)).toBe('&quot;');
    expect(inputOf(input, text, 2, 3)).toBe('b');
    expect(inputOf(input, text, 0, 3)).toBe(input);
  });

  test('takes what was dropped inside of a stretch with it', () => {
    const input = '4-7-0-1';
    const text = rewrite(MappedText.of(input), /-/g, () => '');
    expect(text.text).toBe('4701');
    expect(inputOf(input, text, 0, 4)).toBe('4-7-0-1');
    expect(inputOf(input, text, 1, 3)).toBe('7-0');
  });

  test('survives being rewritten and cut again', () => {
    const input = 'x%2522y';
    const once = rewrite(MappedText.of(input), /%25/g, () => '%');
    const twice = rewrite(once, /%22/g, () => '"').slice(1, 3);
    expect(twice.text).toBe('"y');
    expect(inputOf(input, twice, 0, 1)).toBe('%2522');
    expect(inputOf(input, twice, 1, 2)).toBe('y');
  });

  test('points at the whole of what was decoded', () => {
    const input = 'see eyJhIjoxfQ== here';
    const text = MappedText.of(input).slice(4, 16).replaced('{"a":1}', 'base64');
    expect(inputOf(input, text, 2, 3)).toBe('eyJhIjoxfQ==');
    expect(text.layers).toEqual(['base64']);
  });

  test('never points outside of the input, and never backwards', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(50), fc.nat(50), (input, a, b) => {
        const text = rewrite(
          rewrite(MappedText.of(input), /[aeiou ]/g, () => ''),
          /[A-M]/g,
          () => '<>',
        );
        const start = Math.min(a, b, text.text.length);
        const end = Math.min(Math.max(a, b), text.text.length);
        const part = text.slice(start, end);
        for (let i = 0; i < part.text.length; i++) {
          expect(part.start(i)).toBeGreaterThanOrEqual(0);
          expect(part.end(i + 1)).toBeLessThanOrEqual(input.length);
          expect(part.end(i + 1)).toBeGreaterThanOrEqual(part.start(i));
          if (i > 0) expect(part.start(i)).toBeGreaterThanOrEqual(part.start(i - 1));
        }
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });
});
