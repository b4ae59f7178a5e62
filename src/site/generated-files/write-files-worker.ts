/**
 * A thread that makes every generated file while Astro bundles and renders pages. It is told the folder once Astro has
 * emptied it, writes everything there, and ends.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { getCatalog } from '../catalog.ts';
import { BASE_PATH } from '../environment.ts';
import { setBase } from '../urls.ts';
import { generatedFiles } from './generated-files.ts';

const folder = new Promise<string>((resolve) => parentPort?.once('message', resolve));

setBase(BASE_PATH);
const files = generatedFiles(getCatalog());
// What takes long is made before there is a folder.
const pictures = new Map([...files].filter(([path]) => path.endsWith('.png')).map(([path, make]) => [path, make()]));

const into = await folder;
const made = new Set<string>();
for (const [path, make] of files) {
  const file = join(into, path);
  const parent = dirname(file);
  if (!made.has(parent)) mkdirSync(parent, { recursive: true });
  made.add(parent);
  writeFileSync(file, pictures.get(path) ?? make());
}
