import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { exampleCatalog, examplePublication } from '../open-data/example-publication.ts';
import { llmsFullText, llmsText } from './llms.ts';
import { markdownTwins } from './twins.ts';

const catalog = exampleCatalog({
  'acme/codes/4701.yaml': {
    summary: 'The person opted out, says [Acme].',
    basis: { source: 'acme-docs', at: 'row 4701' },
    steps: [{ say: 'Take the number off.', source: 'acme-docs', at: 'row 4701' }],
  },
});
const twins = markdownTwins(catalog, examplePublication);
const textOf = (path: string) => twins.get(path)?.() ?? '';

test('every page made from data has a twin', () => {
  expect([...twins.keys()].sort()).toEqual(
    [
      '/acme.md',
      '/acme/4xxx.md',
      '/acme/44xx.md',
      '/acme/47xx.md',
      '/acme/4401.md',
      '/acme/4701.md',
      '/4401.md',
      '/4701.md',
      '/causes.md',
      '/causes/recipient-opted-out.md',
      '/causes/sender-blocked.md',
      '/changes.md',
      '/coverage.md',
    ].sort(),
  );
});

describe('the twin of a code', () => {
  const text = textOf('/acme/4701.md');

  test('begins with the facts that a program branches on', () => {
    const front = load(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '');
    expect(front).toMatchObject({
      set: 'acme',
      code: '4701',
      retry: 'never',
      action: 'stop',
      suppress: true,
      responsible: 'sender',
    });
  });

  test('says of each statement whether a source states it', () => {
    expect(text).toContain(String.raw`The person opted out, says \[Acme\]. [1]`);
    expect(text).toContain('1. Take the number off. [1]');
    expect(text).toContain('2. Take the number off the list. *(our reading)*');
    expect(text).toContain('1. [Errors](https://docs.example.com/errors) · Acme · 2026 · cited: row 4701');
  });

  test('has one heading of the first level, and links that lead out of the file', () => {
    expect([...text.matchAll(/^# /gm)]).toHaveLength(1);
    const links = [...text.matchAll(/\]\((\S+?)\)/g)].map(([, address]) => address ?? '');
    expect(links.filter((address) => !URL.canParse(address))).toEqual([]);
  });
});

test('no twin says undefined', () => {
  expect([...twins].filter(([, make]) => /undefined|\[object /.test(make())).map(([path]) => path)).toEqual([]);
});

test('llms.txt names sets, causes, data and guides', () => {
  const text = llmsText(
    catalog,
    [{ path: '/guides/open-data.md', title: 'Open data', description: 'For programs.' }],
    examplePublication,
  );
  expect(text.startsWith('# Undelivered\n\n> ')).toBe(true);
  expect(text).toContain('[Acme, 2 codes](https://codes.example.org/docs/acme.md)');
  expect(text).toContain('https://codes.example.org/docs/api/v1/{set}/{code}.json');
  expect(text).toContain('[Open data](https://codes.example.org/docs/guides/open-data.md): For programs.');
});

test('llms-full.txt has every code', () => {
  const text = llmsFullText(catalog, examplePublication);
  for (const code of ['4401', '4701']) expect(text).toContain(`### Acme ${code}: `);
});
