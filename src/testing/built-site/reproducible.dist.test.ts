import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dist } from './built-site.ts';

/**
 * A second build of the same files on what is another machine to it: another folder without a repository, another day,
 * time zone, language and mask of rights, no program in reach, no connection. Run with the settings of the first build.
 */
const root = resolve(import.meta.dirname, '../../..');
const elsewhere = mkdtempSync(join(tmpdir(), 'undelivered-again-'));
const project = join(elsewhere, 'a folder');
const again = join(elsewhere, 'site');
const dated = join(elsewhere, 'dated');

/** What is not part of the project: what it makes, what npm installs, and its history. */
const isMade = /^(node_modules|dist|dist-package|\.astro|\.git|test-results|playwright-report)$/;

/** Milliseconds that the clock of the second build is ahead: another day and another year, at another time of the day. */
const ahead = (400 * 24 + 5) * 3600 * 1000;

/** Runs before anything else in each process and thread of Node that a build starts: threads do not wait for an import. */
const otherMachineFile = join(elsewhere, 'other-machine.cjs');
const otherMachine = `
  const net = require('node:net');
  const { isMainThread } = require('node:worker_threads');
  net.Socket.prototype.connect = () => { throw new Error('The build opened a connection'); };
  if (isMainThread) process.umask(0o077);
  const Clock = Date;
  globalThis.Date = class Date extends Clock {
    constructor(...time) { super(...(time.length === 0 ? [Date.now()] : time)); }
    static now() { return Clock.now() + ${ahead}; }
  };
`;

/** Runs a program of Node in the copy of the project, on the other machine. */
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): string =>
  execFileSync(process.execPath, args, {
    cwd: project,
    env: {
      ...process.env,
      NODE_OPTIONS: `--require ${JSON.stringify(otherMachineFile)}`,
      TZ: 'Pacific/Chatham',
      LANG: 'de_DE.UTF-8',
      LC_ALL: 'de_DE.UTF-8',
      PATH: join(elsewhere, 'nothing'),
      ...env,
    },
    stdio: 'pipe',
    encoding: 'utf8',
  });

/** A time that the data does not hold. */
const epoch = '1000000000';
const epochTime = '2001-09-09T01:46:40.000Z';
const dayOf = (time: string) => time.slice(0, 10);

beforeAll(() => {
  writeFileSync(otherMachineFile, otherMachine);
  cpSync(root, project, { recursive: true, filter: (from) => !isMade.test(relative(root, from)) });
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'junction');
  run(['src/tasks/build.node.ts', '--outDir', again]);
  run(['src/tasks/build.node.ts', '--outDir', dated], { SOURCE_DATE_EPOCH: epoch });
}, 300_000);
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

const filesOf = (folder: string): Map<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(folder, file), readFileSync(file)]),
  );
const first = filesOf(dist);

test('the second build runs on another machine: its clock, its threads, its zone, its language, its rights, its programs', () => {
  const script = `
    const { execFileSync } = require('node:child_process');
    const { Worker } = require('node:worker_threads');
    let hasGit = true;
    try { execFileSync('git', ['--version']); } catch { hasGit = false; }
    const thread = new Worker('require("node:worker_threads").parentPort.postMessage(+new Date())', { eval: true });
    thread.on('message', (inThread) => console.log(JSON.stringify({
      times: [Date.now(), +new Date(), inThread],
      made: new Date(0).getTime(),
      zone: new Date(0).getTimezoneOffset(),
      language: Intl.NumberFormat().resolvedOptions().locale,
      mask: process.umask(),
      hasGit,
    })));
  `;
  const { times, ...rest } = JSON.parse(run(['-e', script])) as { times: number[] };
  for (const time of times) expect(time - Date.now()).toBeGreaterThan(ahead - 60_000);
  expect(rest).toEqual({ made: 0, zone: -765, language: 'de-DE', mask: 0o077, hasGit: false });
});

test('two builds have the same files with the same bytes, and neither needs a network', () => {
  const second = filesOf(again);
  expect([...second.keys()]).toEqual([...first.keys()]);
  expect([...first].filter(([file, bytes]) => !second.get(file)?.equals(bytes)).map(([file]) => file)).toEqual([]);
  expect(first.size).toBeGreaterThan(1000);
});

test('SOURCE_DATE_EPOCH is the time that everything made says, and changes nothing else', () => {
  const second = filesOf(dated);
  const timeOf = (files: ReadonlyMap<string, Buffer>) =>
    (JSON.parse(String(files.get('api/v1/index.json'))) as { generatedAt: string }).generatedAt;
  expect(timeOf(second)).toBe(epochTime);
  // What is packed holds the others under their own time: the archive, the copy for offline use, and the worker that names it.
  const isText = (file: string) => /\.(html|json|xml|csv|md|txt)$/.test(file);
  const texts = [...first].filter(([file]) => isText(file));
  expect([...second.keys()].filter(isText)).toEqual(texts.map(([file]) => file));
  const asFirst = (file: string) =>
    String(second.get(file))
      .replaceAll(epochTime, timeOf(first))
      .replaceAll(dayOf(epochTime), dayOf(timeOf(first)));
  expect(texts.filter(([file, bytes]) => String(bytes) !== asFirst(file)).map(([file]) => file)).toEqual([]);
});
