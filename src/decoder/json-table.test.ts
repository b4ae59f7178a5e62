import { describe, expect, test } from 'vitest';
import { realData, reportOn } from './example-data.ts';

const read = (text: string) => {
  const { findings, events } = reportOn(text, {}, realData);
  return { codes: findings.map(({ code, count }) => `${code}×${count}`).join(' '), failed: events.failed };
};

describe('rows of lists are read with the names of their columns', () => {
  test.each([
    [
      'names in a list',
      '{"columns":["to","error_code","status"],"rows":[["+12025550142","4770","failed"],["+12025550143",null,"delivered"],["+12025550144",4720,"failed"]]}',
    ],
    [
      'names in objects',
      '{"fields":[{"name":"to","type":"STRING"},{"name":"error_code","type":"INT64"}],"data":[["+12025550142",4770],["+12025550143",4720]]}',
    ],
    [
      'a header',
      '{"header":["time","error_code"],"values":[["2026-03-04T10:15:31Z",4770],["2026-03-04T10:15:32Z","4720"]]}',
    ],
    [
      'columns deeper than the rows',
      '{"manifest":{"schema":{"columns":[{"name":"ERROR_CODE"}]}},"result":{"data_array":[["4770"],["4720"]]}}',
    ],
    [
      'a table among others',
      '{"tables":[{"columns":["id","n"],"rows":[[4750,4432]]},{"columns":["n","error_code"],"rows":[[1,4770],[1,4720]]}]}',
    ],
    [
      'indented lines',
      '{\n  "columns": ["to", "error_code"],\n  "rows": [\n    ["+12025550142", 4770],\n    ["+12025550143", 4720]\n  ]\n}\n',
    ],
    [
      'a string',
      JSON.stringify({ body: '{"columns":["error_code","to"],"rows":[[4770,"+12025550142"],[4720,"+12025550143"]]}' }),
    ],
    [
      'a cell that is an object',
      '{"columns":["id","payload"],"rows":[[4750,{"errorCode":4770}],[4432,{"errorCode":4720}]]}',
    ],
  ])('%s', (_, text) => expect(read(text).codes).toBe('4770×1 4720×1'));

  test('with the outcome of each message', () => {
    expect(
      read('{"columns":["status","error_code"],"rows":[["failed",4770],["failed",4720],["delivered",4750]]}'),
    ).toEqual({ codes: '4770×1 4720×1', failed: 2 });
  });

  test('with counts', () => {
    expect(read('{"columns":["error_code","n"],"rows":[[4770,12],["4720","3"]]}').codes).toBe('4770×12 4720×3');
  });
});

describe('nothing is found in lists', () => {
  test.each([
    ['whose columns hold no codes', '{"columns":["order","amount"],"rows":[["4770","4720"],["4775",3]]}'],
    ['without columns', '{"rows":[["4770","4720"],["4775",3]]}'],
    ['with more values than columns', '{"columns":["error_code","n"],"rows":[[4770,12,5]]}'],
    ['with fewer values than columns', '{"columns":["error_code","n"],"rows":[[4770]]}'],
    ['whose columns come later and may be those of others', '{"rows":[["4770"]],"columns":["error_code"]}'],
  ])('%s', (_, text) => expect(read(text).codes).toBe(''));
});
