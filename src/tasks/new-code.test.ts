import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'undelivered-new-code-'));
  cpSync(join(root, 'data'), data, { recursive: true });
});
afterEach(() => rmSync(data, { recursive: true }));

/** What `npm run new-code` says with these arguments, and how it ends. */
function newCode(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/tasks/new-code.node.ts'), ...words], {
    cwd: root,
    env: { ...process.env, DATA_FOLDER: data },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** A set that has its set.yaml and nothing else, as the guide for providers has it before the first code. */
function beginSet(id: string): void {
  mkdirSync(join(data, id));
  cpSync(join(data, 'bandwidth/set.yaml'), join(data, id, 'set.yaml'));
}

test('a code of a set that has codes is begun', () => {
  expect(newCode('bandwidth', '4799')).toMatchObject({ status: 0, stderr: '' });
  expect(readFileSync(join(data, 'bandwidth/codes/4799.yaml'), 'utf8')).toContain('Family 47xx');
});

test('the first code of a new set is begun, in a folder that is made for it', () => {
  beginSet('acme');
  expect(newCode('acme', '4701')).toMatchObject({ status: 0, stderr: '' });
  expect(existsSync(join(data, 'acme/codes/4701.yaml'))).toBe(true);
});

test('another set without codes is a mistake, told with file and what to do', () => {
  beginSet('acme');
  const { status, stderr } = newCode('bandwidth', '4799');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^1 mistake in data\/\n/);
  expect(stderr).toContain('data/acme/set.yaml');
  expect(stderr).toContain('    do        Add a code, or take the set out.');
  expect(existsSync(join(data, 'bandwidth/codes/4799.yaml'))).toBe(false);
});

test('every other mistake of a new set is told, and the missing codes are not', () => {
  beginSet('acme');
  const file = join(data, 'acme/set.yaml');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\ncarriedBy: { set: nobody, name: acme }\n`);
  const { status, stderr } = newCode('acme', '4701');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^1 mistake in data\/\n/);
  expect(stderr).toContain('  carriedBy.set\n    found     nobody');
  expect(stderr).not.toContain('a set without codes');
});

test('a code that is there, of another shape, or of no set is refused in one line', () => {
  expect(newCode('bandwidth', '4775').stderr).toMatch(/^data\/bandwidth\/codes\/4775\.yaml is there already\.\n$/);
  expect(newCode('bandwidth', '47').stderr).toMatch(/^47 is no code of bandwidth: .+\n$/);
  expect(newCode('acme', '4701').stderr).toMatch(/^There is no set acme\. .+\n$/);
  expect(newCode()).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Usage: .+\n$/) as string });
});
