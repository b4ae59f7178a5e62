import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectPage, expectPageAt } from './measured-pages.ts';
import { serve, siteIn, type StaticServer } from './static-server.node.ts';

const folder = mkdtempSync(join(tmpdir(), 'undelivered-measured-pages-'));
let server: StaticServer;
beforeAll(async () => {
  mkdirSync(join(folder, 'bandwidth'));
  // As some tools do, the page of what was not found lists every code.
  writeFileSync(join(folder, '404.html'), '<title>No such page</title><nav>4775</nav>');
  writeFileSync(join(folder, 'bandwidth/4775.html'), '<title data-of="tool">Bandwidth 4775 | Codes</title>');
  server = await serve(siteIn(folder));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

test('the page that is meant is taken', async () => {
  await expect(expectPageAt(`${server.origin}/bandwidth/4775`, '4775')).resolves.toBeUndefined();
});

test('a wrong address of a peer fails, with the address and what came', async () => {
  await expect(expectPageAt(`${server.origin}/bandwidth/4775/`, '4775')).rejects.toThrow(
    /\/bandwidth\/4775\/ answers 404/,
  );
});

test('another page under the address fails, and so does an address without an answer', () => {
  expect(() => expectPage('/bandwidth/4775/', { status: 200, title: 'Bandwidth 4770' }, '4775')).toThrow(
    'is “Bandwidth 4770” and not the page of 4775',
  );
  expect(() => expectPage('/bandwidth/4775/', { status: undefined, title: '4775' }, '4775')).toThrow('answers nothing');
});
