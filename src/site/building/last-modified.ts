import type { Catalog, Code } from '#catalog';
import { bareCodes } from '../page-kinds/bare-codes.ts';
import { paths } from '../urls.ts';

/**
 * The day on which what a page shows was last checked, by path: for the sitemap. Pages without data of their own are
 * left out; a date that is always today teaches search engines to ignore it.
 */
export function lastModified(catalog: Catalog): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  const add = (path: string, codes: Iterable<Code>) => {
    let newest = '';
    for (const { entry } of codes) if (entry.checked > newest) newest = entry.checked;
    if (newest !== '') days.set(path, newest);
  };
  for (const set of catalog.sets) {
    add(paths.set(set.id), set.codes);
    for (const family of set.families) add(paths.family(set.id, family.id), family.codes);
    for (const code of set.codes) add(paths.code(set.id, code.code), [code]);
  }
  for (const cause of catalog.causes)
    add(
      paths.cause(cause.id),
      cause.codes.map(({ code }) => code),
    );
  for (const [digits, codes] of bareCodes(catalog)) add(paths.bare(digits), codes);
  return days;
}
