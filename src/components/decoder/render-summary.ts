import { percent, type ActionGroup, type Bar, type FlowStep, type ListKind, type Summary } from '#batch';
import type { Action } from '#catalog';
import { actionWords } from '#site/wording';
import { element } from '../browser/element.ts';
import { spriteIcon } from '../browser/sprite-icon.ts';

const number = (count: number): string => count.toLocaleString('en');

/** `1 failure`, `2,400 failures`. */
const counted = (count: number, one: string): string => `${number(count)} ${count === 1 ? one : `${one}s`}`;

/** A bar of this part (0 to 1) of the width there is. */
export function bar(part: number, hue = ''): HTMLElement {
  const made = element('i', { class: `fill ${hue}`.trim() });
  made.style.width = `${(part * 100).toFixed(1)}%`;
  return made;
}

/** The five totals over everything. */
export function renderTotals({
  failures,
  messages,
  codes,
  unlisted,
  stop,
  retry,
  fine,
  unclear,
  withoutCode,
}: Summary): HTMLElement {
  const notRead = fine + unclear;
  const cells: readonly (readonly [label: string, value: string, note: string])[] = [
    ['Failures', number(failures), messages > failures ? `of ${number(messages)} messages` : 'all that there is'],
    [
      'Codes',
      number(codes),
      unlisted === 0 ? 'all of them listed' : `${unlisted === 1 ? 'one' : number(unlisted)} not listed`,
    ],
    [
      'Numbers to stop',
      (stop.isCapped ? 'over ' : '') + number(stop.numbers),
      `in ${counted(stop.failures, 'failure')}`,
    ],
    ['Worth a retry', number(retry.once + retry.later), `${number(retry.once)} once, ${number(retry.later)} later`],
    ['Not failures', number(notRead), `${number(fine)} fine, ${number(unclear)} unclear`],
  ];
  return element(
    'dl',
    { class: 'totals' },
    ...cells.map(([label, value, note]) =>
      element('div', {}, element('dt', {}, label), element('dd', {}, value), element('dd', { class: 'soft' }, note)),
    ),
    withoutCode > 0 &&
      element(
        'div',
        { class: 'totals-more' },
        element('dt', { class: 'sr' }, 'Failed without a code'),
        element('dd', { class: 'soft' }, `${counted(withoutCode, 'message')} failed without a code.`),
      ),
  );
}

const lists: Readonly<Partial<Record<Action, ListKind>>> = {
  stop: 'numbers-to-stop',
  change: 'to-change',
  retry: 'to-retry',
};

const deeds: Readonly<Record<Action, string>> = {
  stop: 'will not take your messages',
  change: 'to repair before they go out again',
  retry: 'may go through',
  leave: 'with no safe move',
};

/** What to do with the messages: stop, change, retry, leave, each with the list that goes with it. */
export function renderActions(
  summary: Summary,
  onList: (list: ListKind, button: HTMLButtonElement) => void,
): HTMLElement {
  return element(
    'ol',
    { class: 'actions' },
    ...summary.actions.map((group) => {
      const list = lists[group.action];
      const isOffered = list !== undefined && group.count > 0 && (group.action !== 'stop' || summary.stop.numbers > 0);
      return element(
        'li',
        {},
        element(
          'span',
          { class: `stamp ${group.action === 'stop' ? 'never' : group.action === 'leave' ? 'unknown' : ''}` },
          actionWords[group.action],
        ),
        element(
          'div',
          {},
          element('b', {}, amount(group, summary)),
          ` ${deeds[group.action]}`,
          element('small', {}, parts(group, summary)),
        ),
        isOffered && listButton(list, onList),
      );
    }),
  );
}

/** Numbers are stopped, messages are changed and sent again. */
function amount({ action, count }: ActionGroup, { stop }: Summary): string {
  if (action !== 'stop' || (stop.numbers === 0 && stop.withoutNumber > 0))
    return `${number(count)} ${count === 1 ? 'message' : 'messages'}`;
  return `${stop.isCapped ? 'Over ' : ''}${number(stop.numbers)} ${stop.numbers === 1 ? 'number' : 'numbers'}`;
}

const mostParts = 4;

function parts({ action, parts: all }: ActionGroup, { stop }: Summary): string {
  if (all.length === 0) return 'None';
  const shown = all
    .slice(0, mostParts)
    .map(({ heading, count, retry }) => `${heading} ${number(count)}${action === 'retry' ? `: ${retry}` : ''}`);
  const more = all.slice(mostParts).reduce((sum, { count }) => sum + count, 0);
  const nameless =
    action === 'stop' && stop.withoutNumber > 0 ? `. ${counted(stop.withoutNumber, 'failure')} without a number` : '';
  return [...shown, ...(more > 0 ? [`others ${number(more)}`] : [])].join(', ') + nameless;
}

