import { describe, expect, test } from 'vitest';
import type { MessageEvent } from '#decoder';
import { createEnricher, type EnrichedFormat } from './enrich.ts';
import { exampleJudge } from './example-judge.ts';

/** Feeds the text in pieces; each line that holds a code of four digits beginning with 4 is an event, told one line late. */
function enrich(format: EnrichedFormat, text: string, pieces = 7): string {
  const enricher = createEnricher(format, exampleJudge);
  const events: MessageEvent[] = [];
  let start = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const found = /\b4\d{3}\b/.exec(line);
    const code = found?.[0];
    if (code)
      events.push({
        outcome: 'failed',
        codes: [{ set: 'acme', code, known: true, inferred: false }],
        sources: [],
        start: start + found.index,
        end: start + line.trimEnd().length,
        line: 1,
      });
    start += line.length;
  }
  let written = '';
  const size = Math.ceil(text.length / pieces);
  for (let at = 0; at < text.length; at += size) {
    for (let next = events[0]; next && next.end < at; next = events[0]) enricher.event(events.shift()!);
    written += enricher.text(text.slice(at, at + size));
  }
  events.forEach((event) => enricher.event(event));
  return written + enricher.end();
}

const head =
  'undelivered_set,undelivered_code,undelivered_title,undelivered_responsible,undelivered_retry,undelivered_cause,undelivered_action';
const meaning = 'acme,4701,Recipient opted out,sender,never,opted-out,stop';

describe('a table', () => {
  test.each([1, 3, 50])('gets columns, however it is cut (%i pieces)', (pieces) => {
    expect(enrich('table', 'to,code\r\n+1,4701\r\n+2,\r\n+3,4701', pieces)).toBe(
      `to,code,${head}\r\n+1,4701,${meaning}\r\n+2,,,,,,,,\r\n+3,4701,${meaning}`,
    );
  });

  test('without a heading gets cells only', () => {
    expect(enrich('table', '+1,4701\n')).toBe(`+1,4701,${meaning}\n`);
  });

  test('keeps titles above its heading as they are, and its own delimiter', () => {
    const [title, heading, row] = enrich('table', 'Report, all of it\nto;code;note\n+1;4701;x\n').split('\n');
    expect(title).toBe('Report, all of it');
    expect(heading).toBe(`to;code;note;${head.replaceAll(',', ';')}`);
    expect(row).toBe(`+1;4701;x;${meaning.replaceAll(',', ';')}`);
  });

  test('may hold line breaks inside quotes', () => {
    expect(enrich('table', 'to,text,code\n+1,"two\nlines",x\n+2,one,4701\n')).toContain('"two\nlines",x,,,,,,,\n');
  });
});

test('lines of JSON get a key; long numbers and everything else stay as they are', () => {
  const lines = enrich(
    'lines',
    '{"id":12345678901234567890,"code":4701}\n{"status":"delivered"}\nnot json 4701\n',
  ).split('\n');
  expect(lines[0]).toBe(
    '{"id":12345678901234567890,"code":4701,"undelivered":{"set":"acme","code":"4701","title":"Recipient opted out","responsible":"sender","retry":"never","cause":"opted-out","action":"stop"}}',
  );
  expect(lines.slice(1)).toEqual(['{"status":"delivered"}', 'not json 4701', '']);
});

test('a line that is an array gets the key in each object with a failure, whatever its strings hold', () => {
  const [array, bare] = enrich(
    'lines',
    '[{"text":"} {\\"[","code":4701,"to":{"n":1}},{"status":"delivered"}]\n[4701]\n',
  ).split('\n');
  expect(JSON.parse(array!)).toEqual([
    { text: '} {"[', code: 4701, to: { n: 1 }, undelivered: expect.objectContaining({ code: '4701' }) },
    { status: 'delivered' },
  ]);
  expect(bare).toBe('[4701]');
});
