import { expect, test } from 'vitest';
import { drawingOf, symbolOf } from './icons.ts';

test('a script draws the same icon as the page', () => {
  const { viewBox, shapes } = drawingOf('search');
  expect(viewBox).toBe('0 0 16 16');
  expect(symbolOf('search')).toBe(`<symbol id="i-search" viewBox="${viewBox}">${shapes}</symbol>`);
});
