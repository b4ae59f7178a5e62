import { summarize, type ListKind, type Outcome, type Summary } from '#batch';
import type { Report } from '#decoder';
import type { Responsible, Verdict } from '#schema';
import { href, paths } from '#site/urls';
import { element } from '../browser/element.ts';
import { listed, phraseNodes } from '../browser/phrase.ts';
import { spriteIcon } from '../browser/sprite-icon.ts';
import type { IconName } from '../icons/icons.ts';
import { codesLink } from './codes-link.ts';
import type { Explainer } from './explainer.ts';
import type { LogSize } from './failure-log.ts';
import { renderFailures, type FailureSource } from './failures-table.ts';
import { warningPhrase } from './finding-words.ts';
import { renderTable } from './findings-table.ts';
import { headline } from './headline.ts';
import { moveMark, retryMark } from './marks.ts';
import { renderFinding, type ReportContext } from './render-finding.ts';
import {
  listButton,
  renderActions,
  renderBars,
  renderCauses,
  renderFlow,
  renderTimes,
  renderTotals,
} from './render-summary.ts';

/** What the buttons of a report do. */
export interface ReportDeeds {
  onList(list: ListKind, button: HTMLButtonElement): void;
  onFindings(format: 'csv' | 'json'): void;
  onTicket(): void;
  onLink(button: HTMLButtonElement): void;
  onPrint(): void;
}

export interface ReportView extends ReportContext {
  readonly outcome: Outcome;
  /** The failures one by one; undefined for the codes of a link. */
  readonly failures: (LogSize & { readonly source: FailureSource }) | undefined;
  readonly deeds: ReportDeeds;
  /** Whether this is the whole decoder, which shows everything, or the one on the home page. */
  readonly isFull: boolean;
  /** Codes from a link and not from an input. */
  readonly isFromLink: boolean;
  /** Buttons with examples, for a result that holds nothing. */
  readonly examples: () => Node[];
}

const mostArticles = 8;
const mostFailures = 12;

/** From here on single findings are too many to read, and a summary says more. */
const isBatch = ({ report, files }: Outcome): boolean =>
  files.length > 0 ||
  report.findings.length > mostArticles ||
  report.findings.reduce((sum, { count }) => sum + count, 0) > mostFailures;

/** Nodes that end the report as it is so far, or none where a part went into one before it; and what is drawn later. */
export interface ReportPart {
  readonly nodes: readonly Node[];
  readonly drawn?: Promise<void>;
}

/**
 * The result in parts, from the sentence that sums it up to the last hint. A part is made when it is asked for, and is
 * small enough for one frame.
 */
export function* renderReport(view: ReportView): Generator<ReportPart> {
  const { outcome, explainer } = view;
  const { report } = outcome;
  if (report.status === 'empty') return;
  const beginning = [
    element(
      'h2',
      { class: 'headline' },
      ...phraseNodes(headline(report, explainer)),
      report.findings.length > 0 && !view.isFull && toFullDecoder(report),
    ),
    ...renderWarnings(report, explainer),
  ];
  if (report.findings.length > 0 && isBatch(outcome)) {
    yield { nodes: beginning };
    yield* renderBatch(view);
    yield { nodes: renderHints(view) };
  } else {
    yield { nodes: [...beginning, ...(report.findings.length === 0 ? [] : renderFew(view)), ...renderHints(view)] };
  }
}

function toFullDecoder({ findings }: Report): HTMLElement {
  const link = codesLink(findings);
  return element('span', {}, ' ', element('a', { href: link.href }, `Open ${link.words} in the full decoder`));
}

function renderFew(view: ReportView): Node[] {
  const { outcome, explainer } = view;
  const articles = outcome.report.findings.flatMap((finding) => {
    const explained = explainer.explain(finding.set, finding.code);
    return explained ? [renderFinding(finding, explained, view)] : [];
  });
  return [...articles, element('div', { class: 'bar share' }, ...shareButtons(view))];
}

function* renderBatch(view: ReportView): Generator<ReportPart> {
  const { outcome, explainer, deeds, failures, isFromLink, isFull } = view;
  const { findings } = outcome.report;
  if (!isFromLink) {
    const summary = summarize(outcome, explainer);
    yield { nodes: [renderTotals(summary)] };
    yield { nodes: [element('h2', {}, 'What to do with them'), renderActions(summary, deeds.onList)] };
    if (isFull) yield* renderCharts(summary);
  }
  // A paste is read from top to bottom, a file from the largest down.
  const order = outcome.files.length > 0 ? ({ column: 'failures', isDescending: true } as const) : undefined;
  const { table, drawn } = renderTable(findings, view, order);
  yield {
    nodes: [
      element(
        'div',
        { class: 'findings-head' },
        element('h2', {}, 'Findings'),
        element(
          'span',
          { class: 'bar' },
          deedButton('down', 'CSV', () => deeds.onFindings('csv')),
          deedButton('down', 'JSON', () => deeds.onFindings('json')),
          !isFromLink && listButton('enriched', deeds.onList, 'Input with meanings'),
          ...shareButtons(view),
        ),
      ),
      table,
    ],
    drawn,
  };
  if (!isFull || !failures || failures.kept === 0) return;
  const every = renderFailures(failures, failures.source, outcome.files, explainer);
  yield { nodes: [element('h2', {}, 'Every failure'), every.table], drawn: every.drawn };
}

