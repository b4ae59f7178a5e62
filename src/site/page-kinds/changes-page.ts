import type { Catalog } from '#catalog';
import { changeOf, dateOf } from '../describe.ts';
import { changeEntries, lastDay } from '../open-data/changes.ts';
import { PageSources, type Mark, type NumberedSource } from '../page-parts/sources-of.ts';
import { href, paths } from '../urls.ts';

/** The page of changes, described whole. */
export interface ChangesPage {
  readonly years: readonly {
    /** Anchor and heading of the year. */
    readonly id: string;
    readonly heading: string;
    readonly days: readonly { readonly date: string; readonly entries: readonly ShownEntry[] }[];
  }[];
  readonly sources: readonly NumberedSource[];
}

export interface ShownEntry {
  readonly id: string;
  readonly set: { readonly name: string; readonly href: string };
  readonly codes: readonly { readonly code: string; readonly href: string; readonly heading: string }[];
  readonly text: string;
  readonly was: string | undefined;
  readonly mark: Mark;
}

/** Describes the page of changes. Sources are numbered in reading order. */
export function describeChanges(catalog: Catalog): ChangesPage {
  const sources = new PageSources(catalog.sources);
  const byYear = Map.groupBy(changeEntries(catalog), ({ event }) => lastDay(event).slice(0, 4));
  const years = [...byYear].map(([year, entries]) => ({
    id: `year-${year}`,
    heading: year,
    days: [...Map.groupBy(entries, ({ event }) => dateOf(event))].map(([date, ofDay]) => ({
      date,
      entries: ofDay.map(({ id, set, codes, event }): ShownEntry => ({
        id,
        set: { name: set.file.name, href: href(paths.set(set.id)) },
        codes: codes.map(({ code, heading }) => ({ code, href: href(paths.code(set.id, code)), heading })),
        text: changeOf(event),
        was: event.was,
        mark: sources.cite(event),
      })),
    })),
  }));
  return { years, sources: sources.list() };
}
