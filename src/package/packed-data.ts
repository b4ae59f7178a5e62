import { buildCatalog, type Catalog, type DataFiles } from '#catalog';
import type { Cause, CodeEntry, CodeSet, Family, Namesake, Source } from '#schema';

/** What the package leaves out of the files: text for reading at length and for search. It stands on the pages. */
type LeftOutOfCode = 'examples' | 'history' | 'phrases' | 'wording' | 'meaning' | 'contradictions' | 'distinguish';
type LeftOutOfCause = 'phrases' | 'near' | 'meaning';
type LeftOutOfFamily = 'meaning';
type LeftOutOfSet = 'arrives' | 'coverage' | 'phrases' | 'links' | 'deeds' | 'shared' | 'sourceNames' | 'families';

type PackedCode = Omit<CodeEntry, LeftOutOfCode>;
type PackedSet = Omit<CodeSet, LeftOutOfSet> & {
  readonly complete: boolean;
  readonly families: readonly Omit<Family, LeftOutOfFamily>[];
};

/** The data of the package: files as they are written, so that codes point to causes and families and repeat nothing. */
export interface PackedData {
  readonly sources: Readonly<Record<string, Omit<Source, 'note'>>>;
  readonly namesakes: readonly Namesake[];
  readonly causes: Readonly<Record<string, Omit<Cause, LeftOutOfCause>>>;
  readonly sets: Readonly<
    Record<string, { readonly set: PackedSet; readonly codes: Readonly<Record<string, PackedCode>> }>
  >;
}

/** Takes from the catalogue what the package carries. */
export function packData(catalog: Catalog): PackedData {
  const packed = {
    namesakes: catalog.namesakes,
    causes: Object.fromEntries(catalog.causes.map(({ id, file }) => [id, packCause(file)])),
    sets: Object.fromEntries(
      catalog.sets.map(({ id, file, codes }) => [
        id,
        { set: packSet(file), codes: Object.fromEntries(codes.map(({ code, entry }) => [code, packEntry(entry)])) },
      ]),
    ),
  };
  const cited = citedIn(packed);
  return {
    ...packed,
    sources: Object.fromEntries(
      [...catalog.sources].filter(([id]) => cited.has(id)).map(([id, { note: _, ...kept }]) => [id, kept]),
    ),
  };
}

const packCause = ({
  phrases: _phrases,
  near: _near,
  meaning: _meaning,
  ...kept
}: Cause): Omit<Cause, LeftOutOfCause> => kept;

function packSet(file: CodeSet): PackedSet {
  const {
    arrives: _a,
    coverage,
    phrases: _p,
    links: _l,
    deeds: _d,
    shared: _s,
    sourceNames: _n,
    families,
    ...kept
  } = file;
  return { ...kept, complete: coverage.complete, families: families.map(({ meaning: _, ...family }) => family) };
}

function packEntry(entry: CodeEntry): PackedCode {
  const {
    examples: _e,
    history: _h,
    phrases: _p,
    wording: _w,
    meaning: _m,
    contradictions: _c,
    distinguish: _d,
    ...kept
  } = entry;
  return kept;
}

/** Ids of the sources that anything rests on. */
function citedIn(packed: object): ReadonlySet<unknown> {
  const cited = new Set<unknown>();
  JSON.stringify(packed, (key, value: unknown) => {
    if (key === 'source') cited.add(value);
    return value;
  });
  return cited;
}

/** Links the data and fills in what codes inherit, by the same rules as the site. What was left out is empty. */
export function unpackData({ sources, namesakes, causes, sets }: PackedData): Catalog {
  const files: DataFiles = {
    sources,
    namesakes,
    causes: new Map(Object.entries(causes).map(([id, cause]) => [id, { ...cause, phrases: {} }])),
    sets: new Map(
      Object.entries(sets).map(([id, { set, codes }]) => [
        id,
        {
          set: unpackSet(set),
          codes: new Map(Object.entries(codes).map(([code, entry]) => [code, { ...entry, examples: [], history: [] }])),
        },
      ]),
    ),
  };
  return buildCatalog(files);
}

const unpackSet = ({ complete, families, ...set }: PackedSet): CodeSet => ({
  ...set,
  families: [...families],
  coverage: { complete, says: '', missing: [] },
  arrives: { heading: '', payload: '', notes: [], after: [] },
  links: [],
  shared: [],
});
