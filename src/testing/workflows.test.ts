import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, describe, expect, test } from 'vitest';

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, { readonly permissions?: unknown; readonly steps: readonly Step[] }>>;
}
interface Step {
  readonly id?: string;
  readonly 'working-directory'?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, '.github/workflows');
const workflows = readdirSync(folder).map(
  (file) => [file, load(readFileSync(join(folder, file), 'utf8')) as Workflow] as const,
);
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

describe.each(workflows)('%s', (_, { on, permissions, jobs }) => {
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('may only read, and never runs with rights for code from a fork', () => {
    expect(permissions).toEqual({ contents: 'read' });
    expect(Object.values(jobs).some((job) => job.permissions !== undefined)).toBe(false);
    expect(Object.keys(on)).not.toContain('pull_request_target');
    for (const { uses, with: options } of steps)
      if (uses?.startsWith('actions/checkout')) expect(options).toMatchObject({ 'persist-credentials': false });
  });

  test('calls scripts that exist, and puts nothing that a stranger wrote into a command', () => {
    for (const { run = '' } of steps) {
      expect(run).not.toContain('${{');
      for (const [, name = ''] of run.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
        expect(scripts).toHaveProperty([name]);
    }
  });
});

test('actions are named by commit, which nobody can move, with the version beside it, and alike everywhere', () => {
  const lines = workflows.flatMap(([file]) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => /\buses:/.test(line)),
  );
  const named = lines.map((line) => /\buses: ([\w-]+\/[\w/-]+)@([0-9a-f]{40} # v\d+\.\d+\.\d+)$/.exec(line)?.slice(1));
  expect(lines.filter((_, index) => named[index] === undefined)).toEqual([]);
  const actions = new Set(named.map((parts) => parts?.[0]));
  expect(new Set(named.map((parts) => parts?.join('@'))).size).toBe(actions.size);
});

test('a step that fails ends its run as failed', () => {
  for (const [file] of workflows)
    expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/continue-on-error|\|\| *true/);
});

test('the check runs exactly what the README says', () => {
  const check = workflows.find(([file]) => file === 'check.yml')?.[1];
  const commands = Object.values(check?.jobs ?? {}).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  expect(commands).toEqual(['npm ci && npm test']);
});

describe('the data preview', () => {
  const preview = workflows.find(([file]) => file === 'data-preview.yml')?.[1];
  const steps = Object.values(preview?.jobs ?? {}).flatMap((job) => job.steps);
  const folder = mkdtempSync(join(tmpdir(), 'undelivered-preview-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const settings = ['user.name=Example', 'user.email=example@example.com', 'commit.gpgsign=false'].flatMap(
    (setting) => ['-c', setting],
  );
  const git = (cwd: string, ...args: string[]) => execFileSync('git', [...settings, ...args], { cwd });
  /** Does a step as a runner does: with bash, which stops at the first command that fails. */
  const run = (id: string, env: Record<string, string> = {}) =>
    spawnSync('bash', ['-e', '-c', steps.find((step) => step.id === id)?.run ?? 'exit 9'], {
      cwd: folder,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });

  test('runs the code of the target branch, and takes data from the request alone', () => {
    expect(
      steps.flatMap(({ run: command = '', 'working-directory': place }) => (/\bnpm\b/.test(command) ? [place] : [])),
    ).toEqual(['base', 'base']);
    expect(steps.find(({ id }) => id === 'diff')?.run).toContain('data-diff -- data ../proposed/data');
  });

  test('compares with what the request was merged into, not with where it began', () => {
    const origin = join(folder, 'origin');
    const commit = (text: string, file: string) => {
      writeFileSync(join(origin, file), text);
      git(origin, 'add', file);
      git(origin, 'commit', '--quiet', '-m', text);
    };
    git(folder, 'init', '--quiet', '--initial-branch', 'main', origin);
    commit('first', 'target.txt');
    git(origin, 'checkout', '--quiet', '-b', 'request');
    commit('request', 'request.txt');
    git(origin, 'checkout', '--quiet', 'main');
    commit('newer', 'target.txt');
    git(origin, 'checkout', '--quiet', '-b', 'merge');
    git(origin, 'merge', '--quiet', '--no-ff', '-m', 'merge', 'request');
    const depth = String(steps[0]?.with?.['fetch-depth']);
    git(folder, 'clone', '--quiet', '--depth', depth, '--branch', 'merge', `file://${origin}`, 'proposed');
    expect(run('base')).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, 'base/target.txt'), 'utf8')).toBe('newer');
    expect(readdirSync(join(folder, 'base'))).not.toContain('request.txt');
  });

  test('writes what changes into the summary, and the message where the data is wrong', () => {
    const commands = join(folder, 'commands');
    mkdirSync(commands);
    const npm = join(commands, 'npm');
    const summary = join(folder, 'summary.md');
    const env = {
      PATH: `${commands}${delimiter}${process.env['PATH'] ?? ''}`,
      RUNNER_TEMP: folder,
      GITHUB_STEP_SUMMARY: summary,
    };
    writeFileSync(npm, '#!/bin/sh\necho "Nothing changes for readers."\n', { mode: 0o755 });
    expect(run('diff', env).status).toBe(0);
    expect(readFileSync(summary, 'utf8')).toBe('Nothing changes for readers.\n');

    rmSync(summary);
    writeFileSync(npm, '#!/bin/sh\necho "data/bandwidth/codes/4775.yaml: no cause" >&2\nexit 1\n', { mode: 0o755 });
    const { status, stderr } = run('diff', env);
    expect(status).toBe(1);
    expect(stderr).toContain('4775.yaml: no cause');
    expect(readFileSync(summary, 'utf8')).toMatch(/^# .+\n\n {4}data\/bandwidth\/codes\/4775\.yaml: no cause\n$/);
  });
});
