import type { Action } from '#catalog';
import type { MessageEvent } from '#decoder';
import { csvRow } from './csv-cell.ts';
import type { Judge, Judged } from './judged.ts';
import { NumberSet } from './number-set.ts';
import type { Outcome } from './outcome.ts';
import { percent, type Summary } from './summary.ts';
import { actionOf } from './tally.ts';

/** Lists that are made in a second pass over the input. */
export type ListKind = 'numbers-to-stop' | 'to-change' | 'to-retry' | 'enriched';

const actionOfList: Readonly<Record<Exclude<ListKind, 'enriched'>, Action>> = {
  'numbers-to-stop': 'stop',
  'to-change': 'change',
  'to-retry': 'retry',
};

/** Takes events, gives rows of a table. */
export interface ListWriter {
  readonly head: string;
  /** The row of an event; empty where the event is not on the list. */
  rowOf(event: MessageEvent): string;
}

/** Columns that say what a failure means, in the order of `meaningCells`. */
export const meaningColumns = ['set', 'code', 'title', 'responsible', 'retry', 'cause', 'action'] as const;

/** The first code of an event in words for the columns; empty for an event without a code. */
export function meaningCells(event: MessageEvent, judge: Judge): string[] {
  const [first] = event.codes;
  const explained = first && judge.explain(first.set, first.code);
  if (!first || !explained) return meaningColumns.map(() => '');
  return [
    first.set,
    first.code,
    titleOf(explained),
    explained.responsible,
    explained.retry,
    explained.cause?.id ?? '',
    explained.action,
  ];
}

const titleOf = (explained: Judged): string => (explained.kind === 'unlisted' ? 'Not listed' : explained.heading);

/** A list of what to do with messages: numbers once each, messages as often as they failed. */
export function listWriter(kind: Exclude<ListKind, 'enriched'>, judge: Judge): ListWriter {
  const action = actionOfList[kind];
  const seen = new NumberSet();
  const isNumbers = kind === 'numbers-to-stop';
  return {
    head: csvRow(
      isNumbers
        ? ['number', 'set', 'code', 'title']
        : ['recipient', 'message_id', 'time', 'set', 'code', 'title', 'retry', 'why', 'first_step'],
    ),
    rowOf(event) {
      const [first] = event.codes;
      if (event.outcome !== 'failed' || !first || actionOf(event, judge) !== action) return '';
      const explained = judge.explain(first.set, first.code);
      if (!explained) return '';
      if (isNumbers) {
        const { recipient } = event;
        // What did not fit into the set is written each time: a number twice is better than a number left out.
        const isNew = recipient !== undefined && (seen.add(recipient) || seen.isFull);
        return isNew ? csvRow([recipient, first.set, first.code, titleOf(explained)]) : '';
      }
      return csvRow([
        event.recipient,
        event.messageId,
        event.time,
        first.set,
        first.code,
        titleOf(explained),
        explained.retry,
        plain(explained.because),
        plain(explained.step),
      ]);
    },
  };
}

/** Every message of input that is neither a table nor one record per line. */
export const eventWriter = (judge: Judge): ListWriter => ({
  head: csvRow(['outcome', 'recipient', 'message_id', 'time', 'line', ...meaningColumns]),
  rowOf: (event) =>
    csvRow([event.outcome, event.recipient, event.messageId, event.time, event.line, ...meaningCells(event, judge)]),
});

/** The findings as a table, one row for each code. */
export function findingsCsv({ report }: Outcome, judge: Judge): string {
  const counted = report.findings.filter(({ pattern }) => !pattern);
  const all = counted.reduce((sum, { count }) => sum + count, 0);
  const rows = counted.map(({ set, code, known, count }) => {
    const explained = judge.explain(set, code);
    return csvRow([
      explained?.set.provider,
      set,
      code,
      String(known),
      explained && titleOf(explained),
      count,
      percent(count / all),
      explained?.stopped,
      explained?.responsible,
      explained?.retry,
      explained?.action,
      explained?.billed === undefined ? '' : String(explained.billed),
      explained?.cause?.id,
    ]);
  });
  const head = csvRow([
    'provider',
    'set',
    'code',
    'listed',
    'title',
    'failures',
    'share',
    'stopped',
    'responsible',
    'retry',
    'action',
    'billed',
    'cause',
  ]);
  return head + rows.join('');
}

/** Everything that the summary shows, for programs. It holds no number, id or text of the input. */
export function summaryJson({ report }: Outcome, summary: Summary, judge: Judge): string {
  const { failures, messages, fine, unclear, withoutCode, stop, actions } = summary;
  const content = {
    schemaVersion: '1.0',
    messages: { all: messages, failed: failures, fine, unclear, failedWithoutCode: withoutCode },
    numbersToStop: stop.numbers,
    actions: Object.fromEntries(actions.map(({ action, count }) => [action, count])),
    stopped: Object.fromEntries(summary.flow.map(({ is, count }) => [is, count])),
    responsible: Object.fromEntries(summary.byMove.map(({ is, count }) => [is, count])),
    retry: Object.fromEntries(summary.byRetry.map(({ is, count }) => [is, count])),
    causes: Object.fromEntries(summary.byCause.map(({ is, count }) => [is, count])),
    billed: Object.fromEntries(summary.billed.map(({ is, count }) => [is, count])),
    overTime: summary.overTime.map(({ label, count }) => ({ from: label, failures: count })),
    codes: report.findings.map(({ set, code, known, pattern, inferred, count, sources }) => {
      const explained = judge.explain(set, code);
      return {
        set,
        code,
        listed: known,
        pattern,
        inferred,
        failures: count,
        title: explained && titleOf(explained),
        cause: explained?.cause?.id,
        stopped: explained?.stopped,
        responsible: explained?.responsible,
        retry: explained?.retry,
        action: explained?.action,
        billed: explained?.billed,
        sources: sources.map(({ set: of, name, code: number, count: times }) => ({
          set: of,
          name,
          code: number,
          failures: times,
        })),
      };
    }),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

const plain = (text: string | undefined): string => (text ?? '').replaceAll('`', '');
