import { readFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';
import { resolve } from 'node:path';
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

/** The version of a package of the project. Not every package hands its manifest out, so it is read where it lies. */
export function versionOf(name: string): string {
  const file = resolve(import.meta.dirname, '../../node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
