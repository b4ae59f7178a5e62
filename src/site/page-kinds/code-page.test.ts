import { expect, test } from 'vitest';
import { nestedFamilies } from '../../catalog/example-data.ts';
import { exampleCatalog, exampleCode } from '../example-catalog.ts';
import { describeCodePage, digitGroups, headingsOf, type CodePage, type SectionOf } from './code-page.ts';

type Changes = Parameters<typeof exampleCatalog>[0];

function pageOf(entry: Record<string, unknown> = {}, others: Changes = {}): CodePage {
  const catalog = exampleCatalog({ 'acme/codes/4701.yaml': entry, ...others });
  return describeCodePage(exampleCode(catalog), catalog);
}

function section<Kind extends CodePage['sections'][number]['kind']>(page: CodePage, kind: Kind) {
  return page.sections.find((candidate) => candidate.kind === kind) as SectionOf<Kind> | undefined;
}

const cited = (say: unknown, at: string) => ({ say, source: 'acme-docs', at });

test('the table of contents has exactly the sections of the page, in their order', () => {
  const { sections } = pageOf({ meaning: ['More about it.'] });
  expect(headingsOf(sections).map(({ text }) => text)).toEqual([
    'What to do',
    'What is behind it',
    'How the digits read',
    'How it arrives',
    'Wording and history',
  ]);
  expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
});

test('verdicts are always the same four, and what is not known says so', () => {
  const { verdicts } = pageOf();
  expect(verdicts.map(({ label, words }) => [label, words])).toEqual([
    ['Whose move', 'You'],
    ['Retry', 'Never'],
    ['Billed', 'Not stated'],
    ['Reported by', 'Carrier'],
  ]);
});

test('sources get their numbers in reading order, and each citation its place', () => {
  const page = pageOf(
    {
      billed: { say: true, source: 'acme-prices', at: 'row 1' },
      steps: [cited('Stop.', 'row 2')],
      meaning: [{ say: 'It is so.', source: 'acme-prices', at: 'row 3' }],
    },
    {
      'sources.yaml': {
        'acme-prices': { title: 'Prices', publisher: 'Acme', edition: '2026', kind: 'vendor' },
      },
    },
  );
  expect(section(page, 'sources')?.sources.map(({ number, title, places }) => [number, title, places])).toEqual([
    [1, 'Prices', ['row 1', 'row 3']],
    [2, 'Errors', ['row 2']],
  ]);
  expect(section(page, 'steps')?.steps[0]?.mark).toEqual({ kind: 'stated', number: 2, at: 'row 2' });
});

test('one mark stands for all steps only where none has a source', () => {
  expect(section(pageOf(), 'steps')?.allInferred).toBe(true);
  expect(section(pageOf({ steps: [cited('Stop.', 'row 2')] }), 'steps')?.allInferred).toBe(false);
});

test('the rule of the family stands beside our own verdict, also where they differ', () => {
  const steps = section(pageOf({ retry: { verdict: 'later' } }), 'steps');
  expect(steps?.retry.words).toBe('Later');
  expect(steps?.rule).toMatchObject({ text: 'The same request fails again.', of: '4xxx' });
});

test('the rule is that of the family which has it, however broad', () => {
  const page = pageOf({}, { 'acme/set.yaml': { families: nestedFamilies } });
  expect(section(page, 'steps')?.rule).toMatchObject({ text: 'The same request fails again.', of: '4xxx' });
});

test('codes of other sets with the same cause come before those of the own set', () => {
  const page = pageOf(
    {},
    {
      'acme/codes/4702.yaml': {
        causes: [{ is: 'recipient-opted-out', match: 'near' }],
        summary: 'Also.',
        examples: ['4702'],
        checked: '2026-11-24',
      },
      'other/set.yaml': otherSet,
      'other/codes/gone.yaml': {
        causes: [{ is: 'recipient-opted-out', match: 'same' }],
        family: 'people',
        summary: 'Gone.',
        examples: ['gone'],
        checked: '2026-11-24',
      },
    },
  );
  expect(section(page, 'elsewhere')?.codes.map(({ code, match }) => [code, match])).toEqual([
    ['gone', 'same'],
    ['4702', 'near'],
  ]);
});

test('a removed code says since when', () => {
  const page = pageOf({
    status: 'removed',
    history: [{ date: '2020-08-18', change: 'removed', source: 'acme-docs' }],
  });
  expect(page.status).toMatchObject({ label: 'Removed' });
  expect(page.status?.text).toContain('2020-08-18');
});

test('digits are grouped as the scheme reads them; words are one group', () => {
  const catalog = exampleCatalog({
    'other/set.yaml': otherSet,
    'other/codes/gone.yaml': {
      causes: [{ is: 'recipient-opted-out', match: 'same' }],
      family: 'people',
      summary: 'Gone.',
      examples: ['gone'],
      checked: '2026-11-24',
    },
  });
  expect(digitGroups(exampleCode(catalog))).toEqual(['4', '7', '01']);
  const word = catalog.code('other', 'gone');
  expect(word && digitGroups(word)).toEqual(['gone']);
  expect(word && describeCodePage(word, catalog).sections.some(({ kind }) => kind === 'digits')).toBe(false);
});

const otherSet = {
  name: 'Other',
  provider: 'Other',
  product: 'Chat',
  order: 2,
  summary: 'Words.',
  field: 'error',
  stations: ['You', 'Other', 'Chat', 'Phone'],
  coverage: { complete: false, says: 'One word.' },
  arrives: { heading: 'An event', payload: '{"error":"gone"}', notes: [] },
  shape: '[a-z_]+',
  families: [{ id: 'people', heading: 'People', summary: 'About people.', stopped: 'carrier' }],
  recognise: { fields: ['error'], failure: { status: ['failed'] } },
};
