/** A piece of a sorted list of numbers. */
export interface NumberPiece<Entry> {
  /** What begins with this, or lies between it and the beginning of the next piece, is here. */
  readonly first: string;
  readonly entries: readonly Entry[];
}

/**
 * Cuts numbers, sorted as text, into pieces of at most `most`, and only where the digits change: either everything that
 * begins with some digits lies in one piece, or a piece begins with it. So whoever types a number digit by digit needs one
 * piece for each digit at most, and mostly the same one. A number that stands there more often than `most` stays together.
 */
export function cutNumbers<Entry>(
  sorted: readonly Entry[],
  numberOf: (entry: Entry) => string,
  most: number,
): NumberPiece<Entry>[] {
  return cutBelow(sorted, 0, '');

  /** `entries` begin with the same `depth` digits; what is cut from them first begins, for whoever looks, at `first`. */
  function cutBelow(entries: readonly Entry[], depth: number, first: string): NumberPiece<Entry>[] {
    if (entries.length <= most || entries.every((entry) => numberOf(entry).length <= depth))
      return [{ first, entries }];
    const pieces: NumberPiece<Entry>[] = [];
    let run: { first: string; entries: Entry[] } | undefined;
    for (const alike of byBeginning(entries, depth + 1)) {
      const begin = pieces.length === 0 && !run ? first : alike.beginning;
      if (alike.entries.length <= most && run && run.entries.length + alike.entries.length <= most) {
        run.entries.push(...alike.entries);
        continue;
      }
      if (run) pieces.push(run);
      run = undefined;
      if (alike.entries.length <= most) run = { first: begin, entries: alike.entries };
      else pieces.push(...cutBelow(alike.entries, depth + 1, begin));
    }
    return run ? [...pieces, run] : pieces;
  }

  function byBeginning(entries: readonly Entry[], length: number): { beginning: string; entries: Entry[] }[] {
    const groups: { beginning: string; entries: Entry[] }[] = [];
    for (const entry of entries) {
      const beginning = numberOf(entry).slice(0, length);
      const last = groups.at(-1);
      if (last?.beginning === beginning) last.entries.push(entry);
      else groups.push({ beginning, entries: [entry] });
    }
    return groups;
  }
}
