import { expect, test } from 'vitest';
import { digitBoxMarkup } from './digit-box-markup.ts';

const textOf = (html = '') => html.replace(/<[^>]+>/g, '');

test('boxes hold the code as one word', () => {
  expect(textOf(digitBoxMarkup(['4', '7', '75']))).toBe('4775');
  expect(digitBoxMarkup(['47'], ['xx'])).toBe(
    '<span><b>4</b><b>7</b></span><span class="open"><b>x</b><b>x</b></span>',
  );
});

test('a word or a range has no boxes', () => {
  expect(digitBoxMarkup(['200-299'])).toBeUndefined();
  expect(digitBoxMarkup(['<i>'])).toBeUndefined();
});
