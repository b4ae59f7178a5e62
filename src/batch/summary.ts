import type { Action } from '#catalog';
import type { Finding } from '#decoder';
import type { Responsible, Stopped, Verdict } from '#schema';
import { retryWords, whoseMove } from '#site/wording';
import { bucketsOf, type Bucket } from './event-time.ts';
import type { Judge, Judged } from './judged.ts';
import type { Outcome } from './outcome.ts';

/** A bar of a chart: how many failures, and which part of all. */
export interface Bar<Value extends string = string> {
  readonly is: Value;
  readonly label: string;
  readonly count: number;
  /** 0 to 1. */
  readonly share: number;
}

/** What to do with a part of the messages. */
export interface ActionGroup {
  readonly action: Action;
  /** Failed messages. */
  readonly count: number;
  /** Causes in it, the largest first. */
  readonly parts: readonly { readonly heading: string; readonly count: number; readonly retry: Verdict }[];
}

export interface Summary {
  /** Failures that were counted, and all messages that the input tells of; the same where it tells of none. */
  readonly failures: number;
  readonly messages: number;
  readonly codes: number;
  readonly unlisted: number;
  readonly stop: {
    readonly numbers: number;
    readonly isCapped: boolean;
    readonly failures: number;
    readonly withoutNumber: number;
  };
  readonly retry: { readonly once: number; readonly later: number };
  readonly fine: number;
  readonly unclear: number;
  readonly withoutCode: number;
  /** Always all four, in the order of urgency. */
  readonly actions: readonly ActionGroup[];
  /** Messages under way to each station and those that stopped there. */
  readonly flow: readonly FlowStep[];
  readonly byCause: readonly Bar[];
  readonly byMove: readonly Bar<Responsible>[];
  readonly byRetry: readonly Bar<Verdict>[];
  readonly billed: readonly Bar<'yes' | 'no' | 'unknown'>[];
  readonly overTime: readonly Bucket[];
}

export interface FlowStep {
  readonly is: Stopped;
  readonly words: string;
  readonly count: number;
  /** Messages still under way after this station, as a part of those that left; 0 to 1. */
  readonly onward: number;
  /** Most messages stopped here. */
  readonly isLargest: boolean;
}

interface Counted {
  readonly finding: Finding;
  readonly explained: Judged;
  readonly count: number;
}

const actions: readonly Action[] = ['stop', 'change', 'retry', 'leave'];

/** Everything that the summary of a batch shows. Patterns and suggestions are no failures and are left out. */
export function summarize({ report, tally }: Outcome, judge: Judge): Summary {
  const all = report.findings.flatMap((finding): Counted[] => {
    const explained = finding.pattern ? undefined : judge.explain(finding.set, finding.code);
    return explained ? [{ finding, explained, count: finding.count }] : [];
  });
  const { fine, unclear, failed } = report.events;
  const coded = total(all);
  const failures = Math.max(failed, coded + tally.withoutCode);
  return {
    failures,
    messages: Math.max(failed + fine + unclear, failures),
    codes: all.length,
    unlisted: all.filter(({ explained }) => explained.kind === 'unlisted').length,
    stop: {
      numbers: tally.numbersToStop,
      isCapped: tally.isNumbersCapped,
      failures: total(all.filter(({ explained }) => explained.action === 'stop')),
      withoutNumber: tally.stopWithoutNumber,
    },
    retry: { once: total(withRetry(all, 'once')), later: total(withRetry(all, 'later')) },
    fine,
    unclear,
    withoutCode: tally.withoutCode,
    actions: actions.map((action) => actionGroup(action, all, tally.withoutCode)),
    flow: flowOf(all),
    byCause: bars(
      all,
      ({ explained }) => explained.cause?.id ?? 'unlisted',
      ({ explained }) => explained.cause?.heading ?? 'Not listed',
      coded,
    ),
    byMove: bars(
      all,
      ({ explained }) => explained.responsible,
      ({ explained }) => moveLabel(explained, all),
      coded,
    ),
    byRetry: bars(
      all,
      ({ explained }) => explained.retry,
      ({ explained }) => retryWords[explained.retry],
      coded,
    ),
    billed: bars(all, billedOf, (counted) => billedLabels[billedOf(counted)], coded),
    overTime: bucketsOf(tally.hours),
  };
}

