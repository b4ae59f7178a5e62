/** The same numbers for the same seed on every machine. */
export interface Random {
  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number;
  /** One of the list. */
  of<Item>(list: readonly Item[]): Item;
  /** True in about `share` of all calls. */
  chance(share: number): boolean;
}

/**
 * Numbers from 0 up to, and without, 1, from a small generator with 32 bits of state (mulberry32): good enough for test
 * data, and reproducible.
 */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same, as choices. */
export function createRandom(seed: number): Random {
  const next = randomFrom(seed);
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
