import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { contentTypeOf } from './content-types.ts';
import { headersFor, readHeaderRules } from './headers-file.ts';

/**
 * Serves the built site as a static host does: with the headers of `_headers`, `404.html` for what is not there, and a
 * redirect to the slash of a folder. Only for tests: `node serve-site.node.ts <port>`.
 */
const dist = resolve(import.meta.dirname, '../../dist');
const rules = readHeaderRules(readFileSync(join(dist, '_headers'), 'utf8'));

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const path = safeDecode(pathname);
  const file = resolve(dist, `.${path.endsWith('/') ? `${path}index.html` : path}`);
  const isInside = file.startsWith(`${dist}/`) && !path.includes('\0');
  const found = isInside ? statSync(file, { throwIfNoEntry: false }) : undefined;
  if (found?.isDirectory()) {
    response.writeHead(301, { Location: `${pathname}/` }).end();
    return;
  }
  const sent = found?.isFile() ? file : join(dist, '404.html');
  response.writeHead(found?.isFile() ? 200 : 404, {
    'Content-Type': contentTypeOf(sent),
    ...headersFor(path, rules),
  });
  response.end(request.method === 'HEAD' ? undefined : readFileSync(sent));
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '/404.html';
  }
}

createServer(answer).listen(Number(process.argv[2]), 'localhost');
