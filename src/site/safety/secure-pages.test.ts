import type { AstroPrerenderer } from 'astro';
import { expect, test } from 'vitest';
import { securePages, type SecuredPage } from './secure-pages.ts';

type Render = AstroPrerenderer['render'];
const head = '<html><head></head><body>';
const answer = (body: string, type = 'text/html'): Response =>
  new Response(body, { headers: { 'content-type': type } });

/** Renders with `render`, secured; `ask` renders one address. */
function secured(render: Render) {
  const seen: SecuredPage[] = [];
  const prerenderer = securePages({ name: 'test', getStaticPaths: async () => [], render }, (page) => seen.push(page));
  const ask = async (path: string, type = 'page'): Promise<string> => {
    const options = { routeData: { type } } as Parameters<Render>[1];
    const rendered = await prerenderer.render(new Request(`https://docs.example.com${path}`), options);
    return (rendered instanceof Response ? rendered : rendered.response).text();
  };
  return { seen, prerenderer, ask };
}

test('each page has its own policy, and there is one of all pages', async () => {
  const { ask, prerenderer } = secured(async ({ url }) =>
    answer(`${head}<script>at("${new URL(url).pathname}")</script>`),
  );
  const [first, second] = [await ask('/a/'), await ask('/b/')];
  const hashes = (html: string) => html.match(/'sha256-[^']+'/g);
  expect(hashes(first)).toHaveLength(1);
  expect(hashes(second)).not.toEqual(hashes(first));
  for (const hash of [...hashes(first)!, ...hashes(second)!]) expect(prerenderer.policyOfAll()).toContain(hash);
});

test('pages are handed over in the order in which they began, whichever is rendered first', async () => {
  const slow = Promise.withResolvers<Response>();
  const { ask, seen } = secured(async ({ url }) => {
    return url.endsWith('/slow/') ? slow.promise : answer(head);
  });
  const asked = [ask('/slow/'), ask('/file.json', 'endpoint'), ask('/fast/')];
  await Promise.all(asked.slice(1));
  expect(seen).toEqual([]);
  slow.resolve(answer(head));
  await Promise.all(asked);
  expect(seen.map(({ pathname }) => pathname)).toEqual(['/slow/', '/fast/']);
});

test('what is no page stays as it is', async () => {
  const { ask, seen } = secured(async () => answer('{"a":"<head>"}', 'application/json'));
  expect(await ask('/a.json', 'endpoint')).toBe('{"a":"<head>"}');
  expect(seen).toEqual([]);
});
