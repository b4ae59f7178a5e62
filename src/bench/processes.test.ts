import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { runNode } from './processes.node.ts';

const cwd = tmpdir();

describe('running a Node program', () => {
  it('tells what it printed where it fails', async () => {
    const failing = runNode(['-e', 'console.error("no such page"); process.exit(3)'], { cwd });
    await expect(failing).rejects.toThrow(/ended with 3:\nno such page/);
  });

  it('is given up where it has not ended within its limit', async () => {
    const waiting = runNode(['-e', 'console.log("written"); setInterval(() => {}, 1000)'], { cwd, limit: 1 });
    await expect(waiting).rejects.toThrow(/did not end within 1 s:\nwritten/);
  });
});
