import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contrastRatio, readHex } from '../testing/contrast.ts';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\);/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light: readHex(light), dark: readHex(dark) }] as const,
  ),
);

/** What stands on what, as the style sheets use it. */
const text = [
  ...['ink', 'soft', 'mark', 'sender', 'recipient', 'provider', 'carrier'].flatMap((colour) => [
    [colour, 'paper'] as const,
    [colour, 'sheet'] as const,
  ]),
  ['ink', 'tint'] as const,
  ['mark', 'tint'] as const,
  ['paper', 'ink'] as const,
  ['on-mark', 'mark'] as const,
];
/** Borders of controls and boxes, tracks, focus rings: what must be seen to be used. */
const drawn = ['edge', 'mark', 'ink'].flatMap((colour) => [[colour, 'paper'] as const, [colour, 'sheet'] as const]);

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const ratio = ([one, other]: readonly [string, string]) => {
    const [a, b] = [tokens.get(one), tokens.get(other)];
    if (!a || !b) throw new Error(`tokens.css has no ${a ? other : one}`);
    return contrastRatio(a[theme], b[theme]);
  };

  test('text can be read on everything it stands on', () => {
    expect(text.filter((pair) => ratio(pair) < 4.5).map((pair) => `${pair.join(' on ')} ${ratio(pair)}`)).toEqual([]);
  });

  test('borders, tracks and focus rings can be seen', () => {
    expect(drawn.filter((pair) => ratio(pair) < 3).map((pair) => `${pair.join(' on ')} ${ratio(pair)}`)).toEqual([]);
  });

  test('each of those who may have to act has a colour of its own', () => {
    const hues = ['sender', 'recipient', 'provider', 'carrier', 'soft'].map((name) =>
      String(tokens.get(name)?.[theme]),
    );
    expect(new Set(hues).size).toBe(hues.length);
  });
});

test('every colour token is in the pairs above, or is decoration', () => {
  const used = new Set([...text, ...drawn].flat());
  expect([...tokens.keys()].filter((name) => !used.has(name))).toEqual(['line']);
});
