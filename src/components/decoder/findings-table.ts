import { percent } from '#batch';
import type { Finding } from '#decoder';
import { retryWords, stoppedAt, whoseMove } from '#site/wording';
import { element } from '../browser/element.ts';
import { nextFrame } from '../browser/next-frame.ts';
import { phraseNodes } from '../browser/phrase.ts';
import { spriteIcon } from '../browser/sprite-icon.ts';
import { distinctPlaces, isTwofold, lineWords, sourcePhrase } from './finding-words.ts';
import { moveMark, ours, retryMark } from './marks.ts';
import { findingAttributes, findingDigits, type ReportContext } from './render-finding.ts';
import { bar } from './render-summary.ts';
import { sortableHeads } from './sortable-heads.ts';
import { arrange, rowsOf, type Column, type FindingRow, type Order } from './table-rows.ts';
import { VirtualTable } from './virtual-table.ts';

const headings: Readonly<Record<Column, string>> = {
  code: 'Code',
  what: 'What happened, and where we read it',
  failures: 'Failures',
  stopped: 'Stopped at',
  move: 'Whose move',
  retry: 'Retry',
};

/** Rows that are made and laid out in one frame: as many as a slow machine does in a quarter of what holds a page up. */
const rowsPerGroup = 6;
/** More codes than any provider has: they come from digits that are no codes, and only those in view are drawn. */
const mostWhole = 500;

/** A table, and when it is drawn. */
export interface DrawnTable {
  readonly table: HTMLElement;
  readonly drawn: Promise<void>;
}

/** The findings as a table that can be filtered and sorted. */
export function renderTable(
  findings: readonly Finding[],
  context: ReportContext,
  initial: Order | undefined,
): DrawnTable {
  const rows = rowsOf(findings, context.explainer);
  const all = findings.reduce((sum, { count }) => sum + count, 0);
  const largest = findings.reduce((count, other) => Math.max(count, other.count), 1);
  const shown = element('span', { class: 'small soft', role: 'status' });
  const find = element('input', {
    type: 'search',
    placeholder: 'Code, words, whose move',
    'aria-label': 'Filter the findings',
  });
  const heads = sortableHeads(headings, initial, ['failures'], () => void draw());
  let wanted: readonly FindingRow[] = [];
  const whole = rows.length <= mostWhole ? wholeTable(heads.head) : undefined;
  const virtual = whole
    ? undefined
    : new VirtualTable<FindingRow>({
        label: 'Findings',
        className: 'findings-table',
        head: heads.head,
        rows: (from, to) => Promise.resolve(wanted.slice(from, to)),
        renderRow: (row) => renderRow(row, all, largest, context),
        printedOf: (printed, count) =>
          `The first ${printed} of ${count.toLocaleString('en')} codes are printed. CSV and JSON hold all.`,
      });

  function draw(): Promise<void> {
    wanted = arrange(rows, find.value, heads.order);
    shown.textContent = wanted.length === rows.length ? '' : `${wanted.length} of ${rows.length} codes`;
    return whole
      ? whole.show(wanted, (row) => renderRow(row, all, largest, context))
      : (virtual?.show(wanted.length) ?? Promise.resolve());
  }

  find.addEventListener('input', () => void draw());
  const drawn = draw();
  const table = element(
    'div',
    { class: 'findings' },
    rows.length > 8 && element('div', { class: 'findings-filter bar' }, find, shown),
    whole?.table ?? virtual?.element,
  );
  return { table, drawn };
}

interface WholeTable {
  readonly table: HTMLElement;
  show(rows: readonly FindingRow[], render: (row: FindingRow) => HTMLTableRowElement): Promise<void>;
}

/** A table with all its rows in the document, a group of them in each frame. */
function wholeTable(head: HTMLTableSectionElement): WholeTable {
  const table = element('table', { class: 'table findings-table', role: 'table', 'aria-label': 'Findings' }, head);
  const drawn = new Map<FindingRow, HTMLTableRowElement>();
  let work = 0;
  return {
    table,
    async show(rows, render) {
      const own = (work += 1);
      // A table that lost its rows for a moment would let the page scroll away under the one who sorts it.
      table.style.minHeight = `${table.offsetHeight}px`;
      for (const body of [...table.tBodies]) body.remove();
      for (let from = 0; from < rows.length; from += rowsPerGroup) {
        if (from > 0) await nextFrame();
        if (own !== work) return;
        const group = rows.slice(from, from + rowsPerGroup).map((row) => {
          const kept = drawn.get(row) ?? render(row);
          drawn.set(row, kept);
          return kept;
        });
        table.append(element('tbody', { role: 'rowgroup' }, ...group));
      }
      table.style.minHeight = '';
    },
  };
}

const mostPlaces = 3;

function renderRow(
  { finding, explained }: FindingRow,
  all: number,
  largest: number,
  context: ReportContext,
): HTMLTableRowElement {
  const { set, stopped, responsible, retry } = explained;
  return element(
    'tr',
    { role: 'row', ...findingAttributes(finding) },
    element('td', { role: 'cell' }, findingDigits(explained), element('small', {}, set.name)),
    element(
      'td',
      { class: 'what', role: 'cell' },
      explained.href ? element('a', { href: explained.href }, explained.heading) : explained.heading,
      element('small', {}, ...whereNodes(finding, context)),
    ),
    element(
      'td',
      { class: 'number failures', role: 'cell' },
      finding.count.toLocaleString('en'),
      element('small', {}, percent(finding.count / Math.max(all, 1))),
      bar(finding.count / largest),
    ),
    element(
      'td',
      { class: 'place', role: 'cell' },
      spriteIcon(`route-${stopped}`, 'route-icon'),
      element('small', {}, stoppedAt(stopped, set.stations)),
    ),
    element('td', { role: 'cell' }, moveMark(responsible, whoseMove(responsible, set.stations))),
    element(
      'td',
      { role: 'cell' },
      retryMark(retry, retryWords[retry]),
      explained.kind !== 'listed' && element('small', {}, ours()),
    ),
  );
}

/** `lines 2, 3, 7 …; source sms-messagebird 1`. */
function whereNodes(finding: Finding, { files, explainer, showPlace }: ReportContext): (Node | string)[] {
  const places = distinctPlaces(finding, mostPlaces);
  const named = places.flatMap((place, index): (Node | string)[] => {
    const show = showPlace(place);
    const isBare = place.file === undefined && places.length > 1;
    const words = isBare ? place.line.toLocaleString('en') : lineWords(place, files);
    const before = index > 0 ? ', ' : isBare ? 'lines ' : '';
    if (!show) return [before, words];
    const button = element(
      'button',
      { type: 'button', class: 'link', 'aria-label': `Show ${lineWords(place, files)} in the field` },
      words,
    );
    button.addEventListener('click', show);
    return [before, button];
  });
  const [source] = finding.sources;
  return [
    ...named,
    finding.count > places.length ? ' …' : '',
    ...(source ? ['; platform ', ...phraseNodes(sourcePhrase(source, explainer, 1))] : []),
    finding.inferred ? '; concluded from the wording' : '',
    isTwofold(finding) ? '; two readings' : '',
  ];
}
