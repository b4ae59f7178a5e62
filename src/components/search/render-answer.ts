import { fold, wordsOf, type Answer, type MissingCode, type Result, type ResultGroup } from '#search';
import { digitBoxes } from '../browser/digit-boxes.ts';
import { element } from '../browser/element.ts';
import { icon, smallRoute } from './icons.ts';
import type { FullTextHit } from './load-index.ts';
import { kindWords, moveWords, pathOf, retryWords, stationName } from './wording.ts';

/** What the list shows: an answer, with pages that the text engine adds. */
export interface Shown {
  readonly answer: Answer;
  readonly fullText: readonly FullTextHit[];
  readonly base: string;
}

/** The list of results: groups of options, after a word about codes that do not exist. */
export function renderAnswer({ answer, fullText, base }: Shown): Node[] {
  let number = 0;
  const nextId = () => `search-option-${number++}`;
  const groups = answer.groups.map((group) => renderGroup(group, base, nextId));
  const listed = new Set(answer.groups.flatMap(({ results }) => results.map((result) => base + pathOf(result))));
  const more = fullText.filter(({ url }) => !listed.has(url));
  return [
    ...answer.missing.map((missing) => renderMissing(missing, base)),
    ...answer.namesakes.map(({ number: digits, namesake }) =>
      element(
        'section',
        { class: 'aside' },
        element('h3', {}, 'Another numbering'),
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
  const { set, code } = result;
  const heading = element('span', { class: 'heading' }, ...marked(result.heading, result.matched));
  const details: (Node | string)[] = [];
  if (result.verdict) {
    const { responsible, retry } = result.verdict;
    details.push(verdict(responsible, moveWords[responsible], true), verdict(retry, retryWords[retry], false));
  }
  if (code) {
    details.push(
      ...(code.removed ? [element('span', { class: 'status' }, 'removed from the list')] : []),
      ...(result.why === 'short form' ? [element('span', { class: 'status' }, 'three-digit form')] : []),
    );
  } else {
    details.push(element('span', {}, detailOf(result)));
  }
  return element(
    'a',
    {
      id,
      role: 'option',
      href: base + pathOf(result),
      class: `option ${result.kind}`,
      'aria-selected': 'false',
      'data-ref': result.ref,
      'data-kind': result.kind,
    },
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
        code && element('span', { class: 'stop' }, smallRoute(code.stopped), stationName(set, code.stopped)),
      ),
  );
}

const labelOf = (result: Result): string =>
  result.kind === 'family' ? (result.ref.split('/')[1] ?? '') : kindWords[result.kind];

function detailOf(result: Result): string {
  if (result.kind === 'cause') return 'with its codes in every set';
  if (result.kind === 'family') return 'All codes of this family';
  return result.kind === 'set' ? 'How its failures reach you, and every code' : 'Guide';
}

const verdict = (name: Parameters<typeof icon>[0], words: string, isMove: boolean): HTMLElement =>
  element('span', { class: isMove ? `verdict ${name}` : 'verdict' }, icon(name), words);

/** Marks the words of a heading that the query asked for. */
function marked(text: string, matched: readonly string[]): (Node | string)[] {
  const wanted = new Set(matched.map(fold));
  return text
    .split(/(\s+)/)
    .map((part) => (wordsOf(part).some((word) => wanted.has(word)) ? element('mark', {}, part) : part));
}

function renderMissing({ code, set, digits, family, neighbours }: MissingCode, base: string): HTMLElement {
  const unread = digits.map((group, index) => group.heading === undefined || index === digits.length - 1);
  return element(
    'section',
    { class: 'missing' },
    element('h3', {}, 'No such code.'),
    element(
      'p',
      {},
      `${set.name} lists no ${code}.${digits.length > 0 ? ' Its digits still tell you this much:' : ''}`,
    ),
    digits.length > 0 &&
      element(
        'div',
        { class: 'reading' },
        digitBoxes(
          code,
          set.groups?.map((group) => group.digits),
          unread,
        ),
        element(
          'ul',
          {},
          ...digits.map((group, index) =>
            element('li', {}, element('b', {}, group.digits), readingOf(group.heading, index === digits.length - 1)),
          ),
        ),
      ),
    neighbours.length > 0 &&
      element(
        'p',
        { class: 'near' },
        'Listed, and close: ',
        ...neighbours.flatMap((near, index) => [
          index > 0 ? ', ' : '',
          element(
            'a',
            { href: `${base}${set.id}/${near.code}/`, 'data-search-chrome': true },
            `${near.code} ${near.heading}`,
          ),
        ]),
      ),
    element(
      'p',
      { class: 'near' },
      family &&
        element(
          'a',
          { href: `${base}${set.id}/${family.id}/`, 'data-search-chrome': true },
          `All of ${family.id}, ${family.heading}`,
        ),
      family && ' · ',
      element('a', { href: `${base}${set.id}/`, 'data-search-chrome': true }, `How a ${set.name} code reads`),
    ),
  );
}

function readingOf(heading: string | undefined, isLast: boolean): string {
  if (heading === undefined) return 'no published meaning';
  return isLast ? 'not assigned in any edition we have read' : heading;
}

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
