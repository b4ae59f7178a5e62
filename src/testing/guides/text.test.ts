import { describe, expect, test } from 'vitest';
import { paths } from '../../site/urls.ts';
import { linksOf, readGuides, withoutBlocks } from './guides.ts';
import { catalog, published } from './published-sets.ts';

const guides = readGuides();
const guide = (name: string): string => guides.get(name) ?? '';

describe('the text of the guides', () => {
  const pages = new Set([
    ...[
      paths.home,
      paths.decode,
      paths.search,
      paths.causes,
      paths.coverage,
      paths.guides,
      '/changes/',
      '/changes/feed.xml',
      '/changes/feed.json',
      '/undelivered-site.tar.gz',
    ],
    ...['/licences.txt', '/llms.txt', '/llms-full.txt', '/api/v1/codes.csv', ...published.keys()],
    ...[...guides.keys()].filter((name) => name !== 'index').map((name) => paths.guide(name)),
    ...catalog.causes.map(({ id }) => paths.cause(id)),
    ...catalog.sets.flatMap(({ id, families, codes }) => [
      paths.set(id),
      ...families.map((family) => paths.family(id, family.id)),
      ...codes.flatMap(({ code }) => [paths.code(id, code), paths.bare(code)]),
    ]),
  ]);

  test('links lead to pages, and hold also under a base path', () => {
    const wrong = [...guides].flatMap(([name, text]) => {
      const own = name === 'index' ? paths.guides : paths.guide(name);
      return linksOf(text)
        .filter((link) => !link.startsWith('https://'))
        .filter((link) => {
          if (!/^\.{1,2}\//.test(link)) return true;
          const { pathname, hash } = new URL(link, `https://codes.example.org${own}`);
          const target = guide(/^\/guides\/([\w-]+)\/$/.exec(pathname)?.[1] ?? '');
          const hasAnchor =
            hash === '' ||
            [...target.matchAll(/^##+ (.+)$/gm)].some(
              ([, heading = '']) =>
                `#${heading
                  .toLowerCase()
                  .replace(/[^\w -]/g, '')
                  .replaceAll(' ', '-')}` === hash,
            );
          return !pages.has(pathname) || !hasAnchor;
        })
        .map((link) => `${name}: ${link}`);
    });
    expect(wrong).toEqual([]);
  });

  test('references to sources are defined and used', () => {
    for (const [name, text] of guides) {
      const prose = withoutBlocks(text);
      const defined = [...prose.matchAll(/^\[([\w-]+)\]: /gm)].map(([, id]) => id);
      const used = [...prose.matchAll(/\]\[([\w-]+)\]/g)].map(([, id]) => id);
      expect([...new Set(used)].sort(), name).toEqual([...defined].sort());
    }
  });

  test('the list has every guide, and every guide a title and a description', () => {
    const listed = linksOf(guide('index')).map((link) => link.replaceAll(/^\.\/|\/$/g, ''));
    expect(listed.sort()).toEqual([...guides.keys()].filter((name) => name !== 'index').sort());
    for (const [name, text] of guides) expect(text, name).toMatch(/^---\ntitle: .+\ndescription: .{20,160}\n/);
  });

  test('the wording is plain', () => {
    const unwanted = /\b(please|simply|just|easily|obviously|TODO|FIXME)\b|—|–|!(?=\s|$)/i;
    const found = [...guides].flatMap(([name, text]) => {
      const hit = unwanted.exec(withoutBlocks(text));
      return hit ? [`${name}: ${hit[0]}`] : [];
    });
    expect(found).toEqual([]);
  });

  test('numbers of people and hosts in examples are made up', () => {
    const numbers = [...guides].flatMap(([name, text]) =>
      [...text.matchAll(/(?<!\d)\+?1?\d{10}(?!\d)/g)].map(([number]) => ({ name, number })),
    );
    const odd = numbers.filter(({ name, number }) =>
      number.startsWith('+') || name === 'bird-webhooks' ? !/^\+?120255501\d\d$/.test(number) : false,
    );
    expect(odd.filter(({ number }) => !/^0123456789$/.test(number))).toEqual([]);
    const hosts = [...guides.values()].flatMap((text) =>
      [...text.matchAll(/^```[\s\S]*?^```$/gm)].flatMap(([block]) =>
        [...block.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host),
      ),
    );
    expect(hosts.filter((host) => !/(^|\.)example\.com$/.test(host ?? ''))).toEqual([]);
  });
});
