import type { PackedData } from './packed-data.ts';

type Sets = PackedData['sets'];
type PackedCode = Sets[string]['codes'][string];
type PackedSet = Sets[string]['set'];

/** The form on disk. What a key says of all codes stands side by side: like values pack better than whole codes do. */
interface DataText extends Omit<PackedData, 'sets'> {
  readonly sets: Readonly<Record<string, { readonly set: PackedSet; readonly codes: readonly string[] }>>;
  /** For each key of a code its values in the order of the codes of all sets; 0 where a code does not have the key. */
  readonly columns: Readonly<Record<string, readonly unknown[]>>;
}

/** The data as JSON that compresses well: codes by columns, each source by its place instead of its id. */
export function writeData(data: PackedData): string {
  const places = new Map(Object.keys(data.sources).map((id, place) => [id, place]));
  const codes: readonly Readonly<Record<string, unknown>>[] = Object.values(data.sets).flatMap(({ codes: entries }) =>
    Object.entries(entries).map(([code, entry]) => (code.length < worthIt ? entry : replaceIn(entry, code, itself))),
  );
  const keys = [...new Set(codes.flatMap((code) => Object.keys(code)))];
  const text: DataText = {
    ...data,
    sets: mapValues(data.sets, ({ set, codes }) => ({ set, codes: Object.keys(codes) })),
    columns: Object.fromEntries(keys.map((key) => [key, codes.map((code) => code[key] ?? 0)])),
  };
  return JSON.stringify(text, (key, value: unknown) =>
    key === 'source' && typeof value === 'string' ? (places.get(value) ?? value) : value,
  );
}

/** What `writeData` was given. */
export function readData(text: string): PackedData {
  const { sources } = JSON.parse(text) as DataText;
  const ids = Object.keys(sources);
  const { columns, ...data } = JSON.parse(text, (key, value: unknown) =>
    key === 'source' && typeof value === 'number' ? ids[value] : value,
  ) as DataText;
  let place = 0;
  const next = (code: string): PackedCode => {
    const has = Object.entries(columns).filter(([, values]) => values[place] !== 0);
    const entry = Object.fromEntries(has.map(([key, values]) => [key, values[place]]));
    place += 1;
    return (code.length < worthIt ? entry : replaceIn(entry, itself, code)) as PackedCode;
  };
  return {
    ...data,
    sets: mapValues(data.sets, ({ set, codes }) => ({
      set,
      codes: Object.fromEntries(codes.map((code) => [code, next(code)])),
    })),
  };
}

/** Stands for the code in its own texts ("table row 4775"), which are then alike for all codes. No text holds it. */
const itself = '\u0001';

/** Shorter codes are parts of dates and of other numbers too. */
const worthIt = 3;

const replaceIn = (entry: object, from: string, to: string): Record<string, unknown> =>
  JSON.parse(JSON.stringify(entry), (_key, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(from, to) : value,
  ) as Record<string, unknown>;

const mapValues = <From, To>(record: Readonly<Record<string, From>>, to: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
