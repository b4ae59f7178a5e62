import type { NamedCode } from './code-name-index.ts';
import type { LooseText } from './loose-text.ts';
import type { MappedText } from './mapped-text.ts';
import type { Place } from './report.ts';

/**
 * What a record says of one message, collected field by field and not yet judged.
 * A container that cannot be judged alone (a code without a status, a status without a code) hands its
 * evidence to the container around it. All lists are bounded, so that no record can grow without limit.
 */
export class Evidence {
  readonly codes: CodeEvidence[] = [];
  readonly statuses: StatusEvidence[] = [];
  /** A code field is there and says that there is no code. */
  hasEmptyCode = false;
  readonly reasons: TextEvidence[] = [];
  readonly suggests: TextEvidence[] = [];
  readonly sourceNames: { readonly set: string; readonly name: string }[] = [];
  readonly sourceCodes: { readonly set: string; readonly explains: readonly string[]; readonly code: string }[] = [];
  /** Providers named in fields. */
  readonly providers = new Set<string>();
  isStranger = false;
  /** The record says that its numbers are of another numbering than this set's. */
  foreignTo: string | undefined;
  /** Words of programs to people, to be read as free text if no field says more. */
  readonly texts: LooseText[] = [];
  /** Words of people to people; opened only if nothing else was found. */
  readonly opaque: { readonly text: () => MappedText; readonly isProse: boolean }[] = [];
  /** Elements of lists that could not be judged alone. */
  readonly pending: Evidence[] = [];
  /** Codes of records inside this one that are judged already: `set:code`. */
  readonly judged = new Set<string>();
  hasJudged = false;
  messageId: string | undefined;
  recipient: string | undefined;
  time: string | undefined;
  /** How many messages the record stands for, where it is a line of a summary. */
  weight = 1;
  /** A number of messages, as a field of it says. */
  count: number | undefined;
  start: number;
  end: number;
  line: number;

  constructor(start: number, line: number) {
    this.start = start;
    this.end = start;
    this.line = line;
  }

  get isEmpty(): boolean {
    return (
      this.codes.length === 0 &&
      this.statuses.length === 0 &&
      this.reasons.length === 0 &&
      this.suggests.length === 0 &&
      this.pending.length === 0 &&
      this.texts.length === 0 &&
      this.opaque.length === 0 &&
      !this.hasEmptyCode &&
      !this.hasJudged
    );
  }

  /** tolerate: rows of a summary — {"code": 4770, "count": 31}. What tells of one message counts something else. */
  weigh(): void {
    const isSummary = (this.recipient ?? this.messageId ?? this.time) === undefined;
    if (this.count !== undefined && isSummary && this.codes.some(({ distance }) => distance === 0))
      this.weight = this.count;
  }

  /** Takes over what an inner container could not settle by itself. */
  absorb(inner: Evidence): void {
    for (const code of inner.codes) push(this.codes, { ...code, distance: code.distance + 1 });
    for (const status of inner.statuses) push(this.statuses, { ...status, distance: status.distance + 1 });
    for (const list of ['reasons', 'suggests', 'sourceNames', 'sourceCodes', 'texts', 'opaque'] as const) {
      for (const item of inner[list]) push(this[list] as unknown[], item);
    }
    for (const item of inner.pending) this.pending.push(item);
    for (const provider of inner.providers) this.providers.add(provider);
    for (const code of inner.judged) if (this.judged.size < maxKept) this.judged.add(code);
    this.hasJudged ||= inner.hasJudged;
    this.hasEmptyCode ||= inner.hasEmptyCode;
    this.isStranger ||= inner.isStranger;
    this.foreignTo ??= inner.foreignTo;
    this.messageId ??= inner.messageId;
    this.recipient ??= inner.recipient;
    this.time ??= inner.time;
    if (inner.weight !== 1) this.weight = inner.weight;
    this.end = Math.max(this.end, inner.end);
  }
}

export interface CodeEvidence {
  /** Sets whose field this is; empty for a field that everybody calls `code`. */
  readonly own: readonly string[];
  readonly value:
    | { readonly kind: 'number'; readonly number: string }
    | { readonly kind: 'word'; readonly word: string; readonly names: readonly NamedCode[] };
  readonly field: string;
  readonly isColumn: boolean;
  readonly place: Place;
  /** Containers between the field and the record. */
  readonly distance: number;
  /** The field stands in a container of another numbering. */
  readonly isElsewhere: boolean;
}

/** A number where no field says whose code it is. */
export const plainCode = (number: string, field: string, place: Place, isColumn = false): CodeEvidence => ({
  own: [],
  value: { kind: 'number', number },
  field,
  isColumn,
  place,
  distance: 0,
  isElsewhere: false,
});

export interface StatusEvidence {
  readonly outcome: 'failed' | 'fine';
  /** Sets that know this value. */
  readonly sets: readonly string[];
  /** Only payloads of these sets say it like that: `message-failed`, not `failed`. */
  readonly isDistinct: boolean;
  readonly distance: number;
  readonly place: () => Place;
}

export interface TextEvidence {
  readonly sets: readonly string[];
  readonly text: string;
  readonly field: string;
  readonly place: () => Place;
}

const maxKept = 64;
export const maxPending = 200;

/** Adds to a list that must not grow without limit; what comes later is dropped. */
export function push<Item>(list: Item[], item: Item): void {
  if (list.length < maxKept) list.push(item);
}
