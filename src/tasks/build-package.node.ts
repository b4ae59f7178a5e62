/**
 * `npm run build:package`: writes the npm package to dist-package/. With `--record` it also writes the names of new
 * constants to src/package/published-names.json, after which they never change; do so before a release.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DATA_FOLDER } from '#site/environment';
import { constantNames, type PublishedNames } from '#package/constant-names';
import { buildPackage } from './build-package.ts';

const root = resolve(import.meta.dirname, '../..');
const record = join(root, 'src/package/published-names.json');
const published = JSON.parse(readFileSync(record, 'utf8')) as PublishedNames;
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

const catalog = await buildPackage({ root, data: DATA_FOLDER, out: join(root, 'dist-package'), version, published });
const names = Object.fromEntries(
  catalog.sets.map((set) => [set.id, { ...published[set.id], ...Object.fromEntries(constantNames(set, published)) }]),
);
const isNew = JSON.stringify(names) !== JSON.stringify(published);
if (process.argv.includes('--record'))
  writeFileSync(record, `${JSON.stringify({ ...published, ...names }, undefined, 2)}\n`);
else if (isNew)
  console.log(
    'There are constants whose names were never published. Before a release: npm run build:package -- --record',
  );
console.log(`Wrote dist-package/, version ${version}. Publish it with: npm publish ./dist-package`);
