import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { readCatalog } from '#catalog/node';
import { dist, isBuilt, textOf } from '../../testing/built-site/built-site.ts';
import { BASE_PATH, SITE_URL } from '../environment.ts';
import { markdownTwins } from '../markdown/twins.ts';
import { withBase } from '../urls.ts';
import { api, machinePaths } from './paths.ts';
import { publicationOf } from './publication.ts';
import { jsonFiles } from './published.ts';

const catalog = readCatalog(resolve(import.meta.dirname, '../../../data'));
const publication = publicationOf(catalog);
const twins = [...markdownTwins(catalog, publication).keys()];
const read = (path: string) => readFileSync(join(dist, path), 'utf8');

/** Addresses of our own in a text that do not lead to a file of the build. */
function brokenAddresses(text: string): string[] {
  const site = new URL(withBase('/', BASE_PATH), SITE_URL).href;
  const addresses = [...text.matchAll(/https?:\/\/[^\s"'<>)`\\&]+/g)].map(([address]) => address);
  return addresses
    .filter((address) => address.startsWith(site) && !address.includes('{'))
    .map((address) => new URL(address).pathname.slice(new URL(site).pathname.length - 1))
    .filter((path) => path !== machinePaths.sitemap && !isBuilt(path));
}

describe('the built open data', () => {
  test('has every JSON file, as it is made from the data', () => {
    const odd = [...jsonFiles(catalog, publication)].filter(
      ([path, { build }]) => !isBuilt(path) || JSON.stringify(JSON.parse(read(path))) !== JSON.stringify(build()),
    );
    expect(odd.map(([path]) => path)).toEqual([]);
  });

  test('has a Markdown twin of every page, the guides included', () => {
    expect([...twins, '/guides/open-data.md'].filter((path) => !isBuilt(path))).toEqual([]);
  });

  test('titles the twin of a code as its page', () => {
    const codes = catalog.sets.flatMap((set) => set.codes);
    const odd = codes.filter(({ set, code }) => {
      const { title } = load(/^---\n([\s\S]*?)\n---\n/.exec(read(`/${set.id}/${code}.md`))?.[1] ?? '') as {
        title: string;
      };
      const page = readFileSync(join(dist, set.id, code, 'index.html'), 'utf8');
      return textOf(/<title>[^<]*<\/title>/.exec(page)?.[0] ?? '').trim() !== `${title} · Undelivered`;
    });
    expect(odd.map(({ ref }) => ref)).toEqual([]);
  });

  test('has feeds, table, texts and descriptors', () => {
    const { atom, jsonFeed, llms, llmsFull, openSearch, sitemap } = machinePaths;
    expect(
      [api.csv, atom, jsonFeed, llms, llmsFull, openSearch, sitemap, '/robots.txt', '/_headers'].filter(
        (path) => !isBuilt(path),
      ),
    ).toEqual([]);
  });

  test('leads nowhere that is not there', () => {
    const files = [
      ...twins,
      api.index,
      api.causes,
      ...catalog.sets.map(({ id }) => api.set(id)),
      machinePaths.llms,
      machinePaths.atom,
      machinePaths.jsonFeed,
    ];
    expect(
      files
        .flatMap((path) => [...new Set(brokenAddresses(read(path)))].map((broken) => `${path} → ${broken}`))
        .slice(0, 20),
    ).toEqual([]);
  });
});
