import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { contentTypeOf } from './content-types.ts';

/** A server that runs until it is closed. */
export interface StaticServer {
  /** Address without a slash at its end. */
  readonly site: string;
  close(): void;
}

/** Answers in place of the folder, for what a test wants to go wrong; says whether it did. */
type Interception = (path: string, response: ServerResponse) => boolean;

/**
 * Serves a folder as the plainest servers do: a file by its path, `index.html` for a path that ends with a slash, and
 * nothing else. `folder` is asked with each request.
 */
export async function serveFolder(folder: () => string, intercept?: Interception): Promise<StaticServer> {
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    if (intercept?.(path, response)) return;
    const file = join(folder(), path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': contentTypeOf(file) }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    site: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
