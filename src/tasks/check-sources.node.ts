/**
 * `npm run check:sources`: asks for every address that data/sources.yaml or a guide cites and prints in Markdown which ones
 * are dead or moved. Exit code 1 where one is dead, also when asked again a little later. Needs the network; no other check
 * does.
 */
import { resolve } from 'node:path';
import { readCatalog } from '#catalog/node';
import { readGuides } from '../testing/guides/guides.ts';
import { checkSources, citedByGuides, describeChecks } from './check-sources.ts';

const { sources } = readCatalog(resolve(import.meta.dirname, '../../data'));
const checks = await checkSources([...sources, ...citedByGuides(readGuides())]);
console.log(describeChecks(checks));
process.exitCode = checks.some(({ state }) => state === 'dead') ? 1 : 0;
