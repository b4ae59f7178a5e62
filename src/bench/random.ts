/** The same numbers for the same seed on every machine. */
export interface Random {
  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number;
  /** One of the list. */
  of<Item>(list: readonly Item[]): Item;
  /** True in about `share` of all calls. */
  chance(share: number): boolean;
}

/** A small generator with 32 bits of state (mulberry32): good enough for test data, and reproducible. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (end) => Math.floor(next() * end),
    of: (list) => {
      const item = list[Math.floor(next() * list.length)];
      if (item === undefined) throw new RangeError('There is nothing to choose from.');
      return item;
    },
    chance: (share) => next() < share,
  };
}
