import { describe, expect, test } from 'vitest';
import { exampleData } from './example-data.ts';
import { MappedText } from './mapped-text.ts';
import type { Key, Scalar, ScanSink } from './scan-sink.ts';
import { Scanner } from './scanner.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Fields as `path=value`, and the text that belongs to none. */
function scan(text: string): { fields: string[]; loose: string } {
  const fields: string[] = [];
  const path: string[] = [];
  let loose = '';
  const at = (key: Key | undefined) => [...path, key?.name ?? ''].filter((name) => name !== '').join('.');
  const textOf = ({ source, start, end }: Scalar) => source.text.slice(start, end);
  const sink: ScanSink = {
    open: (_, key) => path.push(key?.name ?? ''),
    close: () => path.pop(),
    field: (key, value) => fields.push(`${at(key)}=${textOf(value)}`),
    item: (_, value) => fields.push(`${at(undefined)}[]=${textOf(value)}`),
    element: () => undefined,
    bare: () => false,
    line: (line) => {
      for (let i = 0; i < line.loose.length; i += 2) loose += text.slice(line.loose[i], line.loose[i + 1]);
    },
  };
  new Scanner(sink, vocabularyOf(exampleData).digits).scan(MappedText.of(text), 0, { isFinal: true });
  return { fields, loose: loose.replace(/\s+/g, ' ').trim() };
}

describe('the scanner reads', () => {
  test.each([
    ['JSON', '{"a":1,"b":{"c":"x"},"d":[2,3]}', ['a=1', 'b.c=x', 'd[]=2', 'd[]=3']],
    ['unquoted and single-quoted keys', "{a: 1, 'b': 'x y'}", ['a=1', 'b=x y']],
    ['comments', '{"a":1, // "b":2\n"c":3}', ['a=1', 'c=3']],
    ['arrows', '{"a"=>1, :b => 2, c -> 3}', ['a=1', 'b=2', 'c=3']],
    ['keywords', '{:a "x" :b 2}', ['a=x', 'b=2']],
    ['type names', 'Event(a=1, b=Inner(c=2), d=int(3))', ['Event.a=1', 'Event.b.c=2', 'Event.d[]=3']],
    ['values without commas', '{A:one two B:3}', ['A=one two', 'B=3']],
    ['keys in brackets', '[a] => 1\n["b"]=>\n int(2)', ['a=1', 'b[]=2']],
    ['lengths of texts', '["a"]=>\nstring(3) "x y"', ['a=x y']],
    ['types above their container', '[a] => stdClass Object\n(\n[b] => 1\n)\n', ['a.b=1']],
    ['types before their container', '["a"]=>\narray(1) {\n["b"]=>\nint(2)\n}', ['a.b[]=2']],
    ['logfmt', 'a=1 b="x y" c=z', ['a=1', 'b=x y', 'c=z']],
    ['queries', 'GET /x?a=1&b[c]=2&d=x%20y HTTP/1.1', ['a=1', 'b[c]=2', 'd=x%20y']],
    ['indented blocks', 'a:\n  b: 1\n  c:\n    d: 2\ne: 3', ['a.b=1', 'a.c.d=2', 'e=3']],
    ['lists of blocks', '- a: 1\n  b: 2\n- a: 3', ['a=1', 'b=2', 'a=3']],
    ['aligned colons', 'one   : 1\ntwo   : 2', ['one=1', 'two=2']],
    ['tags', '<m><a>1</a><b c="2"/></m>', ['m.a=1', 'm.b.c=2']],
    ['names in attributes', '<f name="a">1</f><param name="b" value="2"/>', ['a=1', 'b=2']],
    ['blocks without separators', 'a { b: 1 }', ['a.b=1']],
    ['several words', 'Error Code: 1', ['Error Code=1']],
  ])('%s', (_, text, expected) => expect(scan(text).fields).toEqual(expected));
});

describe('the scanner tolerates', () => {
  test.each([
    ['a missing end quote before a line break', '{"a": "x,\n "b": 1}', ['a=x', 'b=1']],
    ['a missing end quote before a key', '{"a": "x, "b": 1}', ['a=x', 'b=1']],
    ['quotes inside a text', '{"a": "say "hi" now", "b": 1}', ['a=say "hi" now', 'b=1']],
    ['a text that goes on in the next line', '{"a":"x-\ny","b":1}', ['a=x-\ny', 'b=1']],
    ['a missing comma', '{"a":"x" "b":1}', ['a=x', 'b=1']],
    ['a list that nobody closed', '"a": [\n"b": 1', ['b=1']],
    ['objects that nobody closed', '{"a":{"b":1', ['a.b=1']],
    ['closing brackets too many', '}]{"a":1}]]', ['a=1']],
    ['escaped text as it is', '{\\"a\\":\\"x\\",\\"b\\":1}', ['a=x', 'b=1']],
    ['escaped line breaks', '{\\n  \\"a\\": 1\\n}', ['a=1']],
    ['doubled quotes', '{""a"":""x"",""b"":1}', ['a=x', 'b=1']],
    ['quote marks of mail', '> {"a":1,\n> "b":2}', ['a=1', 'b=2']],
    ['a text cut in its middle', '{"a":"x…,"b":1}', ['a=x…', 'b=1']],
  ])('%s', (_, text, expected) => expect(scan(text).fields).toEqual(expected));
});

describe('text outside of fields', () => {
  test.each([
    ['prose stays whole', "don't touch (this [or: that", "don't touch (this [or: that"],
    ['fields are cut out', 'failed a=1 for 2', 'failed for 2'],
    ['containers are cut out', 'see {"a":1} here', 'see here'],
    ['brackets of prose stay', 'failed (4770) [x]', 'failed (4770) [x]'],
    ['markup is cut out', '<p>code <b>4770</b></p>', 'code 4770'],
    ['times and addresses are words', '10:15:31 https://example.com/a:1', '10:15:31 https://example.com/a:1'],
  ])('%s', (_, text, expected) => expect(scan(text).loose).toBe(expected));
});

test('reading can stop at a line and go on', () => {
  const fields: string[] = [];
  const sink: ScanSink = {
    open: () => undefined,
    close: () => undefined,
    field: (key) => fields.push(key.name),
    item: () => undefined,
    element: () => undefined,
    bare: () => false,
    line: () => undefined,
  };
  const scanner = new Scanner(sink, vocabularyOf(exampleData).digits);
  const text = MappedText.of('{"a":1}\n{"b":2}\n');
  const stopped = scanner.scan(text, 0, { isFinal: false, isOneLine: true });
  expect([stopped, fields, scanner.idle]).toEqual([8, ['a'], true]);
  scanner.scan(text, stopped, { isFinal: true });
  expect(fields).toEqual(['a', 'b']);
});
