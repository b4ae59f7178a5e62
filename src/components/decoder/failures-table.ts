import { retryWords, whoseMove } from '#site/wording';
import { element } from '../browser/element.ts';
import type { Explainer } from './explainer.ts';
import type { Failure, FailureColumn, LogSize } from './failure-log.ts';
import type { DrawnTable } from './findings-table.ts';
import { moveMark, retryMark } from './marks.ts';
import { sortableHeads, type ColumnOrder } from './sortable-heads.ts';
import { VirtualTable } from './virtual-table.ts';

const headings: Readonly<Record<FailureColumn, string>> = {
  line: 'Line',
  time: 'Time (UTC)',
  recipient: 'Recipient',
  code: 'Code',
  what: 'What happened',
  move: 'Whose move',
  retry: 'Retry',
};

/** Where the rows come from: the worker, which holds, finds and sorts them. */
export interface FailureSource {
  arrange(query: string, order: ColumnOrder<FailureColumn> | undefined): Promise<number>;
  rows(from: number, to: number): Promise<readonly Failure[]>;
}

/** Every failed message as a row, found and sorted away from the page. */
export function renderFailures(
  failures: LogSize,
  source: FailureSource,
  files: readonly string[],
  explainer: Explainer,
): DrawnTable {
  const shown = element('span', { class: 'small soft', role: 'status' });
  const find = element('input', {
    type: 'search',
    placeholder: 'Number, code, words, line',
    'aria-label': 'Filter the failures',
  });
  const heads = sortableHeads(headings, undefined, [], () => void draw());
  const table = new VirtualTable<Failure>({
    label: 'Every failure',
    className: 'failures-table',
    head: heads.head,
    rows: (from, to) => source.rows(from, to),
    renderRow: (failure) => renderRow(failure, files, explainer),
    printedOf: (printed, count) =>
      `The first ${printed} of ${count.toLocaleString('en')} failures are printed. “Input with meanings” holds all.`,
  });
  let work = 0;

  async function draw(): Promise<void> {
    const own = (work += 1);
    const count = await source.arrange(find.value, heads.order);
    if (own !== work) return;
    shown.textContent =
      count === failures.kept ? '' : `${count.toLocaleString('en')} of ${failures.kept.toLocaleString('en')} failures`;
    await table.show(count);
  }

  find.addEventListener('input', () => void draw());
  return {
    table: element(
      'div',
      { class: 'findings failures-list' },
      element('div', { class: 'findings-filter bar' }, find, shown),
      table.element,
      failures.all > failures.kept && element('p', { class: 'small soft' }, cutWords(failures)),
    ),
    drawn: draw(),
  };
}

/** Only the list is cut: what is counted and exported is read off the input itself. */
function cutWords({ kept, all }: LogSize): string {
  const number = (count: number) => count.toLocaleString('en');
  return `The first ${number(kept)} of ${number(all)} failures are listed. Totals and exports count all.`;
}

function renderRow(
  { file, line, time, recipient, code }: Failure,
  files: readonly string[],
  explainer: Explainer,
): HTMLTableRowElement {
  const explained = code && explainer.explain(code.set, code.code);
  return element(
    'tr',
    {},
    element('td', { class: 'line' }, line.toLocaleString('en'), files.length > 1 && element('small', {}, files[file])),
    element('td', { class: 'time' }, time === undefined ? '' : timeWords(time)),
    element('td', { class: 'recipient mono' }, recipient ?? ''),
    element('td', { class: 'code' }, code && element('b', { class: 'mono' }, code.code), ' ', explained?.set.name),
    element(
      'td',
      { class: 'what' },
      !explained
        ? 'Failed without a code'
        : explained.href
          ? element('a', { href: explained.href }, explained.heading)
          : explained.heading,
    ),
    element(
      'td',
      { class: 'move' },
      explained && moveMark(explained.responsible, whoseMove(explained.responsible, explained.set.stations)),
    ),
    element('td', { class: 'retry' }, explained && retryMark(explained.retry, retryWords[explained.retry])),
  );
}

/** `2026-11-21 20:00:01`. */
const timeWords = (time: number): string => new Date(time).toISOString().slice(0, 19).replace('T', ' ');
