import { describe, expect, test } from 'vitest';
import { reportOn } from './example-data.ts';
import { Evidence, push } from './evidence.ts';

/** What a finding shows of where it came from: the quoted text, line, path and layers of its first place. */
function shownFor(text: string) {
  const [finding] = reportOn(text).findings;
  const place = finding?.places[0];
  return (
    place && { quoted: text.slice(place.start, place.end), line: place.line, path: place.path, layers: place.layers }
  );
}

describe('where a finding came from', () => {
  test('a field: its value, line and path', () => {
    expect(shownFor('[\n {"a":{"errorCode": 4701}}\n]')).toEqual({
      quoted: '4701',
      line: 2,
      path: '[0].a.errorCode',
      layers: [],
    });
  });

  test('free text has no path', () => {
    expect(shownFor('hello\nerror 4701')).toEqual({ quoted: '4701', line: 2, path: undefined, layers: [] });
  });

  test('escaped text inside of text, to the character', () => {
    const text = JSON.stringify({ Message: JSON.stringify({ tag: 'a"b', errorCode: 4701 }) });
    expect(shownFor(text)).toEqual({ quoted: '4701', line: 1, path: 'Message.errorCode', layers: ['json'] });
  });

  test('base64 points at the text that holds it', () => {
    const inner = Buffer.from('{"type":"acme-failed","errorCode":4701}').toString('base64');
    expect(shownFor(`{"body":"${inner}"}`)).toEqual({
      quoted: inner,
      line: 1,
      path: 'body.errorCode',
      layers: ['base64', 'json'],
    });
  });

  test('of base64 of JSON that holds a form all three layers are told', () => {
    const inner = Buffer.from(JSON.stringify({ body: 'status=failed&errorCode=4701' })).toString('base64');
    expect(shownFor(inner)?.layers).toEqual(['base64', 'json', 'form']);
  });

  test('invisible characters inside of a code are part of the place', () => {
    expect(shownFor('error 4\u200b701')?.quoted).toBe('4\u200b701');
  });

  test('full-width digits are quoted as they stand', () => {
    expect(shownFor('error ４７０１')?.quoted).toBe('４７０１');
  });

  test('behind entities the path is read, and the layer told', () => {
    expect(shownFor('{&quot;errorCode&quot;:4701}')).toMatchObject({
      quoted: '4701',
      path: 'errorCode',
      layers: ['entities'],
    });
  });

  test('a cell is told with its line and its column', () => {
    expect(shownFor('id,status,error code\n1,failed,4701\n')).toEqual({
      quoted: '4701',
      line: 2,
      path: 'error code',
      layers: [],
    });
  });

  test('a quoted cell behind others is quoted without its signs', () => {
    expect(shownFor('id,"a, b",status,errorCode\n1,"x, ""y""",failed,"4701"\n')).toMatchObject({
      quoted: '4701',
      line: 2,
    });
  });

  test('places come in order, each once', () => {
    const text = '4701 and again 4701';
    expect(reportOn(text).findings[0]?.places.map(({ start }) => start)).toEqual([0, 15]);
  });
});

describe('evidence', () => {
  test('what an inner container could not settle goes to the outer one, farther away', () => {
    const outer = new Evidence(0, 1);
    const inner = new Evidence(5, 1);
    inner.statuses.push({
      outcome: 'failed',
      sets: [],
      isDistinct: false,
      distance: 0,
      place: () => ({ start: 5, end: 6, line: 1, layers: [] }),
    });
    inner.recipient = '+1';
    outer.absorb(inner);
    expect(outer.statuses[0]?.distance).toBe(1);
    expect(outer.recipient).toBe('+1');
  });

  test('lists are bounded', () => {
    const list: number[] = [];
    for (let i = 0; i < 1000; i++) push(list, i);
    expect(list.length).toBeLessThan(100);
  });
});
