import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '..');

/** Note, label, dense text, text, lead and values, heading, totals; then what takes the size around it. */
const scale = new Set(['0.75rem', '0.8125rem', '0.875rem', '1rem', '1.25rem', '1.625rem', '2rem', '1em', 'inherit']);
/** Titles and a code of words in one; icons and the name of the site, which shrink where the window is enlarged four times. */
const withTheirPlace = /^(?:clamp\(.+cqi.*\)|min\(1\.25rem, 6vw\)|0\.8em)$/;

const styled = (await readdir(source, { recursive: true })).filter((file) => /\.(css|astro)$/.test(file));

/** Sizes of type that a file names, `font: …/1.4 …` and `font-size: …`, with their lines. */
function sizesIn(text: string): { readonly size: string; readonly line: number }[] {
  return text.split('\n').flatMap((line, index) => {
    const size =
      /^\s*font-size:\s*([^;]+);/.exec(line)?.[1] ??
      /^\s*font:[^;/]*?([\d.]+(?:r?em|px|pt|%)|(?:clamp|min)\([^/;]*\))(?: ?\/|\s+var)/.exec(line)?.[1];
    return size === undefined ? [] : [{ size, line: index + 1 }];
  });
}

describe('sizes of type', () => {
  it('are those of the scale, since each costs a reader on Linux time before the first paint', async () => {
    const others: string[] = [];
    const used = new Set<string>();
    for (const file of styled) {
      for (const { size, line } of sizesIn(await readFile(join(source, file), 'utf8'))) {
        if (scale.has(size)) used.add(size);
        else if (!withTheirPlace.test(size)) others.push(`${file}:${line} ${size}`);
      }
    }
    expect(others).toEqual([]);
    expect(used).toEqual(scale);
  });
});
