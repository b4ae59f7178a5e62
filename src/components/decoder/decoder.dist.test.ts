import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dist } from '../../testing/built-site/built-site.ts';

test.each(['', 'decode/'])(
  '/%s names the data of the decoder, so that they are loaded before anybody types, and its worker is built',
  (path) => {
    const html = readFileSync(join(dist, path, 'index.html'), 'utf8');
    expect(html).toMatch(/rel="preload" as="fetch" href="\/decode\/data\.json"/);
    expect(readdirSync(join(dist, '_astro')).some((file) => file.startsWith('decode-worker'))).toBe(true);
  },
);
