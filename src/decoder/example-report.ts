import type { Finding, Report } from '#decoder';

/** A finding of the made-up vendor, for tests. */
export const exampleFinding = (code: string, changes: Partial<Finding> = {}): Finding => ({
  set: 'acme',
  code,
  pattern: false,
  known: true,
  families: [],
  count: 1,
  sources: [],
  inferred: false,
  reason: { kind: 'field', field: 'errorCode' },
  places: [{ start: 10, end: 14, line: 1, path: 'errorCode', layers: [] }],
  ...changes,
});

/** A report with these findings, for tests. */
export const exampleReport = (
  findings: readonly Finding[],
  events: Partial<Report['events']> = {},
  changes: Partial<Report> = {},
): Report => ({
  status: findings.length > 0 ? 'found' : 'none',
  findings,
  suggestions: [],
  namesakes: [],
  unknown: [],
  warnings: [],
  tables: [],
  events: { failed: 0, fine: 0, unclear: 0, ...events },
  length: 100,
  steps: 100,
  ...changes,
});
