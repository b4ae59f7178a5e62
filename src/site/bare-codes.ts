import type { Catalog, Code } from '#catalog';

const indexes = new WeakMap<Catalog, ReadonlyMap<string, readonly Code[]>>();

/** Numbers that are a code in some set, with their codes in the order of the sets. Set ids are words, so no address clashes. */
export function bareCodes(catalog: Catalog): ReadonlyMap<string, readonly Code[]> {
  let index = indexes.get(catalog);
  if (index === undefined) {
    const numbers = catalog.sets.flatMap((set) => set.codes).filter(({ code }) => /^\d+$/.test(code));
    index = Map.groupBy(numbers, ({ code }) => code);
    indexes.set(catalog, index);
  }
  return index;
}
