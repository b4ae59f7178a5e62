import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dist } from './built-site.ts';

/**
 * A second build of the same files, in another place and time zone and language, where no process of Node may open a
 * connection. Run with the settings of the first build.
 */
const root = resolve(import.meta.dirname, '../../..');
const out = mkdtempSync(join(tmpdir(), 'undelivered-again-'));
const noConnection = `data:text/javascript,${encodeURIComponent(
  "import net from 'node:net'; net.Socket.prototype.connect = () => { throw new Error('The build opened a connection'); };",
)}`;

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'src/tasks/build.node.ts'), '--outDir', out], {
    cwd: root,
    env: { ...process.env, TZ: 'Pacific/Chatham', LANG: 'de_DE.UTF-8', NODE_OPTIONS: `--import=${noConnection}` },
    stdio: 'pipe',
  });
}, 300_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

const hashes = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );

test('two builds have the same files with the same bytes, and neither needs a network', () => {
  const first = hashes(dist);
  const second = hashes(out);
  expect([...second.keys()]).toEqual([...first.keys()]);
  expect([...first].filter(([file, hash]) => second.get(file) !== hash).map(([file]) => file)).toEqual([]);
  expect(first.size).toBeGreaterThan(1000);
});
