import type { ListKind, Outcome } from '#batch';
import type { Failure, FailureOrder, LogSize } from './failure-log.ts';

/** What can be decoded: text from the field, or files. */
export type Input = ({ readonly text: string } | { readonly files: readonly File[] }) & {
  /** The column of a table that a person named as the one with the code: its heading, or its place from 0. */
  readonly column?: string | number | undefined;
};

/** What the worker answers a decoded input with. */
export interface Decoded {
  readonly outcome: Outcome;
  /** Its failures one by one, which the worker keeps until the next input is decoded. */
  readonly failures: LogSize;
}

/**
 * From the page to the worker. A job is a number that its answers carry. Data and explanations are JSON, read where they
 * are used: handing over text costs the page next to nothing.
 */
export type Order =
  | { readonly kind: 'prepare'; readonly data: string; readonly explanations: string }
  | { readonly kind: 'decode'; readonly job: number; readonly input: Input }
  | {
      readonly kind: 'list';
      readonly job: number;
      readonly input: Input;
      readonly list: ListKind;
      readonly outcome: Outcome;
    }
  | {
      readonly kind: 'arrange';
      readonly job: number;
      readonly query: string;
      readonly order: FailureOrder | undefined;
    }
  | { readonly kind: 'rows'; readonly job: number; readonly from: number; readonly to: number }
  | { readonly kind: 'cancel'; readonly job: number };

/** How far a job is, in bytes as they lie on the disk. */
export interface Progress {
  readonly read: number;
  readonly total: number;
}

/** From the worker to the page. */
export type Answer =
  | { readonly kind: 'progress'; readonly job: number; readonly progress: Progress }
  | ({ readonly kind: 'decoded'; readonly job: number } & Decoded)
  | { readonly kind: 'arranged'; readonly job: number; readonly count: number }
  | { readonly kind: 'rows'; readonly job: number; readonly rows: readonly Failure[] }
  | { readonly kind: 'list'; readonly job: number; readonly list: Blob }
  | { readonly kind: 'failed'; readonly job: number; readonly message: string };
