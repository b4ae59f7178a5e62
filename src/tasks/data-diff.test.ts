import { expect, test } from 'vitest';
import { publicationOf } from '#site/open-data/publication';
import { jsonFiles } from '#site/open-data/published';
import { exampleCatalog } from '../site/example-catalog.ts';
import { describeDataDiff } from './data-diff.ts';

const files = (changes: Parameters<typeof exampleCatalog>[0] = {}) => {
  const catalog = exampleCatalog(changes);
  return new Map<string, unknown>(
    [...jsonFiles(catalog, publicationOf(catalog))].map(([path, { build }]) => [
      path.slice('/api/v1/'.length),
      JSON.parse(JSON.stringify(build())),
    ]),
  );
};
const entry = {
  causes: [{ is: 'recipient-opted-out', match: 'same' }],
  summary: 'Another.',
  examples: ['x'],
  checked: '2026-11-24',
};

test('equal data changes nothing for readers', () => {
  expect(describeDataDiff(files(), files())).toContain('Nothing changes');
});

test('a changed field is shown with both values, a code beside it is not', () => {
  const text = describeDataDiff(files(), files({ 'acme/codes/4701.yaml': { summary: 'New words.' } }));
  expect(text).toContain('## Codes changed: 1');
  expect(text).toMatch(/summary\.text.*The person opted out.*New words\./);
  expect(text).not.toContain('4401');
});

test('a new verdict of a cause is shown at every code that inherits it', () => {
  const text = describeDataDiff(files(), files({ 'causes/recipient-opted-out.yaml': { retry: { verdict: 'later' } } }));
  expect(text).toMatch(/Codes changed: 1[\s\S]*acme\/4701[\s\S]*retry\.value \| never \| later/);
  expect(text).toContain('## Causes changed: 1');
});

test('added and removed codes are named', () => {
  const more = files({ 'acme/codes/4702.yaml': entry });
  expect(describeDataDiff(files(), more)).toMatch(/## Codes added: 1\n\n- acme\/4702 Recipient opted out/);
  expect(describeDataDiff(more, files())).toMatch(/## Codes removed: 1\n\nA code is never deleted/);
});

test('a family that stops elsewhere is shown at its set', () => {
  const acme = files().get('acme.json') as { set: { families: { id: string }[] } };
  const moved = structuredClone(acme);
  Object.assign(moved.set.families[1] ?? {}, { heading: 'Acme said no' });
  expect(describeDataDiff(files(), new Map(files()).set('acme.json', moved))).toMatch(
    /Sets changed: 1[\s\S]*families\.1\.heading.*Acme refused.*Acme said no/,
  );
});

test('what a file says cannot become markup of the summary', () => {
  const text = describeDataDiff(
    files(),
    files({ 'acme/codes/4701.yaml': { summary: '<img src=x> | [click](https://example.com) @team' } }),
  );
  expect(text).not.toMatch(/<img|\]\(|@team/);
});
