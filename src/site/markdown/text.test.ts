import { describe, expect, test } from 'vitest';
import { fenced, frontMatter, inline, link, table, withWholeLinks } from './text.ts';

describe('text of a YAML file as Markdown', () => {
  test('shows signs of Markdown as they are, and marks only code', () => {
    expect(inline('*Not* bold, [no link], <b>no</b> tag')).toBe(
      String.raw`\*Not\* bold, \[no link\], \<b\>no\</b\> tag`,
    );
    expect(inline('The field `a_b*c` counts')).toBe('The field `a_b*c` counts');
    expect(inline('5 | 6')).toBe(String.raw`5 \| 6`);
    expect(inline('AT&amp;T and AT&T')).toBe(String.raw`AT\&amp;T and AT&T`);
  });

  test('leaves names with underscores readable', () => {
    expect(inline('blocked_by_carrier')).toBe('blocked_by_carrier');
    expect(inline('_emphasis_')).toBe(String.raw`\_emphasis\_`);
  });

  test('begins no list, heading or quotation', () => {
    expect(inline('- one')).toBe(String.raw`\- one`);
    expect(inline('# one')).toBe(String.raw`\# one`);
    expect(inline('1. one')).toBe(String.raw`1\. one`);
    expect(inline('4.5 is a number')).toBe('4.5 is a number');
  });

  test('is one line', () => {
    expect(inline('one\n  two')).toBe('one two');
  });
});

test('a fence is longer than any run of backticks inside it', () => {
  expect(fenced('a ``` b')).toBe('````\na ``` b\n````');
});

test('a link ends where it should', () => {
  expect(link('Errors [old]', 'https://docs.example.com/a_(b)')).toBe(
    String.raw`[Errors \[old\]](https://docs.example.com/a_%28b%29)`,
  );
});

test('front matter is YAML, whatever stands in it', () => {
  expect(frontMatter({ title: 'a: "b"', code: '0012', billed: undefined, suppress: true, causes: ['x'] })).toBe(
    ['---', String.raw`title: "a: \"b\""`, 'code: "0012"', 'suppress: true', 'causes: ["x"]', '---'].join('\n'),
  );
});

test('a table has a line per row', () => {
  expect(table(['A', 'B'], [['1', '2']])).toBe('| A | B |\n| --- | --- |\n| 1 | 2 |');
});

test('relative links lead where they lead on the page', () => {
  const page = 'https://codes.example.org/docs/guides/open-data/';
  expect(withWholeLinks('[a](../../api/v1/index.json) [b](./#top) [c](https://example.com/)', page)).toBe(
    '[a](https://codes.example.org/docs/api/v1/index.json) [b](https://codes.example.org/docs/guides/open-data/#top) [c](https://example.com/)',
  );
});
