import type { CodeSet } from './catalog.ts';
import { told, type ToldText } from './told.ts';

/** One group of digits of a code and what it means. */
export interface DigitReading {
  readonly digits: string;
  /** The question the group answers. */
  readonly asks: string;
  /** Undefined where the scheme has no row for these digits. */
  readonly heading: string | undefined;
  readonly says: ToldText | undefined;
}

/**
 * Reads a code digit by digit by the scheme of its set, also a code that no table lists.
 * Empty when the set has no scheme or the code has another number of digits.
 */
export function readDigits(code: string, set: CodeSet): DigitReading[] {
  const groups = set.file.scheme?.groups ?? [];
  const length = groups.reduce((sum, group) => sum + group.digits, 0);
  if (!/^\d+$/.test(code) || code.length !== length) return [];
  let start = 0;
  return groups.map((group) => {
    const digits = code.slice(start, start + group.digits);
    start += group.digits;
    const read = code.slice(0, start);
    const key = Object.keys(group.values)
      .filter((candidate) => read.startsWith(candidate))
      .sort((a, b) => b.length - a.length)[0];
    const value = key === undefined ? undefined : group.values[key];
    return {
      digits,
      asks: group.asks,
      heading: value?.heading,
      says: value?.says === undefined ? undefined : told<string>(value.says, 'family'),
    };
  });
}
