import { describe, expect, test } from 'vitest';
import { lastModified } from '../building/last-modified.ts';
import { exampleCatalog, examplePublication } from './example-publication.ts';
import { causeJsonLd, codeJsonLd, dataJsonLd, scriptText, setJsonLd } from './json-ld.ts';

const catalog = exampleCatalog({ 'acme/codes/4701.yaml': { title: 'Opted </script> out', checked: '2026-11-20' } });
const code = catalog.code('acme', '4701');
const set = catalog.set('acme');
const cause = catalog.cause('recipient-opted-out');
if (!code || !set || !cause) throw new Error('the example lacks a code, a set or a cause');

describe('structured data', () => {
  test('a code is a term of its set, with the way to it', () => {
    expect(codeJsonLd(code, examplePublication)).toMatchObject({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'DefinedTerm',
          termCode: '4701',
          name: 'Recipient opted out',
          inDefinedTermSet: 'https://codes.example.org/docs/acme/',
        },
        {
          '@type': 'BreadcrumbList',
          itemListElement: [{ position: 1, name: 'Acme' }, { name: 'Carrier refused' }, { name: '4701' }],
        },
      ],
    });
  });

  test('a set has the address that its terms name', () => {
    expect(setJsonLd(set, examplePublication)).toMatchObject({
      '@type': 'DefinedTermSet',
      '@id': 'https://codes.example.org/docs/acme/',
    });
  });

  test('a cause is a term of the causes', () => {
    expect(causeJsonLd(cause, examplePublication)).toMatchObject({
      '@graph': [{ '@type': 'DefinedTerm', name: 'Recipient opted out' }, {}],
    });
  });

  test('the data set says where it can be loaded', () => {
    const { distribution } = dataJsonLd(catalog, examplePublication) as { distribution: { contentUrl: string }[] };
    expect(distribution.map(({ contentUrl }) => contentUrl)).toContain(
      'https://codes.example.org/docs/api/v1/acme.json',
    );
  });

  test('nothing in it ends the script element it stands in', () => {
    const text = scriptText(codeJsonLd(code, examplePublication));
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toEqual(codeJsonLd(code, examplePublication));
  });
});

test('a page was last changed when the newest code it shows was checked', () => {
  const days = lastModified(catalog);
  expect(days.get('/acme/4701/')).toBe('2026-11-20');
  expect(days.get('/acme/47xx/')).toBe('2026-11-20');
  expect(days.get('/acme/')).toBe('2026-11-24');
  expect(days.has('/acme/44xx/')).toBe(true);
});
