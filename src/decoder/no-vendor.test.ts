import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realData } from './example-data.ts';

/** The names of those who send and carry messages, in the data; how they are spelled in source code does not matter. */
const names = [
  ...new Set(
    realData.sets
      .flatMap(({ id, provider, carriedBy, recognise }) => [
        id,
        provider,
        ...(carriedBy ? [carriedBy.name] : []),
        ...recognise.provider,
        ...recognise.strangers,
      ])
      .map((name) => name.toLowerCase()),
  ),
];
/** Short names count as words only: two letters stand in many. */
const vendor = new RegExp(names.map((name) => (name.length > 3 ? name : `\\b${name}\\b`)).join('|'), 'i');

/** Source without comments. A pattern that holds two slashes is cut short, which hides nothing in front of it. */
const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*/g, '$1');

test.each(readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')))(
  'no vendor of the data is named in %s',
  (file) => {
    const source = withoutComments(readFileSync(join(import.meta.dirname, file), 'utf8'));
    expect(source.split('\n').filter((line) => vendor.test(line))).toEqual([]);
  },
);
