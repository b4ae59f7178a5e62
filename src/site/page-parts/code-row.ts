import type { Responsible, Stopped, Verdict } from '#schema';
import type { Code } from '#catalog';
import { href, paths } from '../urls.ts';
import { retryWords, stoppedAt, whoseMove } from '../wording.ts';

/** A code as a row of a table: words for the reader, values for icons and filters. */
export interface CodeRow {
  readonly set: { readonly is: string; readonly words: string };
  readonly code: string;
  readonly href: string;
  /** The digits that all codes of the family share; empty where the code is a word. */
  readonly shared: string;
  readonly heading: string;
  readonly name: string | undefined;
  readonly family: string;
  readonly cause: { readonly is: string; readonly words: string };
  readonly status: 'current' | 'removed' | 'undocumented';
  readonly stopped: { readonly is: Stopped; readonly words: string };
  readonly responsible: { readonly is: Responsible; readonly words: string };
  readonly retry: { readonly is: Verdict; readonly words: string; readonly inferred: boolean };
  /** Undefined where it is not documented. */
  readonly billed: boolean | undefined;
}

/** A code as the row that tables show. */
export function codeRow(code: Code): CodeRow {
  const { set, family, stopped, responsible, retry, entry } = code;
  const { stations } = set.file;
  const band = /^\d+(?=x)/.exec(family.id)?.[0] ?? '';
  return {
    set: { is: set.id, words: set.file.name },
    code: code.code,
    href: href(paths.code(set.id, code.code)),
    shared: code.code.startsWith(band) ? band : '',
    heading: code.heading,
    name: entry.name ?? entry.title,
    family: family.id,
    cause: { is: code.causes[0]?.cause.id ?? '', words: code.causes[0]?.cause.file.heading ?? '' },
    status: entry.status,
    stopped: { is: stopped.value, words: stoppedAt(stopped.value, stations) },
    responsible: { is: responsible.value, words: whoseMove(responsible.value, stations) },
    retry: { is: retry.value.verdict, words: retryWords[retry.value.verdict], inferred: retry.basis === 'inferred' },
    billed: code.billed?.value,
  };
}
