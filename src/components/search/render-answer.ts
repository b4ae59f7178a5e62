import type { Answer, Result, ResultGroup } from '#search';
import { anyStations, moveSentence, retrySentences, stoppedAt } from '#site/wording';
import { digitBoxes } from '../browser/digit-boxes.ts';
import { element } from '../browser/element.ts';
import { icon, smallRoute } from './icons.ts';
import type { FullTextHit } from './full-text.ts';
import { addressOf, kindWords } from './wording.ts';

/** What the list shows: an answer, with what is said of codes that do not exist, and pages that the text engine adds. */
export interface Shown {
  readonly answer: Answer;
  readonly missing: readonly HTMLElement[];
  readonly fullText: readonly FullTextHit[];
  readonly base: string;
}

/** The list of results: groups of options, after a word about codes that do not exist. */
export function renderAnswer({ answer, missing, fullText, base }: Shown): Node[] {
  let number = 0;
  const nextId = () => `search-option-${number++}`;
  const groups = answer.groups.map((group) => renderGroup(group, base, nextId));
  const listed = new Set(answer.groups.flatMap(({ results }) => results.map((result) => addressOf(result, base))));
  const more = fullText.filter(({ url }) => !listed.has(url));
  return [
    ...missing,
    ...answer.namesakes.map(({ number: digits, namesake }) =>
      element(
        'section',
        { class: 'aside' },
        element('h2', {}, 'Another numbering'),
        element('p', {}, `${digits} stands in ${namesake.numbering}. ${namesake.says}`),
      ),
    ),
    ...groups,
    ...(more.length > 0 ? [renderFullText(more, nextId)] : []),
  ];
}

function renderGroup({ cause, results }: ResultGroup, base: string, nextId: () => string): HTMLElement {
  const head = cause === undefined ? undefined : results.find((result) => result.kind === 'cause');
  const label = head?.heading;
  const options = results.map((result) => renderOption(result, base, nextId()));
  return element('div', { role: 'group', class: 'group', 'aria-label': label ?? 'Results' }, ...options);
}

function renderOption(result: Result, base: string, id: string): HTMLAnchorElement {
  const row = renderRow(result, base);
  row.id = id;
  row.setAttribute('role', 'option');
  row.setAttribute('aria-selected', 'false');
  row.dataset['ref'] = result.ref;
  row.dataset['kind'] = result.kind;
  return row;
}

/** A result as a row: code, heading with its verdict, set with the way of the message. */
export function renderRow(result: Result, base: string): HTMLAnchorElement {
  const { set, code } = result;
  const heading = element('span', { class: 'heading' }, ...headingOf(result));
  const details: (Node | string)[] = [];
  if (result.verdict) {
    const { responsible, retry } = result.verdict;
    details.push(
      // A list of several sets: who must act is told at a glance where it is called the same in all of them.
      verdict(responsible, moveSentence(responsible, anyStations), true),
      verdict(retry, retrySentences[retry], false),
    );
  }
  if (code) {
    details.push(
      ...(code.removed ? [element('span', { class: 'ours' }, 'removed from the list')] : []),
      ...(result.why === 'short form' ? [element('span', { class: 'ours' }, 'three-digit form')] : []),
    );
  } else {
    details.push(element('span', {}, detailOf(result)));
  }
  return element(
    'a',
    { href: addressOf(result, base), class: `option ${result.kind}` },
    code && set
      ? digitBoxes(
          code.code,
          set.groups?.map(({ digits }) => digits),
        )
      : element('span', { class: 'kind' }, labelOf(result)),
    element('span', { class: 'what' }, heading, element('span', { class: 'details' }, ...details)),
    set &&
      element(
        'span',
        { class: 'where' },
        element('span', {}, set.name),
        code && element('span', { class: 'stop' }, smallRoute(code.stopped), stoppedAt(code.stopped, set.stations)),
      ),
  );
}

const headingOf = ({ heading, parts }: Result): (Node | string)[] =>
  parts?.map(({ text, isMarked }) => (isMarked ? element('mark', {}, text) : text)) ?? [heading];

const labelOf = (result: Result): string =>
  result.kind === 'family' ? (result.ref.split('/')[1] ?? '') : kindWords[result.kind];

function detailOf(result: Result): string {
  if (result.kind === 'cause') return 'with its codes in every set';
  if (result.kind === 'family') return 'All codes of this family';
  return result.kind === 'set' ? 'How its failures reach you, and every code' : 'Guide';
}

/** A verdict as icon and words; whose move it is has the hue of the one who must act. */
export const verdict = (name: Parameters<typeof icon>[0], words: string, isMove: boolean): HTMLElement =>
  element('span', { class: isMove ? `verdict ${name}` : 'verdict' }, icon(name), words);

const renderFullText = (hits: readonly FullTextHit[], nextId: () => string): HTMLElement =>
  element(
    'div',
    { role: 'group', class: 'group', 'aria-label': 'In the text of' },
    element('p', { class: 'caption', role: 'presentation' }, 'In the text of'),
    ...hits.map(({ url, title }) =>
      element(
        'a',
        { id: nextId(), role: 'option', href: url, class: 'option text', 'aria-selected': 'false' },
        element('span', { class: 'kind' }, 'Page'),
        element('span', { class: 'what' }, element('span', { class: 'heading' }, title)),
      ),
    ),
  );
