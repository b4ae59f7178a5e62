import { expect, test } from 'vitest';
import { emptyTally } from '#batch';
import { exampleFinding, exampleReport } from '../../decoder/example-report.ts';
import { exampleExplanations } from './example-explanations.ts';
import { createExplainer } from './explainer.ts';
import { ticketText, type TicketOptions } from './ticket.ts';

const explainer = createExplainer(exampleExplanations);
const input = '{"to":"+12025550142",\n"errorCode":4701,"text":"Dear Ann"}';
const place = { start: input.indexOf('4701'), end: input.indexOf('4701') + 4, line: 2, path: 'errorCode', layers: [] };
const outcome = {
  report: exampleReport([
    exampleFinding('4701', { places: [place], sources: [{ set: 'acme-sms', name: 'sms', code: '1', count: 1 }] }),
  ]),
  tally: emptyTally,
  files: [],
};
const options: TicketOptions = { format: 'plain', withLines: true, isRedacted: true, origin: 'https://example.com' };

test('plain text: code, meaning, verdict, next step, where it was read, and the page', () => {
  expect(ticketText(outcome, input, explainer, options)).toBe(`1 code, from Acme.

Acme 4701: Recipient opted out
  The person said STOP.
  Stopped at the carrier. Your move. Do not retry.
  Do this: Take the number off the list.
  Seen: once, line 2. Read from errorCode.
  Platform: sms 1: Unknown subscriber
  "errorCode":4701,"text":"[text]"}
  https://example.com/acme/4701/
`);
});

test('Markdown links the page and quotes the line', () => {
  const text = ticketText(outcome, input, explainer, { ...options, format: 'markdown' });
  expect(text).toContain('### [Acme 4701: Recipient opted out](https://example.com/acme/4701/)');
  expect(text).toContain('- `"errorCode":4701,"text":"[text]"}`');
});

test('only who asks for it gets the line as it is', () => {
  expect(ticketText(outcome, input, explainer, { ...options, isRedacted: false })).toContain('Dear Ann');
  expect(ticketText(outcome, input, explainer, { ...options, withLines: false })).not.toContain('errorCode":');
});
