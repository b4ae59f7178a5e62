import type { Family } from '#schema';

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
