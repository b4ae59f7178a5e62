import type { Action } from '#catalog';
import type { MessageEvent } from '#decoder';
import { hourOf } from './event-time.ts';
import type { Judge } from './judged.ts';
import { NumberSet } from './number-set.ts';

/** What was counted message by message, beyond what the report counts by code. */
export interface Tally {
  /** Distinct recipients of messages whose number belongs on the suppression list. */
  readonly numbersToStop: number;
  /** There were more; counting ended at the number above. */
  readonly isNumbersCapped: boolean;
  /** Failures to stop whose record names no recipient. */
  readonly stopWithoutNumber: number;
  /** Failed messages that state no code. */
  readonly withoutCode: number;
  /** Failures by hour since 1970; hours without any are left out. */
  readonly hours: readonly (readonly [hour: number, count: number])[];
}

export const emptyTally: Tally = {
  numbersToStop: 0,
  isNumbersCapped: false,
  stopWithoutNumber: 0,
  withoutCode: 0,
  hours: [],
};

/** Ten years of hours: times beyond that come from broken clocks. */
const mostHours = 87_600;

/** Counts events as the decoder hands them over. Bounded memory, see NumberSet. */
export function createTally(judge: Judge): { take(event: MessageEvent): void; result(): Tally } {
  const numbers = new NumberSet();
  const hours = new Map<number, number>();
  let stopWithoutNumber = 0;
  let withoutCode = 0;
  return {
    take(event) {
      if (event.outcome !== 'failed') return;
      if (event.codes.length === 0) withoutCode += 1;
      if (actionOf(event, judge) === 'stop') {
        if (event.recipient) numbers.add(event.recipient);
        else stopWithoutNumber += 1;
      }
      const hour = hourOf(event.time);
      if (hour !== undefined && (hours.has(hour) || hours.size < mostHours))
        hours.set(hour, (hours.get(hour) ?? 0) + 1);
    },
    result: () => ({
      numbersToStop: numbers.size,
      isNumbersCapped: numbers.isFull,
      stopWithoutNumber,
      withoutCode,
      hours: [...hours],
    }),
  };
}

/** What to do with a failed message: what its first code says. Without a code nobody knows. */
export function actionOf(event: MessageEvent, judge: Judge): Action {
  const [first] = event.codes;
  return (first && judge.explain(first.set, first.code)?.action) ?? 'leave';
}
