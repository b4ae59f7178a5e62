/** `npm run new-code -- <set> <code>`: writes a commented template of a code, ready to be filled in. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeProblems, familiesOf } from '#catalog';
import { checkCatalog } from '#catalog/node';
import { DATA_FOLDER } from '#site/environment';
import { codeTemplate } from './code-template.ts';
import { fail } from './fail.ts';

const [setId, code] = process.argv.slice(2);

if (setId === undefined || code === undefined)
  fail('Usage: npm run new-code -- <set> <code>, for example bandwidth 4799');
const { catalog, problems } = checkCatalog(DATA_FOLDER, { begun: setId });
if (catalog === undefined) fail(`${describeProblems(problems)}\n\nNo code was begun. Correct data/ first.`);
const set = catalog.set(setId);
if (set === undefined) fail(`There is no set ${setId}. The sets are: ${catalog.sets.map(({ id }) => id).join(', ')}.`);
if (!new RegExp(`^(?:${set.file.shape})$`).test(code))
  fail(`${code} is no code of ${setId}: its codes have the shape ${set.file.shape}.`);
const file = join(DATA_FOLDER, setId, 'codes', `${code}.yaml`);
if (existsSync(file)) fail(`data/${setId}/codes/${code}.yaml is there already.`);

// A new set has no folder for its codes yet.
mkdirSync(dirname(file), { recursive: true });
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
