import type { Catalog, CodeSet } from '#catalog';
import { familyRow, narrowFamilies, type FamilyRow } from '../page-parts/family-row.ts';
import { href, paths } from '../urls.ts';
import { counted } from '../wording.ts';
import { causesByMove, type CauseGroup } from './cause-page.ts';

/** A provider on the home page: its sets, each with its families. */
export interface ProviderEntry {
  readonly name: string;
  readonly sets: readonly {
    readonly name: string;
    readonly href: string;
    readonly product: string;
    readonly field: string;
    readonly count: string;
    readonly families: readonly FamilyRow[];
  }[];
}

export interface HomePage {
  readonly description: string;
  readonly providers: readonly ProviderEntry[];
  readonly causes: readonly CauseGroup[];
  readonly total: number;
}

/** Describes the front page: the providers with their sets, the causes by whose move it is. */
export function describeHome(catalog: Catalog): HomePage {
  const byProvider = Map.groupBy(catalog.sets, (set) => set.file.provider);
  const names = [...byProvider.keys()];
  return {
    description: `Paste a callback, a log line or a code of ${new Intl.ListFormat('en').format(names)}: what it means, whose move it is, what to do next.`,
    providers: [...byProvider].map(([name, sets]) => ({ name, sets: sets.map(setEntry) })),
    causes: causesByMove(catalog),
    total: catalog.sets.reduce((sum, set) => sum + set.codes.length, 0),
  };
}

/** The first set of a provider shows its families; the others are a line each and show theirs on their own page. */
function setEntry(set: CodeSet, index: number): ProviderEntry['sets'][number] {
  return {
    name: set.file.name,
    href: href(paths.set(set.id)),
    product: set.file.product,
    field: set.file.field,
    count: counted(set.codes.length, 'code'),
    families: index === 0 ? narrowFamilies(set.families).map(familyRow) : [],
  };
}
