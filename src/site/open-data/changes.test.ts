import { describe, expect, test } from 'vitest';
import { changeEntries, changesOf, entryTitle } from './changes.ts';
import { exampleCatalog, examplePublication } from './example-publication.ts';
import { atomFeed, jsonFeed } from './feeds.ts';

const source = 'acme-docs';
const catalog = exampleCatalog({
  'acme/codes/4401.yaml': { history: [{ date: '2018-01-16', change: 'listed', source }] },
  'acme/codes/4701.yaml': {
    history: [
      { date: '2018-01-16', change: 'listed', source },
      { date: '2020-08-18', change: 'retitled', was: 'Stop & <go>', source, at: 'row 4701' },
      { date: '2019', until: '2023-02-01', change: 'redefined', say: 'It now means `STOP`.', source },
      { date: '2020-08-18', change: 'retitled', was: 'Stopped', source },
    ],
  },
});

describe('changes', () => {
  test('are the newest first; a span counts from its end', () => {
    expect(changesOf(catalog).map(({ code, event }) => `${event.date} ${code.code}`)).toEqual([
      '2019 4701',
      '2020-08-18 4701',
      '2020-08-18 4701',
      '2018-01-16 4401',
      '2018-01-16 4701',
    ]);
  });

  test('that say the same of several codes are one entry', () => {
    const listed = changeEntries(catalog).find(({ event }) => event.change === 'listed');
    expect(listed?.codes.map(({ code }) => code)).toEqual(['4401', '4701']);
    expect(listed && entryTitle(listed)).toBe('Acme, 2 codes: First listed');
  });

  test('have ids of their own that do not change when codes are added to them', () => {
    expect(changeEntries(catalog).map(({ id }) => id)).toEqual([
      '2019-acme-4701-redefined',
      '2020-08-18-acme-4701-retitled',
      '2020-08-18-acme-4701-retitled-2',
      '2018-01-16-acme-listed',
    ]);
  });
});

describe('feeds', () => {
  test('the Atom feed has an entry with id, time and link for each change, and escapes what it quotes', () => {
    const feed = atomFeed(catalog, examplePublication);
    expect(feed).toContain('<id>https://codes.example.org/docs/changes/#2019-acme-4701-redefined</id>');
    expect(feed).toContain('<updated>2023-02-01T00:00:00Z</updated>');
    expect(feed).toContain('&lt;q&gt;Stop &amp;amp; &amp;lt;go&amp;gt;&lt;/q&gt;');
    expect([...feed.matchAll(/<entry>/g)]).toHaveLength(4);
  });

  test('the JSON feed carries the events as data', () => {
    const [first] = jsonFeed(catalog, examplePublication).items;
    expect(first).toMatchObject({
      title: 'Acme 4701 Recipient opted out: New meaning',
      content_html: expect.stringContaining('It now means <code>STOP</code>.') as string,
      _undelivered: { refs: ['acme/4701'], event: { change: 'redefined', until: '2023-02-01' } },
    });
  });
});
