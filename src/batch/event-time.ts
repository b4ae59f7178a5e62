const hour = 3_600_000;

/** The hour of an event since 1970; undefined where its time cannot be read. */
export function hourOf(time: string | undefined): number | undefined {
  const instant = instantOf(time);
  return instant === undefined ? undefined : Math.floor(instant / hour);
}

/**
 * Milliseconds since 1970, read from the time as the record spells it: ISO 8601 with or without a zone (without
 * one it is taken as written), or seconds or milliseconds since 1970. Undefined for anything else.
 */
export function instantOf(time: string | undefined): number | undefined {
  if (time === undefined) return undefined;
  const text = time.trim();
  if (/^\d{10}(\.\d+)?$/.test(text)) return inRange(Number(text) * 1000);
  if (/^\d{13}$/.test(text)) return inRange(Number(text));
  const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/i.exec(text);
  if (!iso) return undefined;
  const [, day, clock = '00:00', zone = 'Z'] = iso;
  return inRange(Date.parse(`${day}T${clock}${/^[zu]/i.test(zone) ? 'Z' : zone}`));
}

/** Between 2000 and 2100: what lies outside is no time of a message. */
const inRange = (milliseconds: number): number | undefined =>
  milliseconds >= 946_684_800_000 && milliseconds < 4_102_444_800_000 ? milliseconds : undefined;

/** Failures in a span of time. */
export interface Bucket {
  /** `2026-11-21 20:00`, `2026-11-21` or `2026-11`. */
  readonly label: string;
  readonly count: number;
}

/** Hours joined to spans that give a chart of at most some fifty bars, without gaps. Empty for less than two spans. */
export function bucketsOf(hours: readonly (readonly [hour: number, count: number])[]): Bucket[] {
  if (hours.length < 2) return [];
  const sorted = [...hours].sort(([a], [b]) => a - b);
  const first = sorted[0]?.[0] ?? 0;
  const last = sorted.at(-1)?.[0] ?? 0;
  const span = last - first;
  const [length, step] = span < 48 ? [16, 1] : span < 24 * 50 ? [10, 24] : [7, undefined];
  const counts = new Map<string, number>();
  const label = (at: number) => new Date(at * hour).toISOString().slice(0, length).replace('T', ' ');
  for (let at = first; step !== undefined && at <= last; at += 1) counts.set(label(at), 0);
  for (const [at, count] of sorted) counts.set(label(at), (counts.get(label(at)) ?? 0) + count);
  return counts.size < 2 ? [] : [...counts].map(([text, count]) => ({ label: text, count }));
}
