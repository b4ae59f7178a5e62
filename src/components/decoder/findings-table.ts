import { retryWords, stoppedAt, whoseMove } from '#site/wording';
import { element } from '../browser/element.ts';
import { phraseNodes } from '../browser/phrase.ts';
import { spriteIcon } from '../browser/sprite-icon.ts';
import { distinctPlaces, isTwofold, lineWords, sourcePhrase } from './finding-words.ts';
import { moveMark, ours, retryMark } from './marks.ts';
import { findingAttributes, findingDigits, type ReportContext } from './render-finding.ts';
import { bar } from './render-summary.ts';
import { percent } from './summary.ts';
import { arrange, columns, rowsOf, type Column, type FindingRow, type Order } from './table-rows.ts';
import type { Finding } from '#decoder';

const headings: Readonly<Record<Column, string>> = {
  code: 'Code',
  what: 'What happened, and where we read it',
  failures: 'Failures',
  stopped: 'Stopped at',
  move: 'Whose move',
  retry: 'Retry',
};

/** Rows drawn at once; more follow in pieces, so that no single piece of work holds the page up. */
const rowsAtOnce = 40;
/** Rows shown before somebody asks for more: a longer table takes the browser too long to lay out. */
const rowsPerPage = 500;

/** The table, and when its last row is drawn. */
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
  const drawn = new Map<FindingRow, HTMLElement>();
  const body = element('tbody', {});
  const shown = element('span', { class: 'small soft', role: 'status' });
  const find = element('input', {
    type: 'search',
    placeholder: 'Code, words, whose move',
    'aria-label': 'Filter the findings',
  });
  const more = element('button', { type: 'button', class: 'button' });
  const heads = columns.map((column) => {
    const button = element('button', { type: 'button' }, headings[column]);
    const head = element('th', { scope: 'col', class: column === 'failures' ? 'number' : undefined }, button);
    button.addEventListener('click', () => sortBy(column));
    return head;
  });
  let order = initial;
  let work = 0;
  let most = rowsPerPage;

  function draw(): Promise<void> {
    const wanted = arrange(rows, find.value, order);
    shown.textContent = wanted.length === rows.length ? '' : `${wanted.length} of ${rows.length} codes`;
    heads.forEach((head, index) => {
      if (order?.column === columns[index])
        head.setAttribute('aria-sort', order?.isDescending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    });
    more.hidden = wanted.length <= most;
    more.textContent = `Show more of the other ${(wanted.length - most).toLocaleString('en')} codes`;
    body.replaceChildren();
    work += 1;
    return append(wanted.slice(0, most), work);
  }

  /** Appends rows piece by piece, until there are no more or another order was asked for. */
  async function append(wanted: readonly FindingRow[], own: number): Promise<void> {
    for (let from = 0; from < wanted.length && own === work; from += rowsAtOnce) {
      if (from > 0) await new Promise((resume) => setTimeout(resume));
      if (own === work) body.append(...wanted.slice(from, from + rowsAtOnce).map(rowElement));
    }
  }

  function rowElement(row: FindingRow): HTMLElement {
    const kept = drawn.get(row) ?? renderRow(row, all, largest, context);
    drawn.set(row, kept);
    return kept;
  }

  function sortBy(column: Column): void {
    const isSame = order?.column === column;
    const isDescendingFirst = column === 'failures';
    order = { column, isDescending: isSame ? !order?.isDescending : isDescendingFirst };
    void draw();
  }

  more.addEventListener('click', () => {
    most += rowsPerPage;
    void draw();
  });
  find.addEventListener('input', () => void draw());
  const firstDrawing = draw();
  const table = element(
    'div',
    { class: 'findings' },
    rows.length > 8 && element('div', { class: 'findings-filter bar' }, find, shown),
    element(
      'table',
      { class: rows.length > 200 ? 'table findings-table long' : 'table findings-table' },
      element('thead', {}, element('tr', {}, ...heads)),
      body,
    ),
    more,
  );
  return { table, drawn: firstDrawing };
}

const mostPlaces = 3;

function renderRow(
  { finding, explained }: FindingRow,
  all: number,
  largest: number,
  context: ReportContext,
): HTMLElement {
  const { set, stopped, responsible, retry } = explained;
  return element(
    'tr',
    findingAttributes(finding),
    element('td', {}, findingDigits(explained), element('small', {}, set.name)),
    element(
      'td',
      { class: 'what' },
      explained.href ? element('a', { href: explained.href }, explained.heading) : explained.heading,
      element('small', {}, ...whereNodes(finding, context)),
    ),
    element(
      'td',
      { class: 'number failures' },
      finding.count.toLocaleString('en'),
      element('small', {}, percent(finding.count / Math.max(all, 1))),
      bar(finding.count / largest),
    ),
    element(
      'td',
      { class: 'place' },
      spriteIcon(`route-${stopped}`, 'route-icon'),
      element('small', {}, stoppedAt(stopped, set.stations)),
    ),
    element('td', {}, moveMark(responsible, whoseMove(responsible, set.stations))),
    element('td', {}, retryMark(retry, retryWords[retry]), explained.kind !== 'listed' && element('small', {}, ours())),
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
