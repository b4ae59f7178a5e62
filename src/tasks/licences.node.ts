/** `npm run licences`: the licences of everything that is installed to build and serve the site. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fail } from './fail.ts';
import { describeLicences, licencesOf, unaccepted } from './licences.ts';

const lock = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package-lock.json'), 'utf8')) as {
  packages: Parameters<typeof licencesOf>[0];
};
const licences = licencesOf(lock.packages);
console.log(describeLicences(licences));
const odd = unaccepted(licences);
if (odd.length > 0) fail(`\nNot accepted yet, see src/tasks/licences.ts:\n${describeLicences(odd)}`);
