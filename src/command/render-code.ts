import { retryWords, stoppedAt, whoseMove, actionWords, type Stations } from '#site/wording';
import type { Responsible, Stopped, Verdict } from '#schema';
import type { ExplainedCode, ExplainedDigits, ExplainedSet, Statement, Told } from '#package/explained';
import { wrap, type Style } from './style.ts';

/** How answers are written for people. */
export interface Page {
  readonly style: Style;
  /** Columns. */
  readonly width: number;
  readonly sets: readonly ExplainedSet[];
}

/** All that matters of a code: verdict first, then what happened and what to do. */
export function renderCode(code: ExplainedCode, page: Page, note = ''): string {
  const { style, width } = page;
  const labels = [code.title, code.name].filter((label) => label !== null).join(' · ');
  return lines([
    headline(code.ref, code.heading, note, style),
    verdicts(code, page),
    labels && style.dim(wrap(labels, width, '  ')),
    code.status === 'removed' && '  No longer listed by the vendor.',
    wrap(plainText(code.summary), width, '  '),
    ...code.steps.map((step, index) => wrap(plainText(step), width, `  ${index + 1}. `)),
    code.customer && style.dim(wrap(`Tell the customer: ${code.customer}`, width, '  ')),
  ]);
}

/** A code without an entry: that it has none, and what its digits say. */
export function renderDigits({ set, code, digits, family }: ExplainedDigits, page: Page, note = ''): string {
  const { style, width } = page;
  return lines([
    headline(`${set}/${code}`, 'Not listed', note, style),
    '  No list that we know has this code. What its digits say:',
    ...digits.map(({ digits: group, asks, heading }) =>
      wrap(`${asks}: ${heading ?? 'nothing is published'}`, width, `  ${group.padEnd(3)} `),
    ),
    family && wrap(`${family.id} ${family.heading}. ${plainText(family.summary)}`, width, '  '),
    !family && '  The code lies in no documented family.',
  ]);
}

/** A pattern such as 47xx: the family with its codes. */
export function renderFamily({ set, code, family }: ExplainedDigits, { style, width, sets }: Page, note = ''): string {
  const codes = sets.find(({ id }) => id === set)?.codes.filter((one) => family?.codes.includes(one.code)) ?? [];
  return lines([
    headline(`${set}/${code}`, family?.heading ?? 'No such family', note, style),
    family && wrap(plainText(family.summary), width, '  '),
    ...codes.map((one) => `  ${one.code.padEnd(8)}${one.heading}`),
  ]);
}

function headline(ref: string, heading: string, note: string, { bold, red, dim }: Style): string {
  return `${red(ref)}  ${bold(heading)}${note && `  ${dim(note)}`}`;
}

/** The four answers in a line. What is our reading has a tilde. */
function verdicts({ set, responsible, retry, stopped, billed, action }: ExplainedCode, { sets, style }: Page): string {
  const stations = stationsOf(set, sets);
  const cells = [
    ['Move', cell(responsible, (value: Responsible) => whoseMove(value, stations))],
    ['Retry', cell(retry, (value: Verdict) => retryWords[value])],
    ['Stopped', cell(stopped, (value: Stopped) => stoppedAt(value, stations))],
    ['Billed', billed === null ? 'not stated' : cell(billed, (value: boolean) => (value ? 'yes' : 'no'))],
    ['In a batch', actionWords[action].toLowerCase()],
  ];
  return `  ${cells.map(([label, value]) => `${style.dim(`${label}:`)} ${value}`).join('   ')}`;
}

const cell = <Value>(told: Told<Value>, wording: (value: Value) => string): string =>
  `${told.basis === 'inferred' ? '~' : ''}${wording(told.value)}`;

function stationsOf(id: string, sets: readonly ExplainedSet[]): Stations {
  const stations = sets.find((set) => set.id === id)?.stations;
  return stations
    ? [stations.sender, stations.provider, stations.carrier, stations.handset]
    : ['You', 'Provider', 'Carrier', 'Handset'];
}

/** Said once below answers that have a tilde. */
export const tildeNote = '~ our reading; without it a source states it';

const plainText = ({ text }: Statement): string => text.replaceAll('`', '');

const lines = (all: readonly (string | false | null | undefined)[]): string =>
  `${all.filter((line) => line).join('\n')}\n`;
