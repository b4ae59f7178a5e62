import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { JSON_SCHEMA, load, YAMLException } from 'js-yaml';
import { buildCatalog } from './build-catalog.ts';
import type { Catalog } from './catalog.ts';
import { parseFiles, type RawFile } from './parse-files.ts';
import { DataError, type Problem } from './problem.ts';
import { checkLinks, checkRules } from './rules/index.ts';

/**
 * Reads every YAML file below `folder`, checks shapes, links and rules, and links the files to a catalog.
 * Throws a DataError that names all mistakes at once.
 */
export function readCatalog(folder: string): Catalog {
  const { catalog, problems } = checkCatalog(folder);
  if (catalog === undefined || problems.length > 0) throw new DataError(problems);
  return catalog;
}

/**
 * As readCatalog, but returns the mistakes. There is no catalog where links are broken. `begun` is the id of a set that
 * may have no codes yet.
 */
export function checkCatalog(
  folder: string,
  { begun }: { readonly begun?: string } = {},
): { catalog: Catalog | undefined; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const files = parseFiles(readYamlFiles(folder), problems);
  problems.push(...checkLinks(files, problems, begun));
  if (problems.length > 0) return { catalog: undefined, problems };
  const catalog = buildCatalog(files);
  return { catalog, problems: checkRules(catalog) };
}

/** All YAML files below the folder, sorted by path; none where there is no folder. Dates stay text: the JSON schema of YAML knows no dates. */
export function readYamlFiles(folder: string): RawFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: relative(folder, file).split(sep).join('/'), ...readYaml(file) }));
}

function readYaml(file: string): Pick<RawFile, 'value' | 'error'> {
  try {
    return { value: load(readFileSync(file, 'utf8'), { schema: JSON_SCHEMA, filename: file }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { error: { message: error.reason, line: error.mark ? error.mark.line + 1 : undefined } };
  }
}
