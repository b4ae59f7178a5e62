import type { Catalog, CodeSet } from '#catalog';
import { codeRow, type CodeRow } from '../page-parts/code-row.ts';
import { familyRow, narrowFamilies, type FamilyRow } from '../page-parts/family-row.ts';
import { filterChoices, type FilterChoice } from '../page-parts/filter-choices.ts';
import { showAnnotated, type PayloadLine } from '../page-parts/payload.ts';
import { schemeFigure, type SchemeFigure } from '../page-parts/scheme-figure.ts';
import { PageSources, type MarkedText, type NumberedSource } from '../page-parts/sources-of.ts';
import { href, paths } from '../urls.ts';
import type { Link } from './code-page.ts';

/** The overview page of a code set, described whole. */
export interface SetPage {
  readonly set: CodeSet;
  readonly summary: string;
  readonly field: string;
  readonly counts: { readonly codes: number; readonly removed: number; readonly checked: string };
  readonly carrier: { readonly set: Link; readonly name: string } | undefined;
  /** Sets whose codes stand inside failures of this one. */
  readonly carries: readonly (Link & { readonly name: string })[];
  readonly arrives: {
    readonly heading: string;
    readonly lines: readonly PayloadLine[];
    readonly notes: readonly (MarkedText & { readonly marked: boolean })[];
    readonly after: readonly MarkedText[];
  };
  /** What the names of platforms in a failure stand for. */
  readonly sourceNames: readonly (MarkedText & { readonly name: string })[];
  readonly scheme: SchemeFigure | undefined;
  readonly families: readonly FamilyRow[];
  readonly broad: readonly FamilyRow[];
  readonly rows: readonly CodeRow[];
  readonly filters: readonly FilterChoice[];
  readonly coverage: { readonly complete: boolean; readonly says: MarkedText; readonly missing: readonly MarkedText[] };
  readonly sources: readonly NumberedSource[];
  readonly headings: readonly { readonly id: string; readonly heading: string }[];
}

/** Describes the overview of a set. Sources are numbered in reading order. */
export function describeSetPage(set: CodeSet, catalog: Catalog): SetPage {
  const sources = new PageSources(catalog.sources);
  const { file } = set;
  const lines = showAnnotated(
    file.arrives.payload,
    file.arrives.notes,
    [file.field, ...file.recognise.fields],
    file.shape,
  );
  const codeLine = lines.find((line) => line.marked)?.note;
  const notes = sources
    .markAll(file.arrives.notes.map((note) => note.says))
    .map((note, index) => ({ ...note, marked: index + 1 === codeLine }));
  const after = sources.markAll(file.arrives.after);
  const named = file.sourceNames ?? [];
  const sourceNames = sources
    .markAll(named.map(({ says }) => says))
    .map((text, index) => ({ ...text, name: named[index]?.name ?? '' }));
  const scheme = schemeFigure(set, sources);
  const [says = { text: '', mark: { kind: 'inferred' } as const }] = sources.markAll([file.coverage.says]);
  const coverage = { complete: file.coverage.complete, says, missing: sources.markAll(file.coverage.missing) };
  for (const source of file.links) sources.cite({ source });
  const holder = file.carriedBy && catalog.set(file.carriedBy.set);
  const families = narrowFamilies(set.families).map(familyRow);
  const rows = set.codes.map(codeRow);
  return {
    set,
    summary: file.summary,
    field: file.field,
    counts: {
      codes: set.codes.length,
      removed: set.codes.filter((code) => code.entry.status === 'removed').length,
      checked: set.codes.reduce((newest, code) => (code.entry.checked > newest ? code.entry.checked : newest), ''),
    },
    carrier: holder &&
      file.carriedBy && {
        set: { href: href(paths.set(holder.id)), words: holder.file.name },
        name: file.carriedBy.name,
      },
    carries: catalog.sets.flatMap((other) =>
      other.file.carriedBy?.set === set.id
        ? [{ href: href(paths.set(other.id)), words: other.file.name, name: other.file.carriedBy.name }]
        : [],
    ),
    arrives: { heading: file.arrives.heading, lines, notes, after },
    sourceNames,
    scheme,
    families,
    broad: set.families.filter((family) => family.children.length > 0).map(familyRow),
    rows,
    filters: filterChoices(rows, families),
    coverage,
    sources: sources.list(),
    headings: [
      { id: 'how-a-failure-reaches-you', heading: 'How a failure reaches you' },
      ...(sourceNames.length > 0 ? [{ id: 'where-it-failed', heading: 'Where it failed' }] : []),
      ...(scheme ? [{ id: 'how-a-code-reads', heading: 'How a code reads' }] : []),
      { id: 'families', heading: 'Families' },
      { id: 'all-codes', heading: 'All codes' },
      { id: 'how-complete-this-is', heading: 'How complete this is' },
      { id: 'sources', heading: 'Sources' },
    ],
  };
}
