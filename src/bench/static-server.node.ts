import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { contentTypeOf } from '../testing/content-types.ts';
import { headersFor, readHeaderRules, type HeaderRule } from '../testing/headers-file.ts';

/** What one visitor was sent. */
export interface Traffic {
  readonly requests: number;
  /** Bodies as they were sent, after brotli, in bytes. */
  readonly bytes: number;
  /** Of these bytes, those that a service worker asked for beside the page, its script among them. */
  readonly workerBytes: number;
  readonly workerRequests: number;
}

export interface StaticServer {
  readonly origin: string;
  /** What was sent since the last call. */
  takeTraffic(): Traffic;
  close(): Promise<void>;
}

/** A built site, ready to be served: files are compressed once, whoever asks first. */
export interface Site {
  readonly folder: string;
  readonly rules: readonly HeaderRule[];
  readonly compressed: Map<string, Buffer>;
  /** More files by path, as text: what the bench itself needs. They are sent as they are, without headers of the site. */
  readonly extra: ReadonlyMap<string, string>;
}

/** Headers come from the `_headers` file of the folder, as on the hosts that read it. */
export function siteIn(folder: string, extra: Readonly<Record<string, string>> = {}): Site {
  const file = join(folder, '_headers');
  const rules = existsSync(file) ? readHeaderRules(readFileSync(file, 'utf8')) : [];
  return { folder, rules, compressed: new Map(), extra: new Map(Object.entries(extra)) };
}

/** Packed already: brotli would make them no smaller. */
const isPacked = /\.(png|webp|woff2|ico|gz|pf_\w+|pagefind)$/;

/** Serves a built site on a free port, compressed with brotli, and counts what it sends. */
export async function serve(site: Site): Promise<StaticServer> {
  const nothing: Traffic = { requests: 0, bytes: 0, workerRequests: 0, workerBytes: 0 };
  let traffic = nothing;
  /** Addresses of scripts of service workers: what these ask for names them as where it comes from. */
  const workers = new Set<string>();
  const server = createServer(({ url = '/', headers }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    if (headers['sec-fetch-dest'] === 'serviceworker') workers.add(`http://${headers.host}${url}`);
    const isOfWorker = headers['sec-fetch-dest'] === 'serviceworker' || workers.has(headers.referer ?? '');
    const size = answer(site, path, String(headers['accept-encoding']).includes('br'), response);
    traffic = {
      requests: traffic.requests + 1,
      bytes: traffic.bytes + size,
      workerRequests: traffic.workerRequests + (isOfWorker ? 1 : 0),
      workerBytes: traffic.workerBytes + (isOfWorker ? size : 0),
    };
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeTraffic() {
      const taken = traffic;
      traffic = nothing;
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        // First no new connections, then none of the old: the browser opens some ahead of need.
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Sends a file, or the page of what was not found; returns the size of the body. */
function answer(site: Site, path: string, takesBrotli: boolean, response: ServerResponse): number {
  const file = fileFor(site, path);
  const name = file ?? fileFor(site, '/404.html');
  const plain = name === undefined ? Buffer.from('Not found') : contentOf(site, name);
  const isCompressed = takesBrotli && name !== undefined && !isPacked.test(name) && !site.extra.has(name);
  const body = isCompressed ? compress(site, name, plain) : plain;
  const rules = site.extra.has(path) ? [] : site.rules;
  for (const [header, value] of Object.entries(headersFor(path, rules))) response.setHeader(header, value);
  if (!response.hasHeader('content-type')) response.setHeader('content-type', contentTypeOf(name ?? 'missing.txt'));
  if (isCompressed) response.setHeader('content-encoding', 'br');
  response.setHeader('vary', 'accept-encoding');
  // Names of these files change with what they hold.
  if (/^\/(_astro|assets)\//.test(path)) response.setHeader('cache-control', 'public, max-age=31536000, immutable');
  response.setHeader('content-length', body.length);
  response.writeHead(file === undefined ? 404 : 200).end(body);
  return body.length;
}

/** The file that a path stands for, or the path itself for an extra one: itself, with `.html`, or the index of a folder. */
function fileFor({ folder, extra }: Site, path: string): string | undefined {
  if (extra.has(path)) return path;
  const base = join(folder, normalize(path));
  if (!base.startsWith(folder)) return undefined;
  const candidates = path.endsWith('/') ? [join(base, 'index.html')] : [base, `${base}.html`, join(base, 'index.html')];
  return candidates.find((file) => existsSync(file) && statSync(file).isFile());
}

const contentOf = ({ extra }: Site, name: string): Buffer => {
  const text = extra.get(name);
  return text === undefined ? readFileSync(name) : Buffer.from(text);
};

function compress({ compressed }: Site, name: string, plain: Buffer): Buffer {
  const body = compressed.get(name) ?? brotli(plain);
  compressed.set(name, body);
  return body;
}

/** At the highest quality, as hosts compress static files ahead of time. */
export const brotli = (plain: Buffer): Buffer =>
  brotliCompressSync(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  });
