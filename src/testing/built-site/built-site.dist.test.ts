import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readCatalog } from '#catalog/node';
import { REPOSITORY_URL, SITE_URL } from '#site/environment';
import { packagesOfOthers } from '#site/generated-files/licences-text';
import { isSearchPiece } from '#site/offline/kept-files';
import { about } from '#site/open-data/about';
import { linksOf, readGuides } from '../guides/guides.ts';
import { attributes, dist, isBuilt, readPages, textOf } from './built-site.ts';
import { weigh } from './page-weight.ts';
import firstEditions from '../first-editions.json' with { type: 'json' };

const catalog = readCatalog(resolve(import.meta.dirname, '../../../data'));
const codes = catalog.sets.flatMap((set) => set.codes);
const pages = readPages();
const byPath = new Map(pages.map((page) => [page.path, page]));
/** Links within the site have no host; with this one they can be told from others. */
const here = 'https://here.example.com';
const htmlOf = (path: string) => byPath.get(path)?.html ?? '';

describe('addresses', () => {
  test('every code, family, set and cause has its page', () => {
    const wanted = [
      ...codes.map((code) => `/${code.set.id}/${code.code}/`),
      ...catalog.sets.flatMap((set) => [`/${set.id}/`, ...set.families.map((family) => `/${set.id}/${family.id}/`)]),
      ...catalog.causes.map((cause) => `/causes/${cause.id}/`),
    ];
    expect(wanted.filter((path) => !byPath.has(path))).toEqual([]);
  });

  test('a number that one set has leads on to its code, and one of several sets shows each meaning', () => {
    const numbers = Map.groupBy(
      codes.filter(({ code }) => /^\d+$/.test(code)),
      ({ code }) => code,
    );
    const lacking = [...numbers].filter(([number, meanings]) => {
      const html = readFileSync(join(dist, number, 'index.html'), 'utf8');
      const links = attributes(html, 'href');
      const [target] = meanings.map(({ set }) => `/${set.id}/${number}/`);
      return (
        !meanings.every(({ set }) => links.includes(`/${set.id}/${number}/`)) ||
        html.includes(`<meta http-equiv="refresh" content="0; url=${target}">`) !== (meanings.length === 1)
      );
    });
    expect(lacking.map(([number]) => number)).toEqual([]);
    expect([...numbers.values()].filter((meanings) => meanings.length > 1)).not.toEqual([]);
  });

  test('a number that one set has names that set and not its provider', () => {
    const whatsapp = catalog.sets.find(({ id }) => id === 'whatsapp')?.codes.map(({ code }) => code) ?? [];
    const single = whatsapp.find((number) => codes.filter(({ code }) => code === number).length === 1);
    const html = readFileSync(join(dist, single ?? '', 'index.html'), 'utf8');
    expect(textOf(html)).toContain('Only WhatsApp has this code.');
  });

  test('the pages that people are sent to are there', () => {
    for (const path of ['/', '/decode/', '/search/', '/causes/', '/coverage/', '/404.html'])
      expect(byPath.has(path), path).toBe(true);
  });
});

describe('links', () => {
  test('every internal link leads to a file, and every anchor to an element', () => {
    const ids = new Map(pages.map(({ path, html }) => [path, new Set(attributes(html, 'id'))]));
    const broken = pages.flatMap(({ path, html }) =>
      attributes(html, 'href')
        .filter((link) => !/^(https?:|mailto:|data:)/.test(link))
        .filter((link) => {
          const url = new URL(link, `https://site.example.com${path}`);
          if (!isBuilt(url.pathname)) return true;
          const anchor = decodeURIComponent(url.hash.slice(1));
          return (
            anchor !== '' && !anchor.includes('=') && byPath.has(url.pathname) && !ids.get(url.pathname)?.has(anchor)
          );
        })
        .map((link) => `${path} → ${link}`),
    );
    expect(broken.slice(0, 20)).toEqual([]);
  });

  test('no page has the same id twice', () => {
    const repeated = pages.filter(({ html }) => new Set(attributes(html, 'id')).size < attributes(html, 'id').length);
    expect(repeated.map(({ path }) => path)).toEqual([]);
  });

  test('links to other hosts are the ones that the data and the guides name', () => {
    const named = new Set(
      [
        ...[...catalog.sources.values()].flatMap(({ url }) => url ?? []),
        ...[...readGuides().values()].flatMap(linksOf),
        about.licence.url,
      ].flatMap((link) => URL.parse(link)?.href ?? []),
    );
    const own = [SITE_URL, REPOSITORY_URL].flatMap((url) => (url === undefined ? [] : `${url.replace(/\/$/, '')}/`));
    const used = pages.flatMap(({ path, html }) =>
      attributes(html, 'href').flatMap((link) => {
        const { href, origin } = new URL(link, here + path);
        return origin === here ? [] : [{ path, href }];
      }),
    );
    const odd = used.filter(({ href }) => !named.has(href) && !own.some((site) => href.startsWith(site)));
    expect(odd.slice(0, 20)).toEqual([]);
    expect(new Set(used.map(({ href }) => href)).size).toBeGreaterThan(50);
  });
});

