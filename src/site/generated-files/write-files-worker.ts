/**
 * A thread that makes every generated file while Astro bundles and renders pages. It is told the folder once Astro has
 * emptied it, writes everything there, and ends.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { getCatalog } from '../catalog.ts';
import { BASE_PATH } from '../environment.ts';
import { setBase } from '../urls.ts';
import { generatedFiles } from './generated-files.ts';

const folder = new Promise<string>((resolve) => parentPort?.once('message', resolve));

setBase(BASE_PATH);
const files = generatedFiles(getCatalog());
// What takes long is made before there is a folder. Node frees the pixels of a picture between two turns of the event loop
// only: without them a thousand pictures would fill the memory.
const pictures = new Map<string, string | Uint8Array>();
for (const [path, make] of files) {
  if (!path.endsWith('.png')) continue;
  pictures.set(path, make());
  await setImmediate();
}

const into = await folder;
const made = new Set<string>();
for (const [path, make] of files) {
  const file = join(into, path);
  const parent = dirname(file);
  if (!made.has(parent)) mkdirSync(parent, { recursive: true });
  made.add(parent);
  writeFileSync(file, pictures.get(path) ?? make());
}