function* renderCharts(summary: Summary): Generator<ReportPart> {
  const left = summary.flow.reduce((sum, { count }) => sum + count, 0);
  yield { nodes: [element('h2', {}, 'Where it goes wrong'), renderFlow(summary.flow, left)] };
  const side = element('div');
  yield { nodes: [element('div', { class: 'charts' }, renderCauses(summary.byCause), side)] };
  side.append(
    renderBars(
      'By whose move it is',
      summary.byMove,
      ({ is, label }) => moveMark(is as Responsible, label),
      ({ is }) => is,
    ),
  );
  yield { nodes: [] };
  side.append(
    renderBars('By retry', summary.byRetry, ({ is, label }) => retryMark(is as Verdict, label)),
    renderBars('Billed', summary.billed),
  );
  yield { nodes: [] };
  if (summary.overTime.length > 1) yield { nodes: [element('h2', {}, 'When'), renderTimes(summary.overTime)] };
}

function shareButtons({ outcome, deeds }: ReportView): HTMLButtonElement[] {
  const { isCut, words } = codesLink(outcome.report.findings);
  return [
    deedButton('copy', 'Copy for a ticket', () => deeds.onTicket()),
    deedButton('copy', isCut ? `Copy link to ${words}` : 'Copy link', (button) => deeds.onLink(button)),
    deedButton(undefined, 'Print', () => deeds.onPrint()),
  ];
}

function deedButton(
  icon: IconName | undefined,
  words: string,
  deed: (button: HTMLButtonElement) => void,
): HTMLButtonElement {
  const button = element(
    'button',
    { type: 'button', class: 'button' },
    icon && spriteIcon(icon),
    element('span', {}, words),
  );
  button.addEventListener('click', () => deed(button));
  return button;
}

const renderWarnings = ({ warnings }: Report, explainer: Explainer): Node[] =>
  warnings.length === 0
    ? []
    : [
        element(
          'ul',
          { class: 'warnings' },
          ...warnings
            .slice(0, 10)
            .map((warning) =>
              element(
                'li',
                { class: 'note open', 'data-warning': warning.kind },
                ...phraseNodes(warningPhrase(warning, explainer)),
              ),
            ),
        ),
      ];

/** What is no finding and still worth a word: suggestions, other numberings, numbers that we do not know. */
function renderHints({ outcome, explainer, examples }: ReportView): Node[] {
  const { suggestions, namesakes, unknown, status } = outcome.report;
  const numbers = [...new Set(unknown.map(({ number }) => number))].slice(0, 10);
  const hints: Node[] = [
    ...suggestions.map(({ set, name, codes }) =>
      element(
        'aside',
        { class: 'hint', 'data-suggestion': name, 'data-set': set },
        element(
          'p',
          {},
          element('code', {}, name),
          ` is text that ${explainer.set(set)?.name ?? set} uses for `,
          ...codeLinks(set, codes, explainer),
          '. It is not a code, so it is no more than a suggestion: look for the code itself.',
        ),
      ),
    ),
    ...namesakes.map(({ number, namesake, near }) => {
      const known = explainer.namesake(namesake);
      const provider = explainer.set(near)?.name ?? near;
      return element(
        'aside',
        { class: 'hint', 'data-namesake': number },
        element(
          'p',
          {},
          element('b', {}, 'Another numbering. '),
          element('code', {}, number),
          known
            ? ` here is a number of ${known.numbering}. ${known.says}`
            : ` here does not belong to the codes of ${provider}.`,
        ),
      );
    }),
  ];
  if (numbers.length > 0 && !isBatch(outcome)) {
    hints.push(
      element(
        'p',
        { class: 'hint', 'data-unknown': '' },
        'We do not know ',
        ...phraseNodes(listed(numbers.map((code) => ({ code })))),
        '. No list that we have holds it as a code.',
      ),
    );
  }
  if (status === 'none' && suggestions.length === 0 && namesakes.length === 0) {
    hints.push(
      element(
        'p',
        { class: 'hint' },
        'A code stands in a field of the failed message, in a log line, or alone. It looks like this: ',
        ...examples(),
        '. If you know what happened and not the code, look among the ',
        element('a', { href: href(paths.causes) }, 'causes'),
        '.',
      ),
    );
  }
  return hints;
}

const codeLinks = (set: string, codes: readonly string[], explainer: Explainer): (Node | string)[] =>
  codes.flatMap((code, index) => {
    const explained = explainer.explain(set, code);
    const words = explained?.kind === 'listed' ? `${code} ${explained.heading}` : code;
    return [index === 0 ? '' : ', ', element('a', { href: explained?.href ?? href(paths.set(set)) }, words)];
  });
