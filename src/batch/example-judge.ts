import type { Action } from '#catalog';
import type { Responsible, Stopped, Verdict } from '#schema';
import type { Judge, Judged } from './judged.ts';

const set: Judged['set'] = {
  provider: 'Acme',
  stations: ['You', 'Acme', 'Carrier', 'Handset'],
  places: { sender: 'on your side', provider: 'at Acme', carrier: 'at the carrier', handset: 'at the handset' },
};

const listed = (
  heading: string,
  stopped: Stopped,
  responsible: Responsible,
  retry: Verdict,
  action: Action,
  cause: Judged['cause'],
  billed?: boolean,
): Judged => ({
  set,
  kind: 'listed',
  heading,
  cause,
  stopped,
  responsible,
  retry,
  because: undefined,
  action,
  billed,
  step: undefined,
});

const causes = {
  spam: { id: 'spam', heading: 'Flagged as spam' },
  optedOut: { id: 'opted-out', heading: 'Recipient opted out' },
  overloaded: { id: 'overloaded', heading: 'Carrier overloaded' },
  noReceipt: { id: 'no-receipt', heading: 'No receipt came' },
};

const codes: Readonly<Record<string, Judged>> = {
  '4700': listed('Refused as spam', 'carrier', 'sender', 'after-change', 'change', causes.spam, true),
  '4701': listed('Recipient opted out', 'carrier', 'sender', 'never', 'stop', causes.optedOut, true),
  '5600': listed('Queue full', 'carrier', 'carrier', 'later', 'retry', causes.overloaded, false),
  '5700': listed('Broken for a moment', 'provider', 'provider', 'once', 'retry', causes.overloaded),
  '9902': listed('No receipt', 'unknown', 'unknown', 'unknown', 'leave', causes.noReceipt),
};

const unlisted: Judged = {
  ...listed('Not listed', 'carrier', 'sender', 'after-change', 'leave', undefined),
  kind: 'unlisted',
};

/** Judges the codes of a made-up set, for tests: a few are listed, all others are not. */
export const exampleJudge: Judge = {
  explain: (id, code) => (id === 'acme' ? (codes[code] ?? unlisted) : undefined),
};
