import type { ListKind } from './exports.ts';
import type { Outcome } from './outcome.ts';

/** What can be decoded: text from the field, or files. */
export type Input = { readonly text: string } | { readonly files: readonly File[] };

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
  | { readonly kind: 'cancel'; readonly job: number };

/** How far a job is, in bytes as they lie on the disk. */
export interface Progress {
  readonly read: number;
  readonly total: number;
}

/** From the worker to the page. */
export type Answer =
  | { readonly kind: 'progress'; readonly job: number; readonly progress: Progress }
  | { readonly kind: 'decoded'; readonly job: number; readonly outcome: Outcome }
  | { readonly kind: 'list'; readonly job: number; readonly list: Blob }
  | { readonly kind: 'failed'; readonly job: number; readonly message: string };
