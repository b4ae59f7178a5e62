import type { Responsible, Verdict } from '#schema';
import type { Result, SearchSet } from '#search';

export const moveWords: Readonly<Record<Responsible, string>> = {
  sender: 'Your move',
  recipient: 'Recipient’s move',
  provider: 'Provider’s move',
  carrier: 'Carrier’s move',
  unknown: 'Move not known',
};

export const retryWords: Readonly<Record<Verdict, string>> = {
  never: 'Never retry',
  'after-change': 'Retry after a change',
  once: 'Retry once',
  later: 'Retry later',
  unknown: 'Retry not known',
};

const stationIndex = { sender: 0, provider: 1, carrier: 2, handset: 3 } as const;

/** The station where the message stopped, as the set names it. */
export const stationName = (set: SearchSet, stopped: keyof typeof stationIndex | 'unknown'): string =>
  stopped === 'unknown' ? 'Not known' : set.stations[stationIndex[stopped]];

export const kindWords: Readonly<Record<Result['kind'], string>> = {
  code: 'Code',
  family: 'Family',
  set: 'Overview',
  cause: 'Cause',
  guide: 'Guide',
};

/** Address of a result below the base path. */
export const pathOf = (result: Pick<Result, 'kind' | 'ref'>): string =>
  `${result.kind === 'cause' ? 'causes/' : ''}${result.ref}/`;
