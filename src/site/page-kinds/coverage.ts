import type { Catalog, Code, CodeSet } from '#catalog';
import { PageSources, type MarkedText, type NumberedSource } from '../page-parts/sources-of.ts';
import { href, paths } from '../urls.ts';

/** How well a code is known. Each code is in one of them. */
export type Knowledge = 'documented' | 'inferred' | 'undocumented' | 'removed';

export const knowledgeWords: Readonly<Record<Knowledge, { readonly label: string; readonly means: string }>> = {
  documented: { label: 'Documented', means: 'A source states what the code means.' },
  inferred: { label: 'Inferred', means: 'Listed by the vendor; the meaning is our reading of name, title and digits.' },
  undocumented: { label: 'Undocumented', means: 'In no list of the vendor, or listed without a word about it.' },
  removed: { label: 'Removed', means: 'No longer listed. The page stays for old logs.' },
};

/** How well a code is known. */
export function knowledgeOf(code: Code): Knowledge {
  if (code.entry.status === 'removed') return 'removed';
  if (code.entry.status === 'undocumented' || code.entry.published === 'nothing') return 'undocumented';
  return code.summary.basis === 'stated' ? 'documented' : 'inferred';
}

/** How complete a set is. */
export interface SetCoverage {
  readonly name: string;
  readonly href: string;
  readonly complete: boolean;
  readonly total: number;
  readonly counts: Readonly<Record<Knowledge, number>>;
  readonly billed: number;
  readonly says: MarkedText | undefined;
  readonly missing: readonly MarkedText[];
}

/** Describes the page that says how complete each set is. */
export function describeCoverage(catalog: Catalog): {
  readonly sets: readonly SetCoverage[];
  readonly sources: readonly NumberedSource[];
} {
  const sources = new PageSources(catalog.sources);
  const sets = catalog.sets.map((set) => coverageOf(set, sources));
  return { sets, sources: sources.list() };
}

function coverageOf(set: CodeSet, sources: PageSources): SetCoverage {
  const counts: Record<Knowledge, number> = { documented: 0, inferred: 0, undocumented: 0, removed: 0 };
  for (const code of set.codes) counts[knowledgeOf(code)] += 1;
  const { coverage, name } = set.file;
  return {
    name,
    href: href(paths.set(set.id)),
    complete: coverage.complete,
    total: set.codes.length,
    counts,
    billed: set.codes.filter((code) => code.billed !== undefined).length,
    says: sources.markAll([coverage.says])[0],
    missing: sources.markAll(coverage.missing),
  };
}
