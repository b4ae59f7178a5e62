import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { dist } from '../../testing/built-site.ts';
import { weigh } from '../../testing/page-weight.ts';

const budget = 120 * 1024;

test.each(['', 'decode/'])('/%s keeps to its budget with worker, data and explanations', (path) => {
  const html = readFileSync(join(dist, path, 'index.html'), 'utf8');
  const worker = readdirSync(join(dist, '_astro')).find((file) => file.startsWith('decode-worker'));
  expect(worker).toBeDefined();
  expect(html).toMatch(/rel="preload" as="fetch" href="\/decode\/data\.json"/);
  const bytes = weigh(html).bytes + brotliCompressSync(readFileSync(join(dist, '_astro', worker ?? ''))).length;
  expect(bytes).toBeLessThan(budget);
});
