import type { HistoryEvent } from '#schema';
import type { Catalog, Code, CodeSet } from '#catalog';
import { changeOf } from '../describe.ts';
import { counted } from '../wording.ts';

/** An event with the code it happened to. */
export interface Change {
  readonly code: Code;
  readonly event: HistoryEvent;
}

/** The same event of one or more codes of a set: `First listed: 4001, 4301, …`. */
export interface ChangeEntry {
  /** Permanent: anchor on the page, and part of the id in the feeds. */
  readonly id: string;
  readonly set: CodeSet;
  readonly codes: readonly Code[];
  readonly event: HistoryEvent;
}

/** The day on which an event was certainly over: the date, or the end of the span in which it happened. */
export const lastDay = ({ date, until }: HistoryEvent): string => until ?? date;

/** Every event of every history: the newest first, then in the order of the sets and codes. */
export const changesOf = (catalog: Catalog): Change[] =>
  catalog.sets
    .flatMap((set) => set.codes.flatMap((code) => code.history.map((event) => ({ code, event }))))
    .sort((a, b) => compare(lastDay(b.event), lastDay(a.event)) || compare(b.event.date, a.event.date));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Events that say the same of several codes are one entry. */
export function changeEntries(catalog: Catalog): ChangeEntry[] {
  const same = Map.groupBy(changesOf(catalog), ({ code, event }) =>
    JSON.stringify([event.date, event.until, code.set.id, event.change, event.say, event.was, event.source]),
  );
  const used = new Map<string, number>();
  return [...same.values()].flatMap((changes) => {
    const [first] = changes;
    if (first === undefined) return [];
    const { code, event } = first;
    const name = [event.date, code.set.id, ...(isPlain(event) ? [] : [code.code]), event.change].join('-');
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return [
      {
        id: count === 1 ? name : `${name}-${count}`,
        set: code.set,
        codes: changes.map((change) => change.code),
        event,
      },
    ];
  });
}

/** Whether an event says no more than its kind; its entry then grows with the codes it holds, and is not named after one. */
const isPlain = ({ say, was }: HistoryEvent): boolean => say === undefined && was === undefined;

/** What an entry is about, in one line: `Bandwidth 4770 Blocked as spam: New title`. */
export function entryTitle({ set, codes, event }: ChangeEntry): string {
  const [only, ...others] = codes;
  const kind = changeOf({ ...event, say: undefined }).replace(/\.$/, '');
  if (only === undefined || others.length > 0) return `${set.file.name}, ${counted(codes.length, 'code')}: ${kind}`;
  return `${set.file.name} ${only.code} ${only.heading}: ${kind}`;
}
