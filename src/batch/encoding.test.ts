import { expect, test } from 'vitest';
import { encodingOf } from './encoding.ts';

test.each([
  ['UTF-16 by its mark', [0xff, 0xfe, 0x34, 0], 'utf-16le'],
  ['UTF-16 by its mark, the high byte first', [0xfe, 0xff, 0, 0x34], 'utf-16be'],
  ['UTF-16 by its zeros', [0x34, 0, 0x37, 0, 0x34, 0], 'utf-16le'],
  ['UTF-16 by its zeros, the high byte first', [0, 0x34, 0, 0x37, 0, 0x34], 'utf-16be'],
  ['UTF-8 where zeros stand on either side', [0x34, 0x37, 0, 0, 0x34, 0], 'utf-8'],
  ['UTF-8 where there is nothing', [], 'utf-8'],
])('%s is known', (_, bytes, encoding) => {
  expect(encodingOf(new Uint8Array(bytes))).toBe(encoding);
});
