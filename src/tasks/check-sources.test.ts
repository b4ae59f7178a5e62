import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readGuides } from '../testing/guides/guides.ts';
import { checkSources, citedByGuides, describeChecks } from './check-sources.ts';

let server: Server;
let origin: string;
let open = 0;
let mostOpen = 0;
const requests: string[] = [];
const waited: number[] = [];
/** Stands in for time: pauses are noted and over at once. */
const pause = (milliseconds: number) => {
  waited.push(milliseconds);
  return Promise.resolve();
};
/** How often an address was asked, this time included. */
const timesAsked = (url: string | undefined) => requests.filter((request) => request.endsWith(` ${url}`)).length;

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    mostOpen = Math.max(mostOpen, ++open);
    const answer = () => {
      open -= 1;
      if (request.url === '/moved') response.writeHead(301, { Location: '/new' });
      else if (request.url === '/gone') response.writeHead(404);
      else if (request.url === '/guarded') response.writeHead(403);
      else if (request.url === '/no-head' && request.method === 'HEAD') response.writeHead(405);
      else if (request.url === '/busy') response.writeHead(503);
      // Two requests are one try: HEAD, then GET.
      else if (request.url === '/busy-at-first' && timesAsked(request.url) <= 2) response.writeHead(503);
      else response.writeHead(200);
      response.end();
    };
    const isSilent = request.url === '/silent' || (request.url === '/silent-at-first' && timesAsked(request.url) === 1);
    if (!isSilent) setTimeout(answer, 10);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  requests.length = 0;
  waited.length = 0;
});

const check = (paths: readonly string[], options = {}) =>
  checkSources(
    paths.map((path) => [path, { url: origin + path }] as const),
    { pause, ...options },
  );

test('what is there, moved, gone and guarded is told apart', async () => {
  const checks = await check(['/there', '/moved', '/gone', '/guarded', '/no-head']);
  expect(checks.map(({ id, state }) => [id, state])).toEqual([
    ['/there', 'there'],
    ['/moved', 'moved'],
    ['/gone', 'dead'],
    ['/guarded', 'refused'],
    ['/no-head', 'there'],
  ]);
  expect(checks[1]?.says).toBe(`${origin}/new`);
});

test('an address that never answers and one where nobody listens are dead', async () => {
  expect(await check(['/silent'], { timeout: 100 })).toMatchObject([{ state: 'dead' }]);
  const nobody = await checkSources([['nobody', { url: 'http://127.0.0.1:9/' }]], { pause });
  expect(nobody).toMatchObject([{ state: 'dead' }]);
});

test('an address that is silent or busy is asked again after a pause, and there if it answers then', async () => {
  const checks = await check(['/silent-at-first', '/there', '/busy-at-first'], { timeout: 200, pauses: [5, 50] });
  expect(checks.map(({ id, state }) => [id, state])).toEqual([
    ['/silent-at-first', 'there'],
    ['/there', 'there'],
    ['/busy-at-first', 'there'],
  ]);
  expect(waited).toEqual([5]);
  expect(timesAsked('/there')).toBe(1);
});

test('an address that stays busy is dead after the last pause, and how often it was asked is told', async () => {
  expect(await check(['/busy'], { pauses: [5, 50] })).toMatchObject([{ state: 'dead', says: '503, asked 3 times' }]);
  expect(waited).toEqual([5, 50]);
  expect(timesAsked('/busy')).toBe(6);
});

test('a page that is gone or guarded is not asked for again', async () => {
  await check(['/gone', '/guarded']);
  expect(waited).toEqual([]);
  expect([timesAsked('/gone'), timesAsked('/guarded')]).toEqual([2, 2]);
});

test('each address that answers is asked once, few at a time, and a source without one not at all', async () => {
  open = 0;
  mostOpen = 0;
  const paths = Array.from({ length: 12 }, (_, index) => `/page-${index}`);
  const checks = await checkSources([
    ...[...paths, '/page-0'].map((path) => [path, { url: origin + path }] as const),
    ['offline', {}],
  ]);
  expect(checks).toHaveLength(13);
  expect(requests).toHaveLength(12);
  expect(mostOpen).toBeLessThanOrEqual(4);
});

test('what the guides link to outside of the site is cited too, once a guide', () => {
  const text = 'See [a](https://docs.example.com/a), [a again](https://docs.example.com/a) and [search](../search/).';
  expect(
    citedByGuides(
      new Map([
        ['one', text],
        ['two', `${text}\n\n[b]: https://docs.example.com/b`],
      ]),
    ),
  ).toEqual([
    ['guides/one', { url: 'https://docs.example.com/a' }],
    ['guides/two', { url: 'https://docs.example.com/a' }],
    ['guides/two', { url: 'https://docs.example.com/b' }],
  ]);
  const named = new Set(citedByGuides(readGuides()).map(([id]) => id));
  expect([...named]).toEqual(expect.arrayContaining(['guides/bandwidth-webhooks', 'guides/bird-webhooks']));
});

test('the summary lists what needs a look only', async () => {
  const summary = describeChecks(await check(['/there', '/moved', '/gone']));
  expect(summary).toContain('1 of 3 answer');
  expect(summary).toMatch(/Dead[^#]*\/gone/);
  expect(summary).toMatch(/Moved[^#]*\/new/);
  expect(summary).not.toContain('/there');
});
