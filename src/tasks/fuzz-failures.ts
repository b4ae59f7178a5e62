import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text that broke a promise of the decoder once. */
export interface StoredFailure {
  readonly file: string;
  readonly text: string;
}

/** The texts of a folder, as they were stored. */
export function storedFailures(folder: string): StoredFailure[] {
  return readdirSync(folder)
    .filter((file) => /\.(?:txt|json)$/.test(file))
    .map((file) => ({ file, text: readFailure(join(folder, file)) }));
}

/**
 * Stores a text under a name, and returns the path of its file. Undefined, and no file, where `fails` does not hold of the
 * text as it is read back: a test of it would pass though the fault is there.
 */
export function storeFailure(
  folder: string,
  name: string,
  text: string,
  fails: (text: string) => boolean,
): string | undefined {
  // Half a surrogate pair has no UTF-8; a string of JSON escapes it.
  const isPlain = text.isWellFormed();
  const file = join(folder, `${name}.${isPlain ? 'txt' : 'json'}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, isPlain ? text : `${JSON.stringify(text)}\n`);
  if (fails(readFailure(file))) return file;
  rmSync(file);
  return undefined;
}

function readFailure(file: string): string {
  const content = readFileSync(file, 'utf8');
  return file.endsWith('.json') ? (JSON.parse(content) as string) : content;
}
