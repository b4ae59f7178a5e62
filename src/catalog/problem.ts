/** One mistake in data/, told so that the person who made it can mend it. */
export interface Problem {
  /** Path of the file below the data folder. */
  readonly file: string;
  /** Path of the key in the file: `causes.0.is`. Empty for the file as a whole. */
  readonly field: string;
  readonly found: string;
  readonly expected: string;
  /** What to do about it. */
  readonly hint: string;
  /** What else is wrong for this reason alone, summed up. */
  readonly follows?: string;
}

/** First what other mistakes follow from, then by file. */
const order = (a: Problem, b: Problem) =>
  Number(b.follows !== undefined) - Number(a.follows !== undefined) ||
  a.file.localeCompare(b.file) ||
  a.field.localeCompare(b.field);

/** All problems as one text, grouped by file; those that others follow from come first. */
export function describeProblems(problems: readonly Problem[]): string {
  const lines = [`${problems.length} ${problems.length === 1 ? 'mistake' : 'mistakes'} in data/`];
  let file: string | undefined;
  for (const problem of [...problems].sort(order)) {
    if (problem.file !== file) lines.push('', `data/${(file = problem.file)}`);
    lines.push(
      `  ${problem.field || '(whole file)'}`,
      `    found     ${problem.found}`,
      `    expected  ${problem.expected}`,
      `    do        ${problem.hint}`,
      ...(problem.follows === undefined ? [] : [`    so        ${problem.follows}`]),
    );
  }
  return lines.join('\n');
}

/** Thrown where data/ cannot be used. The message names every mistake. */
export class DataError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(describeProblems(problems));
    this.name = 'DataError';
    this.problems = problems;
  }
}

/** A value of a YAML file as it may stand in a message: short, on one line. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? 'an empty text' : line.length > 80 ? `${line.slice(0, 77)}…` : line;
}
