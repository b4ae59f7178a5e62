import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, { readonly permissions?: unknown; readonly steps: readonly Step[] }>>;
}
interface Step {
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

test('the check runs exactly what the README says', () => {
  const check = workflows.find(([file]) => file === 'check.yml')?.[1];
  const commands = Object.values(check?.jobs ?? {}).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  expect(commands).toEqual(['npm ci && npm test']);
});
