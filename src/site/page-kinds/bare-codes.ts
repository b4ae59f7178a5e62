import type { Catalog, Code } from '#catalog';
import { paths } from '../urls.ts';

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

/** The code that a number leads on to; undefined where no set has the number, or more than one. */
export const wayOn = (digits: string, catalog: Catalog): Code | undefined => {
  const codes = bareCodes(catalog).get(digits);
  return codes?.length === 1 ? codes[0] : undefined;
};

/** Paths of the pages that lead on, for lists of addresses where only their target belongs. */
export const pathsThatLeadOn = (catalog: Catalog): string[] =>
  [...bareCodes(catalog).keys()].filter((digits) => wayOn(digits, catalog) !== undefined).map(paths.bare);
