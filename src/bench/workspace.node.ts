import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from './processes.node.ts';

/** The folder for everything that the bench makes and installs, outside of the project. */
export const workspace = join(tmpdir(), 'undelivered-bench');

/** A folder in the workspace, empty. */
export function emptyFolder(name: string): string {
  const folder = join(workspace, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Takes the workspace away, unless it is kept: to install the other tools takes minutes. */
export function removeWorkspace(keep: boolean): void {
  if (!keep) rmSync(workspace, { recursive: true, force: true });
}

/**
 * Installs packages of exact versions into a folder of the workspace, unless they are there from an earlier run, and
 * returns the folder. Install scripts do not run.
 */
export async function install(name: string, dependencies: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(workspace, name);
  const manifest = JSON.stringify({ name: `bench-${name}`, private: true, dependencies });
  const mark = join(folder, 'installed.json');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === manifest) return folder;
  const npm = process.env['npm_execpath'];
  if (npm === undefined) throw new Error('Start the bench with npm run bench, so that it knows where npm is.');
  emptyFolder(name);
  writeFileSync(join(folder, 'package.json'), manifest);
  await runNode([npm, 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: folder });
  writeFileSync(mark, manifest);
  return folder;
}
