import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';
import type { Circumstances } from './record.ts';

/** The machine at hand, today, with the versions of what is measured with. */
export function circumstances(versions: Readonly<Record<string, string>>): Circumstances {
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: {
      cores: availableParallelism(),
      model: cpus()[0]?.model.trim() || 'unknown processor',
      memoryGB: Math.round(totalmem() / 1024 ** 3),
      system: `${platform()} ${arch()}`,
    },
    versions: { Node: process.versions.node, Astro: versionOf('astro'), Pagefind: versionOf('pagefind'), ...versions },
  };
}

/** The version of a package of the project. */
export function versionOf(name: string): string {
  const file = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
