import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readRows, type Separators } from './delimited-rows.ts';

type Read = readonly [cells: readonly string[], next: number];

function read(text: string, separators: Separators): Read[] {
  const rows: Read[] = [];
  readRows(text, separators, (cells, next) => rows.push([cells, next]) > 0);
  return rows;
}

const comma = { delimiter: ',', newline: '\n' };
const cells = (text: string) => read(text, comma).map(([row]) => row);

test('a row is a line', () => {
  expect(read('a,b\n1,\n', comma)).toEqual([
    [['a', 'b'], 4],
    [['1', ''], 7],
  ]);
  expect(cells('a\n\nb')).toEqual([['a'], [''], ['b']]);
  expect(cells('')).toEqual([]);
});

test('quotes keep a cell together, over delimiters and line breaks', () => {
  expect(cells('1,"a, b\nc",2\n3,4,5')).toEqual([
    ['1', 'a, b\nc', '2'],
    ['3', '4', '5'],
  ]);
  expect(cells('"{""a"":1}",x')).toEqual([['{"a":1}', 'x']]);
  expect(cells('"a" , "b"\n')).toEqual([['a', ' "b"']]);
});

test('a quote that closes nothing belongs to the cell', () => {
  expect(cells('1,"said "hello", then left",2')).toEqual([['1', 'said "hello', ' then left"', '2']]);
  expect(cells('5" pipe,1')).toEqual([['5" pipe', '1']]);
  expect(cells('1,"cut of')).toEqual([['1', 'cut of']]);
  expect(cells('1,"a" ')).toEqual([['1', 'a']]);
});

test('no row is read after one that was refused', () => {
  const rows: (readonly string[])[] = [];
  readRows('a\nb\nc', comma, (row) => rows.push(row) < 2);
  expect(rows).toEqual([['a'], ['b']]);
});

/** The parser that is known best: its rows, without the empty one that it finds after a last line break. */
function readByPapa(text: string, { delimiter, newline }: Separators): Read[] {
  const rows: Read[] = [];
  const step = ({ data, meta }: Papa.ParseStepResult<string[]>) => rows.push([data, meta.cursor]);
  Papa.parse<string[]>(text, { delimiter, newline: newline as '\n', step });
  return text.endsWith(newline) && rows.at(-1)?.[0].join('') === '' ? rows.slice(0, -1) : rows;
}

test('the rows are those of Papa Parse', () => {
  const piece = fc.constantFrom('"', '""', ',', '\t', ';', '\n', '\r\n', '\r', ' ', 'a', '4720', '",', '"\n', '",\n"');
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
      fc.constantFrom(',', '\t', ';'),
      fc.constantFrom('\n', '\r\n'),
      (text, delimiter, newline) => {
        // Blanks between the last quote and the end are a part of the cell there.
        fc.pre(!/"\s+$/.test(text));
        expect(read(text, { delimiter, newline })).toEqual(readByPapa(text, { delimiter, newline }));
      },
    ),
    { numRuns: 20_000 },
  );
});
