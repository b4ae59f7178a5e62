import type { Action } from '#catalog';
import type { Responsible, Stopped, Verdict } from '#schema';

/** What totals and lists need of a code or pattern. The command makes it of the package's own reference. */
export interface Judged {
  readonly set: {
    readonly provider: string;
    readonly stations: readonly [sender: string, provider: string, carrier: string, handset: string];
    /** Where a message stopped, in words of the set: `at Bandwidth`. */
    readonly places?: Readonly<Record<Exclude<Stopped, 'unknown'>, string>>;
  };
  /** `listed` in the catalog, `unlisted` and read by its digits, or a `pattern` that stands for a family. */
  readonly kind: 'listed' | 'unlisted' | 'pattern';
  readonly heading: string;
  readonly cause: { readonly id: string; readonly heading: string } | undefined;
  readonly stopped: Stopped;
  readonly responsible: Responsible;
  readonly retry: Verdict;
  readonly because: string | undefined;
  readonly action: Action;
  readonly billed: boolean | undefined;
  readonly step: string | undefined;
}

/** Judges codes; undefined only where the set is unknown. */
export interface Judge {
  explain(set: string, code: string): Judged | undefined;
}
