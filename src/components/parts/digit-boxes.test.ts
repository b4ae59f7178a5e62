import { expect, test } from 'vitest';
import { digitBoxes } from './digit-boxes.ts';

const textOf = (html = '') => html.replace(/<[^>]+>/g, '');

test('boxes hold the code as one word', () => {
  expect(textOf(digitBoxes(['4', '7', '75']))).toBe('4775');
  expect(digitBoxes(['47'], ['xx'])).toBe('<span><b>4</b><b>7</b></span><span class="open"><b>x</b><b>x</b></span>');
});

test('a word or a range has no boxes', () => {
  expect(digitBoxes(['200-299'])).toBeUndefined();
  expect(digitBoxes(['<i>'])).toBeUndefined();
});
