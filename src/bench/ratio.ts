import type { Figure } from './record.ts';

/** How many times the yardstick a value is; null where there is no yardstick, or one of 0, which nothing is a multiple of. */
export const ratio = (value: number, yardstick: number | undefined, atMost?: number): Figure | null =>
  yardstick === undefined || yardstick === 0
    ? null
    : { value: value / yardstick, unit: '×', ...(atMost === undefined ? {} : { atMost }) };