/** A button that saves a list as a file. */
export function listButton(
  list: ListKind,
  onList: (list: ListKind, button: HTMLButtonElement) => void,
  words = `${list}.csv`,
): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'button' }, spriteIcon('down'), element('span', {}, words));
  button.addEventListener('click', () => onList(list, button));
  return button;
}

/** The route with all messages on it: the track gets thinner where they stop. */
export function renderFlow(flow: readonly FlowStep[], left: number): HTMLElement {
  const [sender, ...others] = flow;
  return element(
    'ol',
    { class: 'flow', 'aria-label': 'Where the messages stopped' },
    sender &&
      flowItem(
        {
          ...sender,
          words: sender.count > 0 ? `${number(sender.count)} of them stopped on your side` : 'to deliver',
          count: left,
        },
        'start',
        others,
      ),
    ...others.map((step) =>
      flowItem(step, step.is === 'unknown' ? 'apart' : step.is === 'handset' ? 'end' : 'stop', others),
    ),
  );
}

function flowItem(
  { is, words, count, onward, isLargest }: FlowStep,
  place: 'start' | 'stop' | 'end' | 'apart',
  all: readonly FlowStep[],
): HTMLElement {
  const ring =
    place === 'start' || count === 0
      ? undefined
      : spriteIcon(is === 'unknown' ? 'postmark-ring-unknown' : 'postmark-ring', 'ring');
  const item = element(
    'li',
    { class: [place, isLargest && 'largest', onward === 0 && 'ended'].filter(Boolean).join(' ') },
    ring,
    element('b', {}, number(count)),
    words,
  );
  if (all.length > 0) item.style.setProperty('--onward', onward.toFixed(3));
  return item;
}

/** A chart as the table that it is: label, count, part of all, and a bar below, the longest for `most`. */
export function renderBars(
  caption: string,
  bars: readonly Bar[],
  mark: (bar: Bar) => Node | string = ({ label }) => label,
  hueOf: (bar: Bar) => string = () => '',
  most = Math.max(...bars.map(({ count }) => count), 1),
): HTMLElement {
  const rows = bars.map((entry) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, mark(entry)),
      element('td', { class: 'number' }, number(entry.count)),
      element('td', { class: 'number soft' }, percent(entry.share)),
      element('td', { class: 'track', 'aria-hidden': 'true' }, bar(entry.count / most, hueOf(entry))),
    ),
  );
  return element(
    'table',
    { class: 'chart' },
    element('caption', {}, caption),
    element(
      'thead',
      { class: 'sr' },
      element(
        'tr',
        {},
        ...['', 'Failures', 'Share', ''].map((head, index) =>
          head === ''
            ? element('td', index === 3 ? { 'aria-hidden': 'true' } : {})
            : element('th', { scope: 'col' }, head),
        ),
      ),
    ),
    element('tbody', {}, ...rows),
  );
}

/** Causes, of which there can be forty: the largest, and the others for who asks. */
export function renderCauses(bars: readonly Bar[]): HTMLElement {
  const others = bars.slice(mostCauses);
  return element(
    'div',
    {},
    renderBars('By cause', bars.slice(0, mostCauses)),
    others.length > 0 &&
      element(
        'details',
        { class: 'small' },
        element('summary', {}, others.length === 1 ? 'One more cause' : `${others.length} more causes`),
        renderBars('Other causes', others, undefined, undefined, bars[0]?.count),
      ),
  );
}

const mostCauses = 12;

/** Failures over time as bars side by side, with the table they are drawn from. */
export function renderTimes(times: Summary['overTime']): HTMLElement {
  const most = Math.max(...times.map(({ count }) => count), 1);
  const columns = times.map(({ label, count }) => {
    const bar = element('i', { title: `${label}: ${number(count)}` });
    bar.style.height = `${((count / most) * 100).toFixed(1)}%`;
    return bar;
  });
  const first = times[0]?.label ?? '';
  const last = times.at(-1)?.label ?? '';
  return element(
    'figure',
    { class: 'times' },
    element('div', { class: 'columns-chart', 'aria-hidden': 'true' }, ...columns),
    element(
      'figcaption',
      { class: 'small soft' },
      element('span', {}, first),
      element('span', {}, `at most ${number(most)}`),
      element('span', {}, last),
    ),
    element(
      'details',
      { class: 'small' },
      element('summary', {}, 'As a table'),
      element(
        'table',
        { class: 'table times-table' },
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            element('th', { scope: 'col' }, 'From'),
            element('th', { scope: 'col', class: 'number' }, 'Failures'),
          ),
        ),
        element(
          'tbody',
          {},
          ...times.map(({ label, count }) =>
            element(
              'tr',
              {},
              element('th', { scope: 'row' }, label),
              element('td', { class: 'number' }, number(count)),
            ),
          ),
        ),
      ),
    ),
  );
}
