/** The middle value; of an even number of values the mean of the two in the middle. Throws a RangeError where there is none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new RangeError('There is no median of nothing.');
  return (lower + upper) / 2;
}

/**
 * Calls each task in turn, `times` times over, so that a slow moment of the machine falls on all of them alike. Returns
 * the results per task, in the order of the tasks.
 */
export async function interleave<Result>(
  times: number,
  tasks: readonly (() => Promise<Result>)[],
): Promise<Result[][]> {
  const results = tasks.map((): Result[] => []);
  for (let time = 0; time < times; time += 1) {
    for (const [index, task] of tasks.entries()) results[index]?.push(await task());
  }
  return results;
}
