/**
 * `npm run data-diff -- OLD NEW`: what a change of data/ changes for readers, in Markdown. OLD and NEW are each a folder of
 * built JSON (dist/api) or a folder of YAML files (data). Prints to standard output.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { DataError } from '#catalog';
import { readCatalog } from '#catalog/node';
import { publicationOf } from '#site/open-data/publication';
import { jsonFiles } from '#site/open-data/published';
import { describeDataDiff, type ApiFiles } from './data-diff.ts';
import { fail } from './fail.ts';

const [before, after] = process.argv.slice(2);
if (before === undefined || after === undefined)
  fail('Usage: npm run data-diff -- <old dist/api or data> <new dist/api or data>');

try {
  console.log(describeDataDiff(read(resolve(before)), read(resolve(after))));
} catch (error) {
  if (error instanceof DataError) fail(error.message);
  throw error;
}

function read(folder: string): ApiFiles {
  if (!existsSync(folder)) fail(`There is no folder ${folder}.`);
  if (existsSync(join(folder, 'sources.yaml'))) return fromYaml(folder);
  const root = existsSync(join(folder, 'v1')) ? join(folder, 'v1') : folder;
  if (!existsSync(join(root, 'index.json')))
    fail(`${folder} holds neither built JSON (index.json) nor data (sources.yaml).`);
  return new Map(
    readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => {
        const file = join(root, entry.name);
        return [relative(root, file).split(sep).join('/'), JSON.parse(readFileSync(file, 'utf8')) as unknown];
      }),
  );
}

/** The same JSON as a build writes, without building pages. */
function fromYaml(folder: string): ApiFiles {
  const catalog = readCatalog(folder);
  const prefix = '/api/v1/';
  return new Map(
    [...jsonFiles(catalog, publicationOf(catalog))]
      .filter(([path, { schema }]) => schema !== undefined && !path.slice(prefix.length).includes('/'))
      .map(([path, { build }]) => [path.slice(prefix.length), JSON.parse(JSON.stringify(build())) as unknown]),
  );
}
