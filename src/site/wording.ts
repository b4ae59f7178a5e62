import type { Responsible, Stopped, Verdict } from '#schema';

/**
 * The words for whose move it is, retry and place, on pages, in search and in the decoder alike. Each form has a name of its
 * own: a name under a heading (`whoseMove`, `retryWords`), a phrase that stands by itself (`moveSentence`, `retrySentences`).
 * Pure; browser scripts use it. Names of stations come from the set, so that a platform or an inbox is called what it is.
 */
export type Stations = readonly [sender: string, provider: string, carrier: string, handset: string];

/** `You`, `Recipient`, or the name of the station that must act. */
export function whoseMove(responsible: Responsible, stations: Stations): string {
  if (responsible === 'sender') return 'You';
  if (responsible === 'recipient') return 'Recipient';
  if (responsible === 'provider') return stations[1];
  return responsible === 'carrier' ? stations[2] : 'Not known';
}

/** The same as words on the line back to whoever must act: `your move`. */
export const moveWords = (responsible: Responsible): string =>
  responsible === 'sender' ? 'your move' : responsible === 'unknown' ? 'move not known' : 'their move';

/** The same as a phrase that stands by itself: `Your move`, `Bandwidth’s move`. */
export function moveSentence(responsible: Responsible, stations: Stations): string {
  if (responsible === 'sender') return 'Your move';
  return responsible === 'unknown' ? 'Move not known' : `${whoseMove(responsible, stations)}’s move`;
}

/** Stations of no set, where a cause or several sets are spoken of. */
export const anyStations: Stations = ['You', 'Provider', 'Carrier', 'Handset'];

/** Where the message stopped, as the name of a station. */
export function stoppedAt(stopped: Stopped, stations: Stations): string {
  if (stopped === 'sender') return 'Your side';
  if (stopped === 'provider') return stations[1];
  if (stopped === 'carrier') return stations[2];
  return stopped === 'handset' ? stations[3] : 'Not known';
}

export const retryWords: Readonly<Record<Verdict, string>> = {
  never: 'Never',
  'after-change': 'After a change',
  once: 'Once',
  later: 'Later',
  unknown: 'Not known',
};

/** The same as a phrase that stands by itself. */
export const retrySentences: Readonly<Record<Verdict, string>> = {
  never: 'Do not retry',
  'after-change': 'Retry after a change',
  once: 'Retry once',
  later: 'Retry later',
  unknown: 'Retry not known',
};

/** What a retry verdict means, in a sentence. */
export const retryMeanings: Readonly<Record<Verdict, string>> = {
  never: 'Nothing you change makes this message right for this recipient.',
  'after-change': 'The same request fails again. A changed one may pass.',
  once: 'One more try is reasonable, and no more than one.',
  later: 'Try again after a pause, each time a longer one.',
  unknown: 'Nobody says whether another try helps.',
};

/** How well a code fits a cause. */
export const matchWords = { same: 'Same', near: 'Near', broader: 'Broader' } as const;

/** What a batch does with a message. */
export const actionWords = {
  stop: 'Stop',
  change: 'Change',
  retry: 'Retry',
  leave: 'Leave',
} as const;

export const statusWords = {
  current: 'Current',
  removed: 'Removed',
  undocumented: 'Undocumented',
} as const;

/** `1 code`, `31 codes`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
