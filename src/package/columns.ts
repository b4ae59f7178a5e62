/**
 * Values side by side, so that like stands with like: objects by their keys, lists one after the other, what they hold
 * in the same way. `values` has an empty object for each object, the length of each list, other values as they are.
 */
export type Columns =
  | readonly unknown[]
  | { readonly values: readonly unknown[]; readonly keys: Readonly<Record<string, Columns>> }
  | { readonly values: readonly unknown[]; readonly items: Columns };

/** Lays values out; the keys `last` stand behind the others, in this order. */
export function toColumns(values: readonly unknown[], last: readonly string[] = []): Columns {
  const objects = values.filter(isObject);
  if (objects.length > 0) {
    const keys = new Set(objects.flatMap((object) => Object.keys(object)));
    for (const key of last) if (keys.delete(key)) keys.add(key);
    const columnOf = (key: string) =>
      toColumns(
        objects.map((object) => object[key] ?? absent),
        last,
      );
    return {
      values: values.map((value) => (isObject(value) ? {} : value)),
      keys: Object.fromEntries([...keys].map((key) => [key, columnOf(key)])),
    };
  }
  const lists = values.filter(isList);
  if (lists.length === 0) return values;
  return {
    values: values.map((value) => (isList(value) ? [value.length] : value)),
    items: toColumns(lists.flat(), last),
  };
}

/** The values that `toColumns` was given. */
export function fromColumns(columns: Columns): readonly unknown[] {
  if (isList(columns)) return columns;
  let place = 0;
  if ('items' in columns) {
    const items = fromColumns(columns.items);
    return columns.values.map((value) => (isList(value) ? items.slice(place, (place += Number(value[0]))) : value));
  }
  const keys = Object.entries(columns.keys).map(([key, inner]) => [key, fromColumns(inner)] as const);
  const objectAt = (at: number) =>
    Object.fromEntries(keys.filter(([, values]) => values[at] !== absent).map(([key, values]) => [key, values[at]]));
  return columns.values.map((value) => (isObject(value) ? objectAt(place++) : value));
}

/** Stands where an object does not have the key. No value is 0. */
const absent = 0;

type PlainObject = Readonly<Record<string, unknown>>;

/** Whether a value of JSON is a list. */
export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Whether a value of JSON is an object. */
export const isObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' && value !== null && !isList(value);
