import type { Finding } from '#decoder';
import type { Explained, Explainer } from './explainer.ts';
import type { ColumnOrder } from './sortable-heads.ts';
import { textOrder } from './text-order.ts';

/** A finding as a row of the table, with what it is found and sorted by. */
export interface FindingRow {
  readonly finding: Finding;
  readonly explained: Explained;
  readonly words: string;
}

export type Column = 'code' | 'what' | 'failures' | 'stopped' | 'move' | 'retry';
export type Order = ColumnOrder<Column>;

/** The findings as rows, in their order; those of an unknown set are left out. */
export function rowsOf(findings: readonly Finding[], explainer: Explainer): FindingRow[] {
  return findings.flatMap((finding) => {
    const explained = explainer.explain(finding.set, finding.code);
    if (!explained) return [];
    const { set, code, heading, stopped, responsible, retry, cause } = explained;
    const words = [code, set.name, set.provider, heading, stopped, responsible, retry, cause?.heading]
      .join(' ')
      .toLowerCase();
    return [{ finding, explained, words }];
  });
}

/** The rows that hold every word of the query, sorted; without an order as they came. */
export function arrange(rows: readonly FindingRow[], query: string, order: Order | undefined): FindingRow[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = rows.filter(({ words }) => wanted.every((word) => words.includes(word)));
  if (!order) return shown;
  const direction = order.isDescending ? -1 : 1;
  return shown.sort((a, b) => direction * compare(valueOf(a, order.column), valueOf(b, order.column)));
}

function valueOf({ finding, explained }: FindingRow, column: Column): string | number {
  switch (column) {
    case 'code':
      return `${explained.set.name} ${finding.code}`;
    case 'what':
      return explained.heading;
    case 'failures':
      return finding.count;
    case 'stopped':
      return ['sender', 'provider', 'carrier', 'handset', 'unknown'].indexOf(explained.stopped);
    case 'move':
      return ['sender', 'recipient', 'provider', 'carrier', 'unknown'].indexOf(explained.responsible);
    case 'retry':
      return ['never', 'after-change', 'once', 'later', 'unknown'].indexOf(explained.retry);
  }
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : textOrder()(String(a), String(b));
