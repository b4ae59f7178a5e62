/** What a table of codes can be filtered by; also the keys of the address: `?family=47xx&retry=never`. */
export const facets = ['set', 'family', 'cause', 'responsible', 'retry', 'billed', 'status'] as const;

export type Facet = (typeof facets)[number];

/** What is asked for: a value per facet, words to find, a column to sort by. Absent means no limit. */
export interface FilterState {
  readonly facets: Readonly<Partial<Record<Facet, string>>>;
  readonly find: string;
  readonly sort: { readonly column: string; readonly descending: boolean } | undefined;
}

/** What is known of a row: a value per facet and the text to find words in. */
export interface FilterRow {
  readonly values: Readonly<Partial<Record<Facet, string>>>;
  readonly text: string;
}

const longestFind = 100;

/** Reads the state from a query string. Facets take only values that the table offers; anything else is left out. */
export function readState(search: string, offered: Readonly<Partial<Record<Facet, readonly string[]>>>): FilterState {
  const query = new URLSearchParams(search);
  const chosen: Partial<Record<Facet, string>> = {};
  for (const facet of facets) {
    const value = query.get(facet);
    if (value !== null && offered[facet]?.includes(value)) chosen[facet] = value;
  }
  const sort = /^(-?)([a-z]{1,20})$/.exec(query.get('sort') ?? '');
  return {
    facets: chosen,
    find: (query.get('find') ?? '').slice(0, longestFind),
    sort: sort ? { column: sort[2] ?? '', descending: sort[1] === '-' } : undefined,
  };
}

/** The state as a query string, `?` included; empty where nothing is asked for. */
export function writeState({ facets: chosen, find, sort }: FilterState): string {
  const query = new URLSearchParams();
  for (const facet of facets) {
    const value = chosen[facet];
    if (value !== undefined) query.set(facet, value);
  }
  if (find.trim() !== '') query.set('find', find.trim());
  if (sort) query.set('sort', `${sort.descending ? '-' : ''}${sort.column}`);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether a row is asked for: each chosen value fits, and each word of `find` stands in its text. */
export function matches(row: FilterRow, state: FilterState): boolean {
  const wanted = state.find.toLowerCase().split(/\s+/).filter(Boolean);
  return (
    facets.every((facet) => state.facets[facet] === undefined || state.facets[facet] === row.values[facet]) &&
    wanted.every((word) => row.text.includes(word))
  );
}

/** Whether anything narrows the table down. */
export const isNarrowed = (state: FilterState): boolean =>
  state.find.trim() !== '' || Object.keys(state.facets).length > 0;
