import { execFileSync, spawn } from 'node:child_process';

/** How a command went. */
export interface Run {
  readonly seconds: number;
  /** Most memory that it and its children held at one moment, in bytes. */
  readonly peakMemory: number;
}

interface Circumstances {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** How long it may take, in seconds. The longest that is run here, a build of 10,000 codes, takes a sixth of it. */
  readonly limit?: number;
}

/**
 * Runs a Node program to its end. Throws an Error with the last lines of what it printed where it fails, and where it has
 * not ended within the limit: a bundler was seen to write its last file and then to wait for itself for ever.
 */
export async function runNode(args: readonly string[], { cwd, env = {}, limit = 600 }: Circumstances): Promise<Run> {
  const begin = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limit * 1000,
    killSignal: 'SIGKILL',
  });
  let printed = '';
  const keep = (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-4000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  let peakMemory = 0;
  const watch = setInterval(() => {
    if (child.pid !== undefined) peakMemory = Math.max(peakMemory, memoryOfTree(child.pid));
  }, 250);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(watch));
  const seconds = (performance.now() - begin) / 1000;
  if (code !== 0) {
    const end = code === null && seconds >= limit ? `did not end within ${limit} s` : `ended with ${code}`;
    throw new Error(`node ${args.join(' ')} ${end}:\n${printed}`);
  }
  return { seconds, peakMemory };
}

/** The pages in memory of a process and of all that it started, in bytes; 0 where it is gone. */
export function memoryOfTree(pid: number): number {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n');
  const processes = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const family = new Set([pid]);
  // A child may stand before its parent in the list.
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const [id = 0, parent = 0] of processes) if (family.has(parent)) family.add(id);
  }
  return processes.reduce((sum, [id = 0, , kilobytes = 0]) => sum + (family.has(id) ? kilobytes * 1024 : 0), 0);
}
