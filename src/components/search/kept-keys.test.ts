import { expect, test } from 'vitest';
import { KeptKeys } from './kept-keys.ts';

const plain = { repeat: false, isComposing: false, ctrlKey: false, metaKey: false, altKey: false };

/** Presses the keys one after the other. */
function press(...keys: readonly string[]): KeptKeys {
  const kept = new KeptKeys();
  for (const key of keys) kept.keep({ ...plain, key });
  return kept;
}

test('characters are kept in their order, signs and spaces as well', () => {
  expect(press('4', '7', ' ', '/', 'É', '字', '😀').query).toBe('47 /É字😀');
});

test('without a key there is no query, so that the box takes up its own', () => {
  expect(press().query).toBeUndefined();
  expect(press('Shift', 'ArrowDown', 'Dead', 'Process').query).toBeUndefined();
});

test('Backspace takes one character off, and empties a box in which nothing was typed', () => {
  expect(press('4', '8', 'Backspace', '7').query).toBe('47');
  expect(press('4', '😀', 'Backspace').query).toBe('4');
  expect(press('Backspace').query).toBe('');
});

test('Enter is kept after what was typed, and taken back by the next key', () => {
  expect(press('4', 'Enter').isEntered).toBe(true);
  expect(press('4', 'Enter', 'Enter').isEntered).toBe(true);
  expect(press('4', 'Enter', '7').isEntered).toBe(false);
  expect(press('4', 'Enter', 'Backspace').isEntered).toBe(false);
  expect(press('Enter').isEntered).toBe(false);
  expect(press(' ', 'Enter').isEntered).toBe(false);
});

test('a key held from calling search types nothing; Backspace repeats', () => {
  const kept = press('4', '7');
  expect(kept.keep({ ...plain, key: '/', repeat: true })).toBe(true);
  expect(kept.keep({ ...plain, key: 'Enter', repeat: true })).toBe(true);
  expect(kept).toMatchObject({ query: '47', isEntered: false });
  kept.keep({ ...plain, key: 'Backspace', repeat: true });
  expect(kept.query).toBe('4');
});

test('says that it kept a key, Enter on nothing included: that is not for the page either', () => {
  for (const key of ['a', ' ', 'Backspace', 'Enter']) expect(new KeptKeys().keep({ ...plain, key })).toBe(true);
  for (const key of ['Tab', 'ArrowDown', 'F5', 'Dead']) expect(new KeptKeys().keep({ ...plain, key })).toBe(false);
});

test.each(['isComposing', 'ctrlKey', 'metaKey', 'altKey'] as const)('leaves a key alone that has %s', (name) => {
  const kept = new KeptKeys();
  expect(kept.keep({ ...plain, key: 'r', [name]: true })).toBe(false);
  expect(kept.query).toBeUndefined();
});

test('text that is pasted is added, its lines joined', () => {
  const kept = press('4');
  kept.type('7\r\n75');
  expect(kept.query).toBe('47 75');
});
