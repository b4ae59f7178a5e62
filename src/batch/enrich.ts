import type { MessageEvent } from '#decoder';
import { csvCell } from './csv-cell.ts';
import { meaningCells, meaningColumns } from './exports.ts';
import type { Judge } from './judged.ts';
import { RecordSplitter, type TextRecord } from './split-records.ts';

/** A table gets columns, lines of JSON get a key; everything else can only be listed. */
export type EnrichedFormat = 'table' | 'lines';

/** Adds what each failure means to the input itself, as it streams by. */
export interface Enricher {
  /** An event; in the order of the input, and at the latest with the text that follows its record. */
  event(event: MessageEvent): void;
  /** The next piece of the input, after its events. Returns what is finished. */
  text(chunk: string): string;
  end(): string;
}

/** Text that is held back at most while no event tells where the input stands: far more than a decoder keeps. */
const mostHeld = 4_000_000;

/** Begins to add meanings to an input of this format. */
export function createEnricher(format: EnrichedFormat, judge: Judge): Enricher {
  const splitter = new RecordSplitter(format === 'table');
  const writer = format === 'table' ? tableWriter(judge) : lineWriter(judge);
  let records: TextRecord[] = [];
  let events: MessageEvent[] = [];
  let held = 0;

  /** Writes the records before `until`: their events have all come. */
  function flush(until: number): string {
    let written = '';
    let next = 0;
    let record = 0;
    for (; record < records.length; record += 1) {
      const { end, ...rest } = records[record]!;
      if (end > until) break;
      const own: MessageEvent[] = [];
      for (; next < events.length && events[next]!.start < end; next += 1) own.push(events[next]!);
      held -= rest.text.length;
      written += writer({ end, ...rest }, own);
    }
    records = records.slice(record);
    events = events.slice(next);
    return written;
  }

  return {
    event: (event) => void events.push(event),
    text(chunk) {
      for (const record of splitter.push(chunk)) {
        records.push(record);
        held += record.text.length;
      }
      const last = events.at(-1);
      if (held > mostHeld) return flush(Number.POSITIVE_INFINITY);
      return last ? flush(last.start) : '';
    },
    end() {
      records.push(...splitter.end());
      return flush(Number.POSITIVE_INFINITY);
    },
  };
}

type RecordWriter = (record: TextRecord, events: readonly MessageEvent[]) => string;

/** Names of the added columns and keys cannot be taken for those of the input. Marked as pure, so that it stays out of the page, which adds none. */
const added = /* @__PURE__ */ meaningColumns.map((column) => `undelivered_${column}`);

/**
 * Rows before the first message are titles, save the first one of as many cells as a message has: that is the heading.
 * They are held back until the first message comes.
 */
function tableWriter(judge: Judge): RecordWriter {
  let before: TextRecord[] | undefined = [];
  let delimiter = ',';
  const row = ({ text, lineBreak }: TextRecord, cells: readonly string[]) =>
    text.trim() === ''
      ? text + lineBreak
      : text + cells.map((cell) => delimiter + csvCell(cell, delimiter)).join('') + lineBreak;
  return (record, events) => {
    const [event] = events;
    if (before === undefined) return row(record, event ? meaningCells(event, judge) : added.map(() => ''));
    if (!event) {
      before.push(record);
      // A table without messages at its beginning; more than a heading does not fit.
      if (before.length < 100) return '';
      return releaseTitles();
    }
    const width = mostDelimiters(record.text);
    delimiter = width.delimiter;
    const heading = before.findIndex(({ text }) => countOutsideQuotes(text, delimiter) === width.count);
    const titles = before.map((title, index) =>
      index === heading
        ? row(title, added)
        : index > heading && heading !== -1
          ? row(
              title,
              added.map(() => ''),
            )
          : title.text + title.lineBreak,
    );
    before = undefined;
    return titles.join('') + row(record, meaningCells(event, judge));
  };

  function releaseTitles(): string {
    const [first, ...rest] = before ?? [];
    before = undefined;
    if (!first) return '';
    delimiter = mostDelimiters(first.text).delimiter;
    return (
      row(first, added) +
      rest
        .map((title) =>
          row(
            title,
            added.map(() => ''),
          ),
        )
        .join('')
    );
  }
}

function mostDelimiters(row: string): { readonly delimiter: string; readonly count: number } {
  const counts = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, count: countOutsideQuotes(row, delimiter) }));
  return counts.reduce((best, other) => (other.count > best.count ? other : best));
}

function countOutsideQuotes(row: string, delimiter: string): number {
  let count = 0;
  let isQuoted = false;
  for (const character of row) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === delimiter && !isQuoted) count += 1;
  }
  return count;
}

/** A span of a line, `end` exclusive. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A line that is a JSON object, or an array of objects, gets one more key in each object with a failure; digits and order
 * of everything else stay as they are.
 */
function lineWriter(judge: Judge): RecordWriter {
  return ({ start, text, lineBreak }, events) => {
    const failed = events.filter(({ codes }) => codes.length > 0);
    const objects = failed.length === 0 ? [] : objectsOf(text);
    let written = '';
    let done = 0;
    for (const object of objects) {
      const own = failed.filter((event) => event.start - start >= object.start && event.start - start < object.end);
      if (own.length === 0) continue;
      const meanings = own.map((event) => {
        const cells = meaningCells(event, judge);
        return Object.fromEntries(meaningColumns.map((column, index) => [column, cells[index]]));
      });
      const close = object.end - 1;
      const comma = /^\{\s*$/.test(text.slice(object.start, close)) ? '' : ',';
      written += `${text.slice(done, close)}${comma}"undelivered":${JSON.stringify(meanings.length === 1 ? meanings[0] : meanings)}`;
      done = close;
    }
    return written + text.slice(done) + lineBreak;
  };
}

/** The object that a line is, or the objects of the array that it is; none of a line that is not whole. */
export function objectsOf(line: string): Span[] {
  const found: Span[] = [];
  const isArray = /^\s*\[/.test(line);
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of line.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/g)) {
    if (token === '{' || token === '[') {
      if (depth === Number(isArray)) start = index;
      depth += 1;
    } else if (token === '}' || token === ']') {
      depth -= 1;
      if (depth === Number(isArray) && token === '}') found.push({ start, end: index + 1 });
    }
  }
  return depth === 0 && (isArray || (found.length === 1 && line.slice(found[0]!.end).trim() === '')) ? found : [];
}
