import type { Source } from '#schema';
import type { Catalog } from '#catalog';
import type { PublishedSources } from './output-schema.ts';

const citingKeys = new Set(['source', 'nameSource', 'titleSource']);

/** A source as it is published. */
export const publishedSource = ({ title, publisher, url, edition, kind, note }: Source): PublishedSources[string] => ({
  title,
  publisher,
  url: url ?? null,
  edition,
  kind,
  note: note ?? null,
});

/** All sources that a document cites anywhere in it, by id and sorted by it, so that the document explains itself. */
export function citedSources(document: unknown, catalog: Pick<Catalog, 'sources'>): PublishedSources {
  const ids = new Set<string>();
  collect(document, ids);
  return Object.fromEntries(
    [...ids].sort().flatMap((id) => {
      const source = catalog.sources.get(id);
      return source === undefined ? [] : [[id, publishedSource(source)] as const];
    }),
  );
}

function collect(value: unknown, ids: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string') {
      if (citingKeys.has(key)) ids.add(inner);
    } else if (key === 'furtherReading') {
      for (const id of inner as readonly string[]) ids.add(id);
    } else collect(inner, ids);
  }
}
