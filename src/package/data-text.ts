import { fromColumns, isList, isObject, toColumns, type Columns } from './columns.ts';
import type { PackedData } from './packed-data.ts';

type PackedSet = PackedData['sets'][string]['set'];
type PackedCode = PackedData['sets'][string]['codes'][string];

/** The form on disk. */
interface DataText {
  /** Ids. */
  readonly causes: readonly string[];
  /** The families of all sets, the causes, the codes of all sets: they have keys in common. */
  readonly entries: Columns;
  readonly namesakes: PackedData['namesakes'];
  readonly sets: Readonly<Record<string, SetText>>;
  /** Ids. */
  readonly sources: readonly string[];
  readonly documents: Columns;
}

interface SetText extends Omit<PackedSet, 'families'> {
  /** How many there are. */
  readonly families: number;
  readonly codes: readonly string[];
}

/** The data as JSON that compresses well: by columns, and each source by its place instead of its id. */
export function writeData(data: PackedData): string {
  const places = new Map(Object.keys(data.sources).map((id, index) => [id, index + 1]));
  const { sets, causes, sources, namesakes } = mapDeep(data, (value, key) =>
    key === 'source' ? (places.get(String(value)) ?? value) : value,
  ) as PackedData;
  const families = Object.values(sets).flatMap(({ set }) => set.families);
  const codes = Object.values(sets).flatMap(({ codes: entries }) =>
    Object.entries(entries).map(([code, entry]) => withoutItself(stepsTogether(entry), code)),
  );
  // What we wrote comes first and together, addresses and titles of documents last.
  const text: DataText = {
    causes: Object.keys(causes),
    entries: toColumns([...families, ...Object.values(causes), ...codes], words),
    namesakes,
    sets: mapValues(sets, ({ set, codes: entries }) => ({
      ...set,
      families: set.families.length,
      codes: Object.keys(entries),
    })),
    sources: Object.keys(sources),
    documents: toColumns(Object.values(sources)),
  };
  return JSON.stringify(text);
}

/** Keys that hold words. They come last, one after the other: what has few distinct values does not part them. */
const words = ['name', 'title', 'customer', 'heading', 'summary', 'retry', 'rule', 'steps'];

/** What `writeData` was given. */
export function readData(text: string): PackedData {
  const { namesakes, causes, sources, sets, documents, entries } = JSON.parse(text) as DataText;
  const rest = fromColumns(entries)[Symbol.iterator]();
  const next = () => rest.next().value as object;
  const families = mapValues(sets, ({ families: count }) => Array.from({ length: count }, next));
  const data = {
    namesakes,
    sources: Object.fromEntries(fromColumns(documents).map((document, index) => [sources[index]!, document])),
    causes: fromKeys(causes, next),
    sets: mapValues(sets, ({ codes, ...set }, id) => ({
      set: { ...set, families: families[id] },
      codes: fromKeys(codes, (code) => stepsApart(withItself(next(), code) as CodeText)),
    })),
  };
  return mapDeep(data, (value, key) =>
    key === 'source' && typeof value === 'number' ? sources[value - 1] : value,
  ) as PackedData;
}

/** A code on disk: its steps under one key, as they are alike. `instead`: in place of those of the cause. */
type CodeText = PackedCode & { readonly instead?: true };

const stepsTogether = ({ stepsInstead, ...entry }: PackedCode): CodeText =>
  stepsInstead === undefined ? entry : { ...entry, instead: true, steps: stepsInstead };
const stepsApart = ({ instead, steps, ...entry }: CodeText): PackedCode =>
  steps === undefined ? entry : { ...entry, [instead ? 'stepsInstead' : 'steps']: steps };

/**
 * Stands for the code in its own texts ("table row 4775"), which are then alike for all codes. No text holds it, and JSON
 * writes it without an escape.
 */
const itself = '\u007f';

/** Shorter codes are parts of dates and of other numbers too. */
const worthIt = 3;

const withoutItself = (entry: object, code: string): unknown =>
  code.length < worthIt ? entry : replaceIn(entry, code, itself);
const withItself = (entry: object, code: string): unknown =>
  code.length < worthIt ? entry : replaceIn(entry, itself, code);

const replaceIn = (entry: object, from: string, to: string): unknown =>
  mapDeep(entry, (value) => (typeof value === 'string' ? value.replaceAll(from, to) : value));

/** The value with what `to` makes of each text, number and truth value in it; `key` is the key of the object that holds it. */
function mapDeep(value: unknown, to: (value: unknown, key: string) => unknown, key = ''): unknown {
  if (isList(value)) return value.map((item) => mapDeep(item, to));
  return isObject(value) ? mapValues(value, (inner, name) => mapDeep(inner, to, name)) : to(value, key);
}

const mapValues = <From, To>(
  record: Readonly<Record<string, From>>,
  to: (value: From, key: string) => To,
): Record<string, To> => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value, key)]));

const fromKeys = <To>(keys: readonly string[], to: (key: string) => To): Record<string, To> =>
  Object.fromEntries(keys.map((key) => [key, to(key)]));
