import type { Finding, Place } from '#decoder';
import { href, paths } from '#site/urls';
import { digitBoxes } from '../browser/digit-boxes.ts';
import { element } from '../browser/element.ts';
import { phraseNodes, phraseOf, type Phrase } from '../browser/phrase.ts';
import type { Explained, Explainer } from './explainer.ts';
import {
  distinctPlaces,
  doubtPhrase,
  isTwofold,
  layersOf,
  lineWords,
  reasonPhrase,
  sourcePhrase,
  times,
} from './finding-words.ts';
import { moveOf, ours, retryStamp, stoppedMark } from './marks.ts';

/** What the findings of one result share. */
export interface ReportContext {
  readonly explainer: Explainer;
  readonly files: readonly string[];
  /** Shows a place in the field; undefined where the field does not hold the place. */
  readonly showPlace: (place: Place) => (() => void) | undefined;
}

/** Attributes by which tests, styles and other scripts know a finding. */
export const findingAttributes = ({
  set,
  code,
  known,
  count,
  sources,
}: Finding): Record<string, string | undefined> => ({
  'data-finding': '',
  'data-set': set,
  'data-code': code,
  'data-known': String(known),
  'data-count': String(count),
  'data-source-name': sources[0]?.name,
  'data-source-code': sources[0]?.code,
});

/** The digits of a finding in boxes; those that nothing explains are dashed. */
export function findingDigits({ code, set, kind, reading }: Explained): HTMLElement {
  const lengths = set.groups?.map(({ digits }) => digits);
  if (kind === 'pattern') {
    const given = code.replace(/x+$/, '').length;
    return digitBoxes(code, [given, code.length - given], [false, true]);
  }
  const open =
    kind === 'unlisted' ? (reading.length > 0 ? reading.map(({ heading }) => heading === undefined) : [true]) : [];
  return digitBoxes(code, lengths, open);
}

/** A finding in full: what it means, whose move it is, what to do, and where it was read. */
export function renderFinding(finding: Finding, explained: Explained, context: ReportContext): HTMLElement {
  const doubt = doubtPhrase(finding.doubt, context.explainer);
  return element(
    'article',
    { class: 'finding', ...findingAttributes(finding) },
    element('div', { class: 'finding-code' }, findingDigits(explained), element('small', {}, explained.set.name)),
    element(
      'div',
      {},
      element('h3', {}, explained.href ? element('a', { href: explained.href }, explained.heading) : explained.heading),
      explained.status === 'removed' &&
        element('p', {}, element('span', { class: 'tag' }, 'Removed'), ' The vendor does not list this code any more.'),
      element(
        'p',
        {},
        ...phraseNodes(phraseOf(explained.summary)),
        explained.reading.length > 0 && ' Its first digits still say something:',
      ),
      explained.reading.length > 0 && renderReading(explained),
      element(
        'div',
        { class: 'finding-verdict' },
        stoppedMark(explained),
        moveOf(explained.responsible, explained.set),
        retryStamp(explained.retry, explained.isInferred('retry')),
        explained.kind === 'unlisted' ? ours('our reading of the digits') : explained.isInferred('retry') && ours(),
      ),
      explained.step !== undefined &&
        element('p', {}, element('b', {}, 'Do this: '), ...phraseNodes(phraseOf(explained.step))),
      explained.kind === 'pattern' && renderMembers(explained),
      renderSources(finding, context.explainer),
      doubt && isTwofold(finding) && element('p', { class: 'doubt' }, ...phraseNodes(doubt)),
      renderEvidence(finding, explained, context, doubt && !isTwofold(finding) ? [' ', ...doubt] : []),
    ),
  );
}

const renderReading = ({ reading }: Explained): HTMLElement =>
  element(
    'dl',
    { class: 'reading' },
    ...reading.map(({ digits, heading }) =>
      element(
        'div',
        heading === undefined ? { class: 'soft' } : {},
        element('dt', {}, digits),
        element('dd', {}, heading ?? 'No published meaning'),
      ),
    ),
  );

/** The codes of a family as plain links: they explain the pattern and are no findings. */
const renderMembers = ({ neighbours, set }: Explained): HTMLElement =>
  element(
    'ul',
    { class: 'members small' },
    ...neighbours.map(({ code, heading }) =>
      element('li', {}, element('a', { href: linkTo(set.id, code) }, code), heading),
    ),
  );

function renderSources({ sources, count }: Finding, explainer: Explainer): HTMLElement | false {
  if (sources.length === 0) return false;
  const [first] = sources;
  const label = element('b', {}, sources.length === 1 ? 'The platform says: ' : 'The platforms say: ');
  if (first && sources.length === 1)
    return element('p', { class: 'sources' }, label, ...phraseNodes(sourcePhrase(first, explainer, 1)));
  return element(
    'div',
    { class: 'sources' },
    label,
    element(
      'ul',
      { class: 'bullets' },
      ...sources.map((source) => element('li', {}, ...phraseNodes(sourcePhrase(source, explainer, count)))),
    ),
  );
}

const mostLines = 5;

/** How often, where, and why it was taken for a code. */
function renderEvidence(finding: Finding, explained: Explained, context: ReportContext, caution: Phrase): HTMLElement {
  const places = distinctPlaces(finding, mostLines);
  const [first] = places;
  const lines = places.flatMap((place) => [', ', placeLink(place, context)]);
  const isCut = finding.count > places.length && places.length > 0;
  const layers = first && layersOf(first);
  const near = explained.kind === 'unlisted' ? explained.neighbours : [];
  if (!first) return element('p', { class: 'evidence' }, 'Read from the link.', ...nearNodes(near, explained.set.id));
  return element(
    'p',
    { class: 'evidence' },
    times(finding.count),
    ...lines,
    isCut && places.length >= mostLines && ' …',
    '. ',
    ...phraseNodes(reasonPhrase(finding.reason, first)),
    layers ? `, inside ${layers}.` : '.',
    ...phraseNodes(caution),
    ...nearNodes(near, explained.set.id),
  );
}

function placeLink(place: Place, { showPlace, files }: ReportContext): HTMLElement | string {
  const words = lineWords(place, files);
  const show = showPlace(place);
  if (!show) return words;
  const button = element(
    'button',
    { type: 'button', class: 'link', 'aria-label': `Show ${words} in the field` },
    words,
  );
  button.addEventListener('click', show);
  return button;
}

const nearNodes = (near: Explained['neighbours'], set: string): (Node | string)[] =>
  near.length === 0
    ? []
    : [
        ' Near it: ',
        ...near.flatMap(({ code, heading }, index) => [
          index === 0 ? '' : ', ',
          element('a', { href: linkTo(set, code), title: heading }, code),
        ]),
        '.',
      ];

const linkTo = (set: string, code: string): string => href(paths.code(set, code));
