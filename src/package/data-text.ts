import type { PackedData } from './packed-data.ts';

type PackedSet = PackedData['sets'][string]['set'];
type Entry = Readonly<Record<string, unknown>>;

/** The form on disk. */
interface DataText extends Omit<PackedData, 'causes' | 'sets'> {
  /** Ids of the causes. */
  readonly causes: readonly string[];
  readonly sets: Readonly<Record<string, SetText>>;
  /**
   * What the entries say: the families of all sets, the causes, the codes of all sets. For each key its values in that
   * order, 0 where an entry does not have the key. Like values side by side pack better than whole entries do.
   */
  readonly columns: Readonly<Record<string, readonly unknown[]>>;
}

interface SetText extends Omit<PackedSet, 'families'> {
  /** How many there are. */
  readonly families: number;
  readonly codes: readonly string[];
}

/** The data as JSON that compresses well: entries by columns, each source by its place instead of its id. */
export function writeData({ sets, causes, ...data }: PackedData): string {
  const places = new Map(Object.keys(data.sources).map((id, place) => [id, place]));
  const entries: readonly Entry[] = [
    ...Object.values(sets).flatMap(({ set }) => set.families),
    ...Object.values(causes),
    ...Object.values(sets).flatMap(({ codes }) =>
      Object.entries(codes).map(([code, entry]) => (code.length < worthIt ? entry : replaceIn(entry, code, itself))),
    ),
  ];
  const keys = new Set(entries.flatMap((entry) => Object.keys(entry)));
  for (const key of sentences) if (keys.delete(key)) keys.add(key);
  const text: DataText = {
    ...data,
    causes: Object.keys(causes),
    sets: mapValues(sets, ({ set, codes }) => ({ ...set, families: set.families.length, codes: Object.keys(codes) })),
    columns: Object.fromEntries([...keys].map((key) => [key, entries.map((entry) => entry[key] ?? 0)])),
  };
  return JSON.stringify(text, (key, value: unknown) =>
    key === 'source' && typeof value === 'string' ? (places.get(value) ?? value) : value,
  );
}

/** Keys that hold sentences. They come last, one after the other: what has few distinct values does not part them. */
const sentences = ['heading', 'summary', 'retry', 'steps', 'stepsInstead', 'customer'];

/** What `writeData` was given. */
export function readData(text: string): PackedData {
  const { sources } = JSON.parse(text) as DataText;
  const ids = Object.keys(sources);
  const { columns, causes, sets, ...data } = JSON.parse(text, (key, value: unknown) =>
    key === 'source' && typeof value === 'number' ? ids[value] : value,
  ) as DataText;
  let place = -1;
  const next = (): Entry => {
    place += 1;
    const has = Object.entries(columns).filter(([, values]) => values[place] !== 0);
    return Object.fromEntries(has.map(([key, values]) => [key, values[place]]));
  };
  const nextCode = (code: string): Entry => (code.length < worthIt ? next() : replaceIn(next(), itself, code));
  const families = mapValues(sets, ({ families: count }) => Array.from({ length: count }, next));
  return {
    ...data,
    causes: fromKeys(causes, next),
    sets: mapValues(sets, ({ codes, ...set }, id) => ({
      set: { ...set, families: families[id] },
      codes: fromKeys(codes, nextCode),
    })),
  } as unknown as PackedData;
}

/** Stands for the code in its own texts ("table row 4775"), which are then alike for all codes. No text holds it. */
const itself = '\u0001';

/** Shorter codes are parts of dates and of other numbers too. */
const worthIt = 3;

const replaceIn = (entry: object, from: string, to: string): Record<string, unknown> =>
  JSON.parse(JSON.stringify(entry), (_key, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(from, to) : value,
  ) as Record<string, unknown>;

const mapValues = <From, To>(
  record: Readonly<Record<string, From>>,
  to: (value: From, key: string) => To,
): Record<string, To> => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value, key)]));

const fromKeys = <To>(keys: readonly string[], to: (key: string) => To): Record<string, To> =>
  Object.fromEntries(keys.map((key) => [key, to(key)]));
