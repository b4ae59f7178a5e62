import type { Catalog } from '#catalog';
import { machinePaths, twinOf } from '../open-data/paths.ts';
import type { Publication } from '../open-data/publication.ts';
import { bareCodes } from '../page-kinds/bare-codes.ts';
import { paths } from '../urls.ts';
import { causeMarkdown, causesMarkdown } from './cause.ts';
import { codeMarkdown } from './code.ts';
import { familyMarkdown } from './family.ts';
import { bareMarkdown, changesMarkdown, coverageMarkdown } from './other-pages.ts';
import { setMarkdown } from './set.ts';

/** The Markdown twin of every page made from data, by its path: `/bandwidth/4775.md`. */
export function markdownTwins(catalog: Catalog, publication: Publication): ReadonlyMap<string, () => string> {
  const twins = new Map<string, () => string>();
  const add = (page: string, make: () => string) => twins.set(twinOf(page), make);

  for (const set of catalog.sets) {
    add(paths.set(set.id), () => setMarkdown(set, catalog, publication));
    for (const family of set.families)
      add(paths.family(set.id, family.id), () => familyMarkdown(family, catalog, publication));
    for (const code of set.codes) add(paths.code(set.id, code.code), () => codeMarkdown(code, catalog, publication));
  }
  add(paths.causes, () => causesMarkdown(catalog, publication));
  for (const cause of catalog.causes) add(paths.cause(cause.id), () => causeMarkdown(cause, catalog, publication));
  for (const [digits, codes] of bareCodes(catalog))
    add(paths.bare(digits), () => bareMarkdown(digits, codes, publication));
  add(paths.coverage, () => coverageMarkdown(catalog, publication));
  add(machinePaths.changes, () => changesMarkdown(catalog, publication));
  return twins;
}
