import { matches, type Match } from '#schema';
import type { Cause, Code } from '#catalog';

type Holder = Cause['codes'][number];

const shelves = new WeakMap<Cause, ReadonlyMap<Code['set'], readonly Holder[]>>();

/**
 * Codes with the same first cause as this one, at most `most` of them. Those of other sets come first, because a reader
 * with two providers looks for them: the closest match of each set in turn, so that no set fills the list alone.
 * The work does not grow with the number of codes that share the cause.
 */
export function sameCause(code: Code, most: number): readonly { readonly code: Code; readonly match: Match }[] {
  const cause = code.causes[0]?.cause;
  if (cause === undefined) return [];
  const bySet = shelvesOf(cause);
  const others = [...bySet].filter(([set]) => set !== code.set).map(([, holders]) => holders.slice(0, most));
  const own = (bySet.get(code.set) ?? []).slice(0, most + 1).filter((holder) => holder.code !== code);
  return [...inTurn(others, most), ...own].slice(0, most);
}

/** The codes of a cause by set, the closest match first. */
function shelvesOf(cause: Cause): ReadonlyMap<Code['set'], readonly Holder[]> {
  let bySet = shelves.get(cause);
  if (bySet === undefined) {
    const closest = cause.codes.toSorted((a, b) => matches.indexOf(a.match) - matches.indexOf(b.match));
    const found = Map.groupBy(closest, ({ code }) => code.set);
    bySet = new Map([...found].sort(([a], [b]) => a.file.order - b.file.order));
    shelves.set(cause, bySet);
  }
  return bySet;
}

/** The first of each list, then the second of each. */
function inTurn<Entry>(lists: readonly (readonly Entry[])[], most: number): Entry[] {
  const taken: Entry[] = [];
  for (let turn = 0; turn < most && taken.length < most; turn += 1) {
    for (const list of lists) {
      const entry = list[turn];
      if (entry !== undefined) taken.push(entry);
    }
  }
  return taken;
}
