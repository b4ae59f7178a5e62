import css from './missing.css?inline';
import type { Stopped } from '#schema';
import { codeResult, type MissingCode, type SearchSet } from '#search';
import { paths, withBase } from '#site/urls';
import { anyStations, moveSentence, stoppedAt } from '#site/wording';
import { digitBoxes } from '../browser/digit-boxes.ts';
import { element } from '../browser/element.ts';
import { adoptStyles } from './adopt-styles.ts';
import { smallRoute } from './icons.ts';
import { renderRow, verdict } from './render-answer.ts';

adoptStyles(css);

/**
 * What is said of codes that do not exist. Loaded with the first of them, since most people type one that does. One
 * section for each number and set; numbers that no scheme reads share one.
 */
export function renderMissing(missing: readonly MissingCode[], base: string): HTMLElement[] {
  const read = missing.filter(({ digits }) => digits.length > 0);
  const unread = missing.filter(({ digits }) => digits.length === 0);
  return [
    ...read.map((one) => renderRead(one, base)),
    ...[...new Set(unread.map(({ code }) => code))].map((code) =>
      renderUnread(
        code,
        unread.filter((other) => other.code === code),
        base,
      ),
    ),
  ];
}

function renderUnread(code: string, missing: readonly MissingCode[], base: string): HTMLElement {
  const names = missing.map(({ set }) => set.name);
  const says =
    names.length === 1 ? `${names[0] ?? ''} lists no ${code}.` : `Neither ${names.join(' nor ')} lists ${code}.`;
  return element(
    'section',
    { class: 'missing' },
    element('h2', {}, 'No such code.'),
    element('p', {}, says),
    ...missing.flatMap(({ set, neighbours }) => renderNeighbours(set, neighbours, base)),
    element(
      'p',
      { class: 'near' },
      ...missing.flatMap(({ set }, index) => [
        index > 0 ? ' · ' : '',
        chromeLink(withBase(paths.set(set.id), base), `How a ${set.name} code reads`),
      ]),
    ),
  );
}

function renderRead({ code, set, digits, family, neighbours }: MissingCode, base: string): HTMLElement {
  const unread = digits.map((group, index) => group.heading === undefined || index === digits.length - 1);
  return element(
    'section',
    { class: 'missing' },
    element('h2', {}, 'No such code.'),
    element('p', {}, `${set.name} lists no ${code}. Its digits still tell you this much:`),
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
          element(
            'li',
            unread[index] ? { class: 'unread' } : {},
            element('b', {}, group.digits),
            readingOf(group.heading, index === digits.length - 1),
          ),
        ),
      ),
    ),
    family &&
      element(
        'p',
        { class: 'by-digits' },
        element('span', { class: 'stop' }, smallRoute(family.stopped), stopWords(set, family.stopped)),
        verdict(family.responsible, moveSentence(family.responsible, anyStations), true),
        element('span', { class: 'ours' }, 'our reading of the digits'),
      ),
    ...renderNeighbours(set, neighbours, base),
    element(
      'p',
      { class: 'near' },
      family && chromeLink(withBase(paths.family(set.id, family.id), base), `All of ${family.id}, ${family.heading}`),
      family && ' · ',
      chromeLink(withBase(paths.set(set.id), base), `How a ${set.name} code reads`),
    ),
  );
}

/** Listed codes that are close, as rows like results. They answer another number, so they are no results. */
function renderNeighbours(set: SearchSet, neighbours: MissingCode['neighbours'], base: string): HTMLElement[] {
  if (neighbours.length === 0) return [];
  const rows = neighbours.map((card) => {
    const row = renderRow(codeResult(set, card, 'prefix'), base);
    row.dataset['searchChrome'] = '';
    return row;
  });
  return [element('div', { class: 'group' }, element('p', { class: 'caption' }, 'Listed, and close'), ...rows)];
}

const stopWords = (set: SearchSet, stopped: Stopped): string =>
  stopped === 'unknown' ? 'Where it stops is not known' : `Stops at: ${stoppedAt(stopped, set.stations)}`;

const chromeLink = (address: string, words: string): HTMLElement =>
  element('a', { href: address, 'data-search-chrome': true }, words);

function readingOf(heading: string | undefined, isLast: boolean): string {
  if (heading === undefined) return 'no published meaning';
  return isLast ? 'not assigned in any edition we have read' : heading;
}
