import { expect, test } from 'vitest';
import { changeOf, codeDescription, codeTitle, dateOf, familyLabel } from './describe.ts';
import { exampleCatalog, exampleCode } from './example-catalog.ts';

test('a title names code, heading and set; a description says what failed', () => {
  const code = exampleCode(exampleCatalog());
  expect(codeTitle(code)).toBe('Acme error 4701: Recipient opted out');
  expect(codeDescription(code)).toBe('Acme error 4701: The person opted out and the carrier keeps to it.');
});

test('a band stands before the heading of a family', () => {
  expect(familyLabel(exampleCode(exampleCatalog()).family)).toBe('47xx Carrier refused');
});

test('an event says what changed and when, a span where the day is not known', () => {
  const event = { date: '2023-09-14', until: '2026-08-31', change: 'retitled', source: 'acme-docs' } as const;
  expect(dateOf(event)).toBe('2023-09-14 to 2026-08-31');
  expect(changeOf({ ...event, say: 'One word less.' })).toBe('New title. One word less.');
});
