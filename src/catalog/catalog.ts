import type {
  Cause as CauseFile,
  CodeEntry,
  CodeSet as CodeSetFile,
  Family as FamilyFile,
  HistoryEvent,
  Match,
  Namesake,
  Phrases,
  Responsible,
  Retry,
  Source,
  Stopped,
} from '#schema';
import type { Told, ToldText } from './told.ts';

/** The files of data/ after their shapes were checked, keyed by what their paths say. */
export interface DataFiles {
  readonly sources: Readonly<Record<string, Source>>;
  readonly namesakes: readonly Namesake[];
  readonly causes: ReadonlyMap<string, CauseFile>;
  readonly sets: ReadonlyMap<string, { readonly set: CodeSetFile; readonly codes: ReadonlyMap<string, CodeEntry> }>;
}

/** What the sender does with a message that failed with a code. */
export type Action = 'stop' | 'change' | 'retry' | 'leave';

/** A band of codes, linked to its set and its codes. */
export interface Family {
  readonly id: string;
  readonly set: CodeSet;
  readonly file: FamilyFile;
  /** All codes that lie in it, in order. */
  readonly codes: readonly Code[];
  /** The next broader family, if there is one. */
  readonly parent: Family | undefined;
  /** Narrower families inside it, in order. */
  readonly children: readonly Family[];
}

/** One numbering of one provider, linked. */
export interface CodeSet {
  readonly id: string;
  readonly file: CodeSetFile;
  readonly families: readonly Family[];
  readonly codes: readonly Code[];
}

/** A code of a set, with what it inherits from its first cause and its families filled in. */
export interface Code {
  /** `bandwidth/4775`: the key. */
  readonly ref: string;
  readonly code: string;
  readonly set: CodeSet;
  readonly entry: CodeEntry;
  /** The narrowest family that holds it. */
  readonly family: Family;
  readonly causes: readonly { readonly cause: Cause; readonly match: Match }[];
  readonly heading: string;
  readonly section: string | undefined;
  /** One or two sentences. Codes about which nothing was published take the cause's. */
  readonly summary: ToldText;
  readonly stopped: Told<Stopped>;
  readonly reportedBy: Told<'provider' | 'carrier' | 'unknown'>;
  readonly responsible: Told<Responsible>;
  readonly retry: Told<Retry>;
  /** Absent where nothing is known. */
  readonly billed: Told<boolean> | undefined;
  readonly suppress: boolean;
  readonly action: Action;
  readonly steps: readonly ToldText[];
  /** The vendor's rule for the whole family. */
  readonly rule: ToldText | undefined;
  readonly collect: readonly string[];
  readonly customer: string | undefined;
  readonly history: readonly HistoryEvent[];
  readonly aliases: readonly ToldText[];
  readonly phrases: Phrases;
}

/** A provider-neutral reason with its codes in every set. */
export interface Cause {
  readonly id: string;
  readonly file: CauseFile;
  readonly codes: readonly { readonly code: Code; readonly match: Match }[];
}

/** Everything under data/, sorted and linked. */
export interface Catalog {
  readonly sets: readonly CodeSet[];
  readonly causes: readonly Cause[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly namesakes: readonly Namesake[];
  /** Newest date in the data, as `2026-11-24`: what "generated at" means for a static site. */
  readonly newest: string;
  set(id: string): CodeSet | undefined;
  code(set: string, code: string): Code | undefined;
  cause(id: string): Cause | undefined;
}
