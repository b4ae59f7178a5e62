/// <reference lib="webworker" />
import { cacheOf, factsPath, isOurCache, keepOrder, type CopyFacts } from './copy-facts.ts';
import { contentTypeOf } from './content-type.ts';
import { unpackTar } from './unpack-tar.ts';

/*
 * Keeps one version of the whole site and answers from it. A build writes its version and the name of its bundle into
 * this file, so that each build has a worker of its own with a cache of its own: a page is answered from the version it
 * came from or, for what is not kept, from the network. A newer worker loads its bundle completely and then waits until
 * the last page of the older version is closed, as browsers do by themselves; nothing here shortens that.
 */

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build: what a host says of every file of the site; see `site/safety/headers.ts`. */
declare const HEADERS: Readonly<Record<string, string>>;
/** Put in by the build. */
declare const BUNDLE: { readonly version: string; readonly path: string; readonly files: number };

const base = new URL('./', self.location.href).pathname;
const cacheName = cacheOf(BUNDLE.version);

self.addEventListener('install', (event) => event.waitUntil(keepBundle()));

// Asked for by a page whose copy is gone while the worker lives on: removed and wanted again, or cleared by the browser.
self.addEventListener('message', (event) => {
  if (event.data !== keepOrder) return;
  const answerWith = (isKept: boolean) => event.ports[0]?.postMessage(isKept);
  event.waitUntil(
    keepBundle().then(
      () => answerWith(true),
      () => answerWith(false),
    ),
  );
});

self.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      const older = names.filter((name) => isOurCache(name) && name !== cacheName);
      await Promise.all(older.map((name) => caches.delete(name)));
      // The page that asked for the copy is to be answered from it at once. No page of an older version is open here.
      await self.clients.claim();
    })(),
  ),
);

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && new URL(url).origin === self.location.origin) event.respondWith(answer(event.request));
});

/** Files of the copy by their address; read when first asked for, since a worker is stopped and started at any time. */
let copy: Promise<ReadonlyMap<string, Kept>> | undefined;

interface Kept {
  readonly path: string;
  readonly content: Uint8Array;
}

/** Loads the bundle in one request and keeps it as it is, packed; on any failure nothing is kept. */
async function keepBundle(): Promise<void> {
  copy = undefined;
  try {
    const response = await fetch(base + BUNDLE.path);
    if (!response.ok) throw new Error(`${BUNDLE.path} answered ${response.status}`);
    const bundle = await response.blob();
    const files = await unpack(bundle);
    if (files.size !== BUNDLE.files) throw new Error(`${files.size} files, not ${BUNDLE.files}`);
    const cache = await caches.open(cacheName);
    await cache.put(base + BUNDLE.path, new Response(bundle));
    const pages = [...files.values()].filter(({ path }) => path.endsWith('.html')).length;
    const facts: CopyFacts = { version: BUNDLE.version, pages, bytes: bundle.size };
    await cache.put(base + factsPath, Response.json(facts));
    copy = Promise.resolve(files);
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

async function unpack(bundle: Blob): Promise<ReadonlyMap<string, Kept>> {
  const unpacked = bundle.stream().pipeThrough(new DecompressionStream('gzip'));
  const archive = new Uint8Array(await new Response(unpacked).arrayBuffer());
  return new Map(Array.from(unpackTar(archive), (file) => [addressOf(file.path), file]));
}

/** The address of a file: `bandwidth/4775/index.html` is `/bandwidth/4775/`. */
const addressOf = (path: string): string => base + path.replace(/(^|\/)index\.html$/, '$1');

/** The copy, from memory or from the cache; without files where it was removed. Asking never opens a cache anew. */
async function readCopy(): Promise<ReadonlyMap<string, Kept>> {
  const response = await caches.match(base + BUNDLE.path, { cacheName });
  return response ? unpack(await response.blob()) : new Map<string, Kept>();
}

async function kept(address: string): Promise<Response | undefined> {
  copy ??= readCopy().catch(() => {
    // What cannot be read is asked of the network, and tried again with the next request.
    copy = undefined;
    return new Map<string, Kept>();
  });
  const file = (await copy).get(address);
  return (
    file &&
    new Response(file.content as BodyInit, { headers: { ...HEADERS, 'Content-Type': contentTypeOf(file.path) } })
  );
}

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const found = await kept(pathname);
  if (found) return found;
  try {
    return await fetch(request);
  } catch (error) {
    if (request.mode !== 'navigate') throw error;
    if (await kept(`${pathname}/`)) return Response.redirect(`${pathname}/`, 301);
    const notice = await kept(`${base}offline/`);
    if (!notice) throw error;
    return new Response(notice.body, { status: 503, headers: notice.headers });
  }
}
