import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { codesCsv, csvCell, csvColumns } from './csv.ts';
import { exampleCatalog, examplePublication } from './example-publication.ts';

describe('the table of all codes', () => {
  const catalog = exampleCatalog({
    'acme/codes/4701.yaml': {
      title: 'Opted "out",\nsaid the carrier',
      billed: { say: false, source: 'acme-docs', at: 'row' },
    },
  });
  const text = codesCsv(catalog, examplePublication);
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });

  test('reads back row by row, quotes and line breaks included', () => {
    expect(errors).toEqual([]);
    expect(data.map(({ set, code }) => `${set}/${code}`)).toEqual(['acme/4401', 'acme/4701']);
    expect(data[1]).toMatchObject({
      title: 'Opted "out",\nsaid the carrier',
      retry: 'never',
      retry_basis: 'inferred',
      suppress: 'true',
      action: 'stop',
      billed: 'false',
      billed_basis: 'stated',
      json: 'https://codes.example.org/docs/api/v1/acme/4701.json',
    });
  });

  test('leaves a cell empty where nothing is known', () => {
    expect(data[0]).toMatchObject({ title: '', billed: '', billed_basis: '', section: '' });
  });

  test('begins with the columns that programs rely on, in this order', () => {
    expect(csvColumns.slice(0, 8)).toEqual(['set', 'code', 'provider', 'product', 'field', 'heading', 'name', 'title']);
    expect(text.split('\r\n')[0]).toBe(csvColumns.join(','));
  });
});

describe('a cell', () => {
  const read = (cell: string) => Papa.parse<string[]>(`${cell},end\r\n`, { delimiter: ',' }).data[0]?.[0];

  test('never begins as a formula', () => {
    for (const text of ['=1+1', '+12025550142', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])
      expect(read(csvCell(text))).toBe(`'${text}`);
  });

  test('reads back as it was', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^[=+\-@\t\r\n]/.test(text));
        expect(read(csvCell(text))).toBe(text);
      }),
    );
  });
});
