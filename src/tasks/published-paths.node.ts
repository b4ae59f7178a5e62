/**
 * `npm run published-paths`: adds the addresses of the built site (npm run build) to the list of published ones. Nothing is
 * ever taken out. With `-- --check` it only says which ones the list lacks, and ends with 1 where there are any.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { redirects } from '#site/building/redirects';
import {
  builtPaths,
  checkPaths,
  listFile,
  readPublishedPaths,
  reportOfLacking,
} from '../testing/built-site/published-paths.ts';
import { fail } from './fail.ts';

const dist = resolve(import.meta.dirname, '../../dist');
if (!existsSync(dist)) fail('There is no built site. Run npm run build first.');

const published = existsSync(listFile) ? readPublishedPaths() : [];
const { added } = checkPaths(published, builtPaths(dist), redirects);
if (process.argv.includes('--check')) {
  const { text, exitCode } = reportOfLacking(added);
  console.log(text);
  process.exitCode = exitCode;
} else {
  writeFileSync(listFile, `${[...published, ...added].sort().join('\n')}\n`);
  console.log(`${added.length} new of ${published.length + added.length} published addresses.`);
}
