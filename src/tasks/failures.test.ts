import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'undelivered-failures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  readonly code: number | null;
  readonly text: string;
}

/** What a command says and how it ends. It is stopped where it does not end by itself. */
const run = (task: string, env: Record<string, string>): Promise<Outcome> =>
  new Promise((end) => {
    const child = spawn(process.execPath, [join(root, 'src/tasks', task), '--outDir', join(folder, 'dist')], {
      cwd: root,
      env: { ...process.env, ...env },
      timeout: 50_000,
    });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.on('close', (code) => end({ code, text }));
  });

/** A copy of data/ with one change. */
function dataWith(name: string, change: (data: string) => void): string {
  const data = join(folder, name);
  cpSync(join(root, 'data'), data, { recursive: true });
  change(data);
  return data;
}

function expectOneMessage({ code, text }: Outcome, ...words: string[]): void {
  expect(code).toBe(1);
  for (const word of words) expect(text).toContain(word);
  expect(text).not.toMatch(/^\s+at .+:\d+/m);
}

describe('the build ends with one message and exit code 1', () => {
  test('where data/ is empty', async () => {
    const data = join(folder, 'empty');
    mkdirSync(data);
    expectOneMessage(await run('build.node.ts', { DATA_FOLDER: data }), 'no set', 'the data folder is complete');
  });

  test('where there is no data folder', async () => {
    expectOneMessage(await run('build.node.ts', { DATA_FOLDER: join(folder, 'nowhere') }), 'no set');
  });

  test('where a set has no codes', async () => {
    const data = dataWith('no-codes', (copy) => rmSync(join(copy, 'bird-errors/codes'), { recursive: true }));
    expectOneMessage(await run('build.node.ts', { DATA_FOLDER: data }), 'data/bird-errors/set.yaml', 'without codes');
  });

  test('where two files claim one code', async () => {
    const data = dataWith('twice', (copy) =>
      cpSync(join(copy, 'bandwidth/codes/4775.yaml'), join(copy, 'bandwidth/codes/04775.yaml')),
    );
    const outcome = await run('build.node.ts', { DATA_FOLDER: data });
    expectOneMessage(outcome, 'data/bandwidth/codes/04775.yaml', 'claims too');
  });

  test('where a file is no YAML, with its place', async () => {
    const data = dataWith('no-yaml', (copy) => writeFileSync(join(copy, 'bird/set.yaml'), 'name: "no end'));
    expectOneMessage(await run('build.node.ts', { DATA_FOLDER: data }), 'data/bird/set.yaml', 'line ');
  });

  test('where settings are wrong, all of them told', async () => {
    const outcome = await run('build.node.ts', {
      BASE_PATH: 'docs/',
      SITE_URL: 'docs.example.com',
      REPOSITORY_URL: 'git.example.com/team/undelivered',
      SOURCE_DATE_EPOCH: 'yesterday',
    });
    expectOneMessage(
      outcome,
      'BASE_PATH is "docs/"',
      'SITE_URL is "docs.example.com"',
      'REPOSITORY_URL is "git.example.com/team/undelivered"',
      'SOURCE_DATE_EPOCH is "yesterday"',
    );
  });
});

test('npm start says that the port is taken before it builds', async () => {
  const server = createServer();
  // Where something listens there already, that is what the command must see.
  const isOurs = await new Promise<boolean>((answer) => {
    server.once('error', () => answer(false));
    server.listen(4321, () => answer(true));
  });
  try {
    expectOneMessage(await run('start.node.ts', {}), 'Port 4321 is taken', 'npm run preview');
  } finally {
    if (isOurs) server.close();
  }
});
