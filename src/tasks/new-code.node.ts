/** `npm run new-code -- <set> <code>`: writes a commented template of a code, ready to be filled in. */
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { familiesOf } from '#catalog';
import { checkCatalog } from '#catalog/node';
import { codeTemplate } from './code-template.ts';

const [setId, code] = process.argv.slice(2);
const data = resolve(import.meta.dirname, '../../data');

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

if (setId === undefined || code === undefined)
  fail('Usage: npm run new-code -- <set> <code>, for example bandwidth 4799');
const { catalog, problems } = checkCatalog(data);
if (catalog === undefined) fail(`data/ has ${problems.length} mistakes; npm test tells them. Correct them first.`);
const set = catalog.set(setId);
if (set === undefined) fail(`There is no set ${setId}. The sets are: ${catalog.sets.map(({ id }) => id).join(', ')}.`);
if (!new RegExp(`^(?:${set.file.shape})$`).test(code))
  fail(`${code} is no code of ${setId}: its codes have the shape ${set.file.shape}.`);
const file = join(data, setId, 'codes', `${code}.yaml`);
if (existsSync(file)) fail(`data/${setId}/codes/${code}.yaml is there already.`);

const family = familiesOf(code, set.file.families)[0];
writeFileSync(
  file,
  codeTemplate({
    code,
    family,
    today: new Date().toISOString().slice(0, 10),
    causes: catalog.causes.map(({ id }) => id),
  }),
);
console.log(`Wrote data/${setId}/codes/${code}.yaml. Fill it in, then run npm test.`);
