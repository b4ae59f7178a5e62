import { expect, test } from 'vitest';
import { linksOf } from './guides.ts';

test('links are read in every form of Markdown, and not out of code blocks', () => {
  const text = [
    'An [inline](../search/) one, <https://docs.example.com/a> and [one by reference][b].',
    '```ts',
    '// [in code](https://docs.example.com/code)',
    '```',
    '[b]: https://docs.example.com/b',
  ].join('\n');
  expect(linksOf(text)).toEqual(['../search/', 'https://docs.example.com/a', 'https://docs.example.com/b']);
});
