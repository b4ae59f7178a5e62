import { buildCatalog, parseFiles, type Catalog, type Code } from '#catalog';
import { exampleFiles } from '../catalog/example-data.ts';

/** A catalog from the small made-up data folder of the catalog layer, with changes to its files. */
export function exampleCatalog(changes?: Parameters<typeof exampleFiles>[0]): Catalog {
  const problems: Parameters<typeof parseFiles>[1] = [];
  const files = parseFiles(exampleFiles(changes), problems);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return buildCatalog(files);
}

/** A code of the made-up set. */
export function exampleCode(catalog: Catalog, code = '4701'): Code {
  const found = catalog.code('acme', code);
  if (found === undefined) throw new Error(`no code ${code} in the example`);
  return found;
}
