import type { Family } from '#schema';
import type { Family as LinkedFamily } from './catalog.ts';

/** `47xx` and `15xxx` are patterns over digits; other ids are words. */
export const isPattern = (id: string): boolean => /^\d+x+$/.test(id);

/** Whether the code begins with the digits of the pattern and has its length. */
export const fitsPattern = (pattern: string, code: string): boolean =>
  code.length === pattern.length && /^\d+$/.test(code) && code.startsWith(pattern.replace(/x+$/, ''));

/**
 * The families that hold a code, from narrow to broad: 4775 → 47xx, 4xxx.
 * `named` is the family the code names itself; it comes first. Empty when no family fits.
 */
export function familiesOf(code: string, families: readonly Family[], named?: string): Family[] {
  const byDigits = families
    .filter((family) => isPattern(family.id) && fitsPattern(family.id, code))
    .sort((a, b) => narrowness(b.id) - narrowness(a.id));
  const own = named === undefined ? undefined : families.find((family) => family.id === named);
  return own === undefined ? byDigits : [own, ...byDigits.filter((family) => family !== own)];
}

const narrowness = (pattern: string) => pattern.replace(/x+$/, '').length;

/** A family and all that hold it, from narrow to broad: 470x, 47xx, 4xxx. */
export const lineageOf = (family: LinkedFamily): LinkedFamily[] => [
  family,
  ...(family.parent === undefined ? [] : lineageOf(family.parent)),
];

/** What a family says under a key, else what the narrowest broader one says. */
export const saidInLineage = <Key extends keyof Family>(family: LinkedFamily, key: Key): Family[Key] | undefined =>
  lineageOf(family).find(({ file }) => file[key] !== undefined)?.file[key];
