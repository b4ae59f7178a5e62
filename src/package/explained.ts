import type { Match, Responsible, Stopped, Verdict } from '#schema';
import type { Action, Origin } from '#catalog';

/**
 * What the package says of a code. Keys and values are those of the open data (`/api/v1/<set>/<code>.json`), without
 * what is for reading at length: further paragraphs, examples, history, phrases, links. What is not known is `null`, so
 * that every key is always there.
 */
export interface ExplainedCode {
  /** Set and code together: the key. The number alone is none. */
  readonly ref: string;
  /** Id of the code set. */
  readonly set: string;
  /** The code as text: a number, a word, rarely a range such as `200-299`. */
  readonly code: string;
  readonly provider: string;
  readonly product: string;
  /** The field that carries the code, as a path: `failure.code`. */
  readonly field: string;
  /** Our short plain title. */
  readonly heading: string;
  /** The vendor's machine string, letter by letter. */
  readonly name: string | null;
  /** The vendor's own label, letter by letter. */
  readonly title: string | null;
  /** The vendor's heading over several families. */
  readonly section: string | null;
  /** Id of the narrowest family that holds the code. */
  readonly family: string;
  readonly status: 'current' | 'removed' | 'undocumented';
  readonly knowledge: Knowledge;
  /** What happened, in one or two sentences. */
  readonly summary: Statement;
  /** Where the message stopped. */
  readonly stopped: Told<Stopped>;
  readonly reportedBy: Told<'provider' | 'carrier' | 'unknown'>;
  /** Whose move it is. */
  readonly responsible: Told<Responsible>;
  readonly retry: ToldRetry;
  /** Whether the vendor charges for the message. */
  readonly billed: Told<boolean> | null;
  /** Whether the number belongs on the suppression list. */
  readonly suppress: boolean;
  /** What a batch does with such a message. */
  readonly action: Action;
  /** A rule that the vendor gives for the whole family. */
  readonly rule: Statement | null;
  /** What to do, in order. */
  readonly steps: readonly Statement[];
  /** A sentence that is safe to send to a customer. */
  readonly customer: string | null;
  /** Causes, the likeliest first. */
  readonly causes: readonly { readonly id: string; readonly heading: string; readonly match: Match }[];
  /** How the digits read; empty where they say nothing. */
  readonly digits: readonly ReadDigits[];
  /** Other spellings and numbers that lead here. */
  readonly aliases: readonly Statement[];
  /** Day on which somebody last held the entry against its sources. */
  readonly checked: string;
}

/** How well a code is known: a source states its meaning, it is our reading, nothing is published, no longer listed. */
export type Knowledge = 'documented' | 'inferred' | 'undocumented' | 'removed';

/** What a statement rests on: a source and the place in it (see `sources`), or our reading. */
export type Basis =
  | { readonly basis: 'stated'; readonly source: string; readonly at?: string; readonly from: Origin | 'set' }
  | { readonly basis: 'inferred'; readonly from: Origin | 'set' };

/** One sentence or more; `backticks` mark code. */
export type Statement = { readonly text: string } & Basis;

/** A value with what it rests on. */
export type Told<Value> = { readonly value: Value } & Basis;

/** Whether to send again, with the reason, the pause and the most tries where they are known. */
export type ToldRetry = Told<Verdict> & {
  readonly because: string | null;
  readonly wait: string | null;
  readonly cap: string | null;
};

/** How one group of digits of a code reads. */
export interface ReadDigits {
  readonly digits: string;
  /** The question the group answers. */
  readonly asks: string;
  /** `null` where nothing is published about them. */
  readonly heading: string | null;
  readonly says: Statement | null;
}

/** What the digits alone say of a code, listed or not. No meaning is invented for a code that no list has. */
export interface ExplainedDigits {
  readonly set: string;
  readonly code: string;
  readonly listed: boolean;
  readonly digits: readonly ReadDigits[];
  /** The narrowest family whose pattern holds the code, with what it takes from broader ones. */
  readonly family: ExplainedFamily | null;
}

/** A band of codes with a common meaning. */
export interface ExplainedFamily {
  readonly id: string;
  readonly heading: string;
  readonly section: string | null;
  readonly summary: Statement;
  readonly stopped: Told<Stopped>;
  readonly responsible: Told<Responsible> | null;
  readonly retry: ToldRetry | null;
  readonly steps: readonly Statement[];
  /** Id of the next broader family. */
  readonly parent: string | null;
  /** All listed codes that lie in it. */
  readonly codes: readonly string[];
}

/** One numbering of one provider. */
export interface ExplainedSet {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly product: string;
  /** The field that carries the code, as a path. */
  readonly field: string;
  readonly summary: string;
  /** What the four stations of a message are called. */
  readonly stations: {
    readonly sender: string;
    readonly provider: string;
    readonly carrier: string;
    readonly handset: string;
  };
  /** The set whose payloads carry the codes of this one, and the source name that announces it. */
  readonly carriedBy: { readonly set: string; readonly name: string } | null;
  /** Whether every code that the vendor lists is here. */
  readonly complete: boolean;
  readonly families: readonly ExplainedFamily[];
  /** Its codes, in order. */
  readonly codes: readonly ExplainedCode[];
}

/** A provider-neutral reason: it ties equal codes of different sets together. */
export interface ExplainedCause {
  readonly id: string;
  readonly heading: string;
  readonly summary: string;
  readonly responsible: Told<Responsible>;
  readonly retry: ToldRetry;
  readonly suppress: boolean;
  readonly action: Action;
  readonly steps: readonly Statement[];
  readonly customer: string | null;
  readonly codes: readonly { readonly ref: string; readonly match: Match }[];
}

/** Documents that statements rest on, by the id that `source` holds. */
export type Sources = Readonly<Record<string, SourceDocument>>;

/** A document that statements rest on. */
export interface SourceDocument {
  readonly title: string;
  readonly publisher: string;
  /** Stable public address, where there is one. */
  readonly url?: string;
  readonly edition: string;
  /** Who speaks: the vendor, a tool of the vendor, or somebody else. */
  readonly kind: 'vendor' | 'vendor-tool' | 'third-party';
}
