interface Findings {
  /** Budgets that were missed, as missedIn names them. */
  readonly missed: readonly string[];
  /** What could not be measured, and why. */
  readonly failures: readonly string[];
  /** Whether a missed budget is a fault. */
  readonly isStrict: boolean;
}

/** What a run of the bench says at its end, and how it ends. */
export function outcomeOf({ missed, failures, isStrict }: Findings): {
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1;
} {
  const budgets = missed.length === 1 ? '1 budget is missed:' : `${missed.length} budgets are missed:`;
  return {
    lines: [
      ...(missed.length > 0 ? [budgets, ...missed.map((name) => `- ${name}`)] : ['No budget is missed.']),
      ...failures.map((failure) => `Could not be measured: ${failure}`),
    ],
    exitCode: failures.length > 0 || (isStrict && missed.length > 0) ? 1 : 0,
  };
}
