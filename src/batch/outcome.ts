import type { Finding, Place, Report } from '#decoder';
import type { Tally } from './tally.ts';

/** What the worker answers with: the reports of all files as one, and what was counted message by message. */
export interface Outcome {
  readonly report: Report;
  readonly tally: Tally;
  /** Names of the files; empty for a paste. */
  readonly files: readonly string[];
}

/** A place in one of several files; `file` is the index in `Outcome.files`. */
export interface FilePlace extends Place {
  readonly file?: number;
}

const mostPlaces = 20;

/** Joins the reports of several files. Findings keep the order of their first appearance. */
export function mergeReports(reports: readonly Report[]): Report {
  const [first] = reports;
  if (first && reports.length === 1) return first;
  const findings = new Map<string, Finding>();
  reports.forEach((report, file) => {
    for (const finding of report.findings) {
      const key = `${finding.set}:${finding.code}`;
      const places = finding.places.map((place): FilePlace => ({ ...place, file }));
      const before = findings.get(key);
      findings.set(key, before ? joinFindings(before, finding, places) : { ...finding, places });
    }
  });
  const sum = (count: (report: Report) => number) => reports.reduce((total, report) => total + count(report), 0);
  return {
    status: findings.size > 0 ? 'found' : reports.some(({ status }) => status === 'none') ? 'none' : 'empty',
    findings: [...findings.values()],
    suggestions: reports.flatMap(({ suggestions }) => suggestions),
    namesakes: reports.flatMap(({ namesakes }) => namesakes),
    unknown: reports.flatMap(({ unknown }) => unknown).slice(0, 100),
    warnings: reports.flatMap(({ warnings }) => warnings),
    tables: reports.flatMap(({ tables }) => tables),
    events: {
      failed: sum(({ events }) => events.failed),
      fine: sum(({ events }) => events.fine),
      unclear: sum(({ events }) => events.unclear),
    },
    length: sum(({ length }) => length),
    steps: sum(({ steps }) => steps),
  };
}

function joinFindings(before: Finding, next: Finding, places: readonly Place[]): Finding {
  const sources = new Map(before.sources.map((source) => [`${source.name}:${source.code}`, source]));
  for (const source of next.sources) {
    const key = `${source.name}:${source.code}`;
    const same = sources.get(key);
    sources.set(key, same ? { ...same, count: same.count + source.count } : source);
  }
  return {
    ...before,
    count: before.count + next.count,
    inferred: before.inferred && next.inferred,
    sources: [...sources.values()],
    places: [...before.places, ...places].slice(0, mostPlaces),
  };
}
