import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import type { Catalog } from '#catalog';
import { withBase } from '../urls.ts';
import type { MakeFile } from './generated-files.ts';

type CatalogModule = typeof import('../catalog.ts');
type FilesModule = typeof import('./generated-files.ts');

/** Types of the generated files by their endings, for the development server. */
const types: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
};

const modulePath = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * Writes the generated files of a build on a thread of its own, and answers requests for them while developing. Comes
 * before the integrations that read the built site.
 */
export const writeFiles = (): AstroIntegration => {
  let folder: string;
  let base: string;
  let worker: Worker | undefined;
  let written: Promise<void> | undefined;
  return {
    name: 'undelivered:generated-files',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command !== 'build') return;
        worker = new Worker(modulePath('write-files-worker.ts'));
        // A build that fails elsewhere must not wait for it.
        worker.unref();
        written = ended(worker);
        written.catch(() => undefined);
      },
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir);
        base = config.base;
      },
      // Astro has emptied the folder.
      'astro:build:setup': () => {
        worker?.ref();
        worker?.postMessage(folder);
      },
      'astro:build:done': () => written,
      'astro:server:setup': ({ server }) => {
        let known: { readonly catalog: Catalog; readonly files: ReadonlyMap<string, MakeFile> } | undefined;
        const fileAt = async (path: string): Promise<string | Uint8Array | undefined> => {
          // Loaded by Vite, so that a changed file of data/ counts at once.
          const { getCatalog } = (await server.ssrLoadModule(modulePath('../catalog.ts'))) as CatalogModule;
          const { generatedFiles } = (await server.ssrLoadModule(modulePath('generated-files.ts'))) as FilesModule;
          const catalog = getCatalog();
          if (known?.catalog !== catalog) known = { catalog, files: generatedFiles(catalog) };
          return known.files.get(path)?.();
        };
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          const type = types[/\.(\w+)$/.exec(pathname)?.[1] ?? ''];
          if (type === undefined) return next();
          const below = withBase('/', base).slice(0, -1);
          const path = pathname.startsWith(`${below}/`) ? pathname.slice(below.length) : pathname;
          fileAt(path).then((content) => {
            if (content === undefined) next();
            else response.setHeader('Content-Type', type).end(content);
          }, next);
        });
      },
    },
  };
};

const ended = (worker: Worker): Promise<void> =>
  new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The thread that writes generated files ended with ${code}.`)),
    );
  });