const total = (all: readonly Counted[]): number => all.reduce((sum, { count }) => sum + count, 0);

/** Of those that the rule says to try again, the ones with this verdict: a stop outweighs a retry. */
const withRetry = (all: readonly Counted[], verdict: Verdict): Counted[] =>
  all.filter(({ explained }) => explained.action === 'retry' && explained.retry === verdict);

function actionGroup(action: Action, all: readonly Counted[], withoutCode: number): ActionGroup {
  const own = all.filter(({ explained }) => explained.action === action);
  const parts = new Map<string, { heading: string; count: number; retry: Verdict }>();
  for (const { explained, count } of own) {
    const heading = explained.kind === 'unlisted' ? 'Not listed' : explained.heading;
    const before = parts.get(heading);
    parts.set(heading, { heading, retry: explained.retry, count: (before?.count ?? 0) + count });
  }
  if (action === 'leave' && withoutCode > 0)
    parts.set('Without a code', { heading: 'Without a code', retry: 'unknown', count: withoutCode });
  const sorted = [...parts.values()].sort((a, b) => b.count - a.count);
  return { action, count: sorted.reduce((sum, { count }) => sum + count, 0), parts: sorted };
}

const stops = ['sender', 'provider', 'carrier', 'handset', 'unknown'] as const;
const commonPlaces = {
  sender: 'on your side',
  provider: 'at the provider',
  carrier: 'at the carrier',
  handset: 'at the handset',
} as const;

/** The way of all messages. What stopped at a place that nobody names stands apart and is not under way anywhere. */
function flowOf(all: readonly Counted[]): FlowStep[] {
  const [first] = all;
  const isOneSet = all.every(({ finding }) => finding.set === first?.finding.set);
  const places = (isOneSet && first?.explained.set.places) || commonPlaces;
  const count = (stop: Stopped) => total(all.filter(({ explained }) => explained.stopped === stop));
  const whole = total(all);
  const counts = stops.map(count);
  const largest = Math.max(...counts.slice(0, 4));
  let underWay = whole - (counts[4] ?? 0);
  return stops.map((is, index) => {
    const own = counts[index] ?? 0;
    if (is !== 'unknown') underWay -= own;
    const words = is === 'unknown' ? 'not known' : `stopped ${places[is]}`;
    return {
      is,
      words,
      count: own,
      onward: is === 'unknown' || whole === 0 ? 0 : underWay / whole,
      isLargest: own > 0 && own === largest && is !== 'unknown',
    };
  });
}

function bars<Value extends string>(
  all: readonly Counted[],
  valueOf: (counted: Counted) => Value,
  labelOf: (counted: Counted) => string,
  whole: number,
): Bar<Value>[] {
  const counts = new Map<Value, { label: string; count: number }>();
  for (const counted of all) {
    const is = valueOf(counted);
    const before = counts.get(is);
    counts.set(is, { label: labelOf(counted), count: (before?.count ?? 0) + counted.count });
  }
  return [...counts]
    .map(([is, { label, count }]) => ({ is, label, count, share: whole === 0 ? 0 : count / whole }))
    .sort((a, b) => b.count - a.count || Number(isUnknown(a.is)) - Number(isUnknown(b.is)));
}

const isUnknown = (is: string): boolean => is === 'unknown' || is === 'unlisted';

/** The name of the one who must act; the common noun where several providers are in it. */
function moveLabel({ responsible, set }: Judged, all: readonly Counted[]): string {
  const isOne = all.every(
    ({ explained }) => whoseMove(responsible, explained.set.stations) === whoseMove(responsible, set.stations),
  );
  if (isOne) return whoseMove(responsible, set.stations);
  return responsible === 'provider' ? 'Provider' : 'Carrier';
}

const billedLabels = { yes: 'Billed', no: 'Not billed', unknown: 'Not stated' } as const;

const billedOf = ({ explained }: Counted): 'yes' | 'no' | 'unknown' =>
  explained.billed === undefined ? 'unknown' : explained.billed ? 'yes' : 'no';

/** `27%`, `0.8%`: below one per cent with one decimal. */
export function percent(share: number): string {
  const value = share * 100;
  if (value === 0) return '0%';
  if (value < 0.1) return '<0.1%';
  return value < 1 ? `${value.toFixed(1)}%` : `${Math.round(value)}%`;
}
