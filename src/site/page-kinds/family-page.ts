import type { Stopped } from '#schema';
import { saidInLineage, type Catalog, type Family } from '#catalog';
import { familyLabel } from '../describe.ts';
import { codeRow, type CodeRow } from '../page-parts/code-row.ts';
import { familyRow, type FamilyRow } from '../page-parts/family-row.ts';
import { PageSources, type Mark, type MarkedText, type NumberedSource } from '../page-parts/sources-of.ts';
import { href, paths } from '../urls.ts';
import { stoppedAt } from '../wording.ts';
import type { Link } from './code-page.ts';

/** The page of a family, described whole. */
export interface FamilyPage {
  readonly family: Family;
  /** Leading digits of the band and how many are open; undefined where the family is a word. */
  readonly band: { readonly digits: string; readonly open: number } | undefined;
  readonly summary: MarkedText;
  readonly meaning: readonly MarkedText[];
  readonly section: string | undefined;
  readonly rule: MarkedText | undefined;
  readonly stopped: { readonly is: Stopped; readonly words: string; readonly mark: Mark };
  readonly parent: Link | undefined;
  readonly children: readonly FamilyRow[];
  readonly rows: readonly CodeRow[];
  readonly sources: readonly NumberedSource[];
}

/** Describes the page of a family. Sources are numbered in reading order. */
export function describeFamilyPage(family: Family, catalog: Catalog): FamilyPage {
  const sources = new PageSources(catalog.sources);
  const { file, set, parent } = family;
  const [summary = { text: file.heading, mark: { kind: 'inferred' } as const }] = sources.markAll([file.summary]);
  const digits = /^(\d+)(x+)$/.exec(family.id);
  const rule = saidInLineage(family, 'rule');
  const stopped = typeof file.stopped === 'string' ? { say: file.stopped } : file.stopped;
  return {
    family,
    band: digits ? { digits: digits[1] ?? '', open: digits[2]?.length ?? 0 } : undefined,
    summary,
    meaning: sources.markAll(file.meaning ?? []),
    section: saidInLineage(family, 'section'),
    stopped: {
      is: stopped.say,
      words: stoppedAt(stopped.say, set.file.stations),
      mark: 'source' in stopped ? sources.cite(stopped) : { kind: 'inferred' },
    },
    rule: rule === undefined ? undefined : sources.markAll([rule])[0],
    parent: parent && { href: href(paths.family(set.id, parent.id)), words: familyLabel(parent) },
    children: family.children.map(familyRow),
    rows: family.codes.map(codeRow),
    sources: sources.list(),
  };
}
