import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Judged } from './metrics.ts';

const here = import.meta.dirname;

/** Every file of queries in this folder, the oldest first. */
export const ownFiles = (): string[] =>
  readdirSync(here)
    .filter((file) => file.endsWith('.jsonl'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((file) => join(here, file));

/** The queries of a file, one on each line. */
export const readQueries = (file: string): Judged[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Judged);