describe('a code page', () => {
  test('shows the exact title and name of the vendor', () => {
    const lacking = codes.filter(({ code, set, entry }) => {
      const text = textOf(htmlOf(`/${set.id}/${code}/`));
      return [entry.title, entry.name].some((word) => word !== undefined && !text.includes(word.replace(/\s+/g, ' ')));
    });
    expect(lacking.map(({ ref }) => ref)).toEqual([]);
  });

  test('still shows the wording of the documents the catalogue started from', () => {
    const lacking = Object.entries(firstEditions).filter(([ref, label]) => !textOf(htmlOf(`/${ref}/`)).includes(label));
    expect(lacking).toEqual([]);
  });

  test('has the route, the verdict, steps and sources, and its code in the heading', () => {
    const lacking = codes.filter(({ code, set }) => {
      const html = htmlOf(`/${set.id}/${code}/`);
      const heading = textOf(/<h1\b[\s\S]*?<\/h1>/.exec(html)?.[0] ?? '').replace(/\s+/g, '');
      const anchors = attributes(html, 'id');
      return (
        !heading.includes(code) ||
        !/The way of the message/i.test(html) ||
        !anchors.includes('what-to-do') ||
        !anchors.includes('sources')
      );
    });
    expect(lacking.map(({ ref }) => ref)).toEqual([]);
  });

  test('shows whose move it is, retry, billed and who reported it', () => {
    const lacking = codes.filter(({ code, set }) => {
      const text = textOf(htmlOf(`/${set.id}/${code}/`));
      return !['Whose move', 'Retry', 'Billed', 'Reported by'].every((label) => text.includes(label));
    });
    expect(lacking.map(({ ref }) => ref)).toEqual([]);
  });
});

describe('every page', () => {
  test('has one h1, a title, a description, a language and a canonical address', () => {
    const lacking = pages.filter(({ html, path }) => {
      const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
      return (
        [...html.matchAll(/<h1\b/g)].length !== 1 ||
        !/<title>[^<]+<\/title>/.test(html) ||
        !/<meta name="description" content="[^"]{20,}"/.test(html) ||
        !/<html[^>]* lang="en"/.test(html) ||
        (path !== '/404.html' && canonical === undefined)
      );
    });
    expect(lacking.map(({ path }) => path)).toEqual([]);
  });

  test('has a heading for each entry of its table of contents', () => {
    const contents = pages.map(({ path, html }) => ({
      path,
      ids: new Set(attributes(html, 'id')),
      entries: (html.match(/<aside class="contents"[\s\S]*?<\/aside>/g) ?? []).flatMap((part) =>
        attributes(part, 'href'),
      ),
    }));
    const lacking = contents.flatMap(({ path, ids, entries }) =>
      entries.filter((link) => !ids.has(link.slice(1))).map((link) => path + link),
    );
    expect(lacking).toEqual([]);
    expect(contents.find(({ path }) => path === '/bandwidth/4775/')?.entries.length).toBeGreaterThan(5);
  });

  test('has no inline event handler', () => {
    const found = pages.filter(({ html }) =>
      /<[^>]+\son[a-z]+=/i.test(html.replace(/<(pre|script|style)\b[\s\S]*?<\/\1>/g, '')),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

describe('weight, compressed, as loaded at first sight', () => {
  const kilobyte = 1024;
  const limits = [
    {
      kind: 'a code page',
      paths: codes.map((code) => `/${code.set.id}/${code.code}/`),
      bytes: 24 * kilobyte,
      requests: 8,
    },
    {
      kind: 'an overview of a set',
      paths: catalog.sets.map((set) => `/${set.id}/`),
      bytes: 45 * kilobyte,
      requests: 10,
    },
    {
      kind: 'a family',
      paths: catalog.sets.flatMap((set) => set.families.map(({ id }) => `/${set.id}/${id}/`)),
      bytes: 45 * kilobyte,
      requests: 10,
    },
    { kind: 'a page with the decoder', paths: ['/', '/decode/'], bytes: 120 * kilobyte, requests: 20 },
    {
      kind: 'a cause',
      paths: catalog.causes.map((cause) => `/causes/${cause.id}/`),
      bytes: 24 * kilobyte,
      requests: 8,
    },
  ];

  test.each(limits)('$kind keeps to $bytes bytes in $requests requests', ({ paths, bytes, requests }) => {
    // The longest pages of a kind are its heaviest; compressing all of them as a server does would take a minute.
    const longest = paths.sort((a, b) => htmlOf(b).length - htmlOf(a).length).slice(0, 20);
    const heavy = longest
      .map((path) => ({ path, weight: weigh(htmlOf(path)) }))
      .filter(({ weight }) => weight.bytes > bytes || weight.requests > requests);
    expect(heavy).toEqual([]);
  });
});

test('the sitemap lists every code', () => {
  const sitemap = readFileSync(join(dist, 'sitemap-0.xml'), 'utf8');
  expect(codes.filter(({ code, set }) => !sitemap.includes(`/${set.id}/${code}/</loc>`)).map(({ ref }) => ref)).toEqual(
    [],
  );
});

test('no page counts one code in the plural', () => {
  const odd = pages.filter(({ html }) => /(?<![\d,.])1 codes\b/.test(textOf(html)));
  expect(odd.map(({ path }) => path)).toEqual([]);
});

describe('code of others', () => {
  test('goes along with its licences, on the site and in the archive of it', () => {
    const text = readFileSync(join(dist, 'licences.txt'), 'utf8');
    for (const { name } of packagesOfOthers) expect(text).toContain(`\n${name} `);
    const archive = gunzipSync(readFileSync(join(dist, 'undelivered-site.tar.gz')));
    expect(archive.includes('undelivered-site/licences.txt\0')).toBe(true);
    expect(archive.includes(text)).toBe(true);
  });

  test('of Pagefind is what search loads and no more, such as interfaces that others again wrote parts of', () => {
    const files = readdirSync(join(dist, 'pagefind'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(dist, join(parentPath, name)).split(sep).join('/'));
    expect(files.filter((file) => !isSearchPiece(file))).toEqual([]);
    expect(files.filter((file) => /\.(js|pagefind)$/.test(file)).sort()).toEqual([
      'pagefind/pagefind-worker.js',
      'pagefind/pagefind.js',
      'pagefind/wasm.en.pagefind',
    ]);
  });
});
