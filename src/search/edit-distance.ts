/**
 * Whether two words are at most `limit` typing mistakes apart (a letter wrong, missing, added, or two swapped).
 * Steps are bounded by the lengths times the limit.
 */
export function isWithinTypos(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return false;
    [beforeLast, last] = [last, row];
  }
  return (last[b.length] ?? Infinity) <= limit;
}

/** How many typing mistakes a word of this length may have: none in short ones. */
export const typosFor = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);
