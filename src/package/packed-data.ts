import { buildCatalog, type Catalog, type DataFiles } from '#catalog';
import type { Cause, CodeEntry, CodeSet, Family, Namesake, Source } from '#schema';

/** What the package leaves out of the files: text for reading at length and for search. It stands on the pages. */
const leftOut = {
  code: [
    'examples',
    'history',
    'phrases',
    'wording',
    'meaning',
    'contradictions',
    'distinguish',
    'collect',
    'offScheme',
  ],
  cause: ['phrases', 'near', 'meaning', 'collect'],
  family: ['meaning'],
  set: ['arrives', 'coverage', 'phrases', 'links', 'deeds', 'shared', 'sourceNames', 'families', 'aliases'],
  source: ['note'],
} as const;
type Packed<Value, Kind extends keyof typeof leftOut> = Omit<Value, (typeof leftOut)[Kind][number]>;

type PackedCode = Packed<CodeEntry, 'code'>;
type PackedSet = Packed<CodeSet, 'set'> & {
  readonly complete: boolean;
  readonly families: readonly Packed<Family, 'family'>[];
};

/** The data of the package: files as they are written, so that codes point to causes and families and repeat nothing. */
export interface PackedData {
  readonly sources: Readonly<Record<string, Packed<Source, 'source'>>>;
  readonly namesakes: readonly Namesake[];
  readonly causes: Readonly<Record<string, Packed<Cause, 'cause'>>>;
  readonly sets: Readonly<
    Record<string, { readonly set: PackedSet; readonly codes: Readonly<Record<string, PackedCode>> }>
  >;
}

/** Takes from the catalogue what the package carries. */
export function packData(catalog: Catalog): PackedData {
  const packed = {
    namesakes: catalog.namesakes,
    causes: Object.fromEntries(catalog.causes.map(({ id, file }) => [id, without(file, leftOut.cause)])),
    sets: Object.fromEntries(
      catalog.sets.map(({ id, file, codes }) => [
        id,
        {
          set: packSet(file),
          codes: Object.fromEntries(codes.map(({ code, entry }) => [code, without(entry, leftOut.code)])),
        },
      ]),
    ),
  };
  const cited = citedIn(packed);
  const sources = [...catalog.sources]
    .filter(([id]) => cited.has(id))
    .map(([id, source]) => [id, without(source, leftOut.source)]);
  return { ...packed, sources: Object.fromEntries(sources) as PackedData['sources'] };
}

const packSet = (file: CodeSet): PackedSet => ({
  ...without(file, leftOut.set),
  ...(file.scheme && { scheme: { groups: file.scheme.groups } }),
  complete: file.coverage.complete,
  families: file.families.map((family) => without(family, leftOut.family)),
});

/** The value without some of its keys. */
const without = <Value extends object, Key extends string>(value: Value, keys: readonly Key[]): Omit<Value, Key> =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !(keys as readonly string[]).includes(key))) as Omit<
    Value,
    Key
  >;

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
  aliases: [],
  coverage: { complete, says: '', missing: [] },
  arrives: { heading: '', payload: '', notes: [], after: [] },
  links: [],
  shared: [],
});
