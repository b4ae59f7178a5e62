import type { DecoderSet } from '#catalog';

/**
 * How many digits a code has, told from the codes and families that the sets list. Patterns that ask for a code by its
 * length are made from it, so that a set with longer or shorter codes is read as the others are.
 */
export class CodeDigits {
  /** Source of a pattern for as many digits as the codes have, and no other number of them. */
  readonly code: string;
  /** As `code`, for a number that may be anybody's code: three digits or more, as many as the longest. */
  readonly number: string;
  readonly shortest: number;
  readonly longest: number;

  constructor(sets: readonly DecoderSet[]) {
    const spellings = sets.flatMap(({ codes, families }) => [
      ...codes.flatMap(({ code }) => code.split('-')),
      ...families,
    ]);
    const lengths = new Set(spellings.filter((code) => /^\d+x*$/.test(code)).map(({ length }) => length));
    // One or two digits are too common: they are a code in the field of their set and nowhere else.
    const widths = [...lengths].filter((length) => length >= fewest).toSorted((a, b) => a - b);
    this.code = anyOf(widths);
    this.number = `\\d{${fewest},${Math.max(longestOfOthers, ...widths)}}`;
    this.shortest = Math.min(...widths);
    this.longest = Math.max(...widths);
  }
}

const fewest = 3;
/** Numberings of others, which are read to be told from ours, have six digits at the most. */
const longestOfOthers = 6;

function anyOf(widths: readonly number[]): string {
  const [first, last] = [widths[0], widths.at(-1)];
  // Nothing has that many digits.
  if (first === undefined || last === undefined) return '(?!)';
  if (last - first === widths.length - 1) return first === last ? `\\d{${first}}` : `\\d{${first},${last}}`;
  return `(?:${widths
    .toReversed()
    .map((width) => `\\d{${width}}`)
    .join('|')})`;
}

/**
 * A pattern in which `CODE` and `NUMBER` stand for the digits of a code, as `CodeDigits` has them. It is made once for
 * each vocabulary; asking for it again is a look-up.
 */
export function codePattern(template: RegExp): (digits: CodeDigits) => RegExp {
  const made = new WeakMap<CodeDigits, RegExp>();
  return (digits) => {
    let pattern = made.get(digits);
    if (!pattern) {
      const source = template.source.replaceAll('CODE', digits.code).replaceAll('NUMBER', digits.number);
      made.set(digits, (pattern = new RegExp(source, template.flags)));
    }
    return pattern;
  };
}
