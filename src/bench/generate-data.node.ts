/**
 * `node src/bench/generate-data.node.ts FOLDER COUNT`: writes made-up data with COUNT codes to FOLDER, to build the site
 * from with DATA_FOLDER. The folder must be empty or absent.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { dump } from 'js-yaml';
import { generateData } from './generate-data.ts';

/** Writes the files of `generateData(count)` as YAML below an empty or absent folder. */
export function writeGeneratedData(folder: string, count: number): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is not empty.`);
  for (const { path, content } of generateData(count)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, dump(content, { lineWidth: 140, noRefs: true }));
  }
}

if (import.meta.main) {
  const [folder, count] = process.argv.slice(2);
  if (folder === undefined || !/^\d+$/.test(count ?? '')) {
    console.error('Usage: node src/bench/generate-data.node.ts FOLDER COUNT');
    process.exit(1);
  }
  writeGeneratedData(resolve(folder), Number(count));
}
