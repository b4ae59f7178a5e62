import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { isSearchPiece } from '../offline/kept-files.ts';

/** The full-text index of a site in the making: Pagefind, which runs in a process of its own. */
export interface FullTextWriter {
  /** Takes a page where it is one for the full text. `path` is its address below the site: `bandwidth/4775/`. */
  see(path: string, html: string): void;
  /** Writes the index into the site. Throws where Pagefind could not start or read a page. */
  write(folder: string): Promise<void>;
}

/** Starlight's mark of a page that full-text search finds. */
const isMarked = (html: string): boolean => html.includes('data-pagefind-body');

/**
 * Starts Pagefind. It gets only the pages that it is to find, while others are still rendered. The same pages in the same
 * order give the same bytes.
 */
export function startFullText(): FullTextWriter {
  const index = start();
  const added: Promise<unknown>[] = [];
  // What goes wrong is told by `write`.
  index.catch(() => undefined);
  return {
    see(path, html) {
      if (!isMarked(html)) return;
      const file = { sourcePath: `${path}index.html`, content: html };
      const add = index.then((started) => started.addHTMLFile(file)).then(whole);
      add.catch(() => undefined);
      added.push(add);
    },
    async write(folder) {
      try {
        await Promise.all(added);
        // Pagefind's own writeFiles answers before all it wrote is on the disk, and loses what is not when it is closed.
        const { files } = whole(await (await index).getFiles());
        for (const { path, content } of files) {
          if (!isSearchPiece(`pagefind/${path}`)) continue;
          const file = join(folder, 'pagefind', path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        }
      } finally {
        await close();
      }
    },
  };
}

async function start(): Promise<PagefindIndex> {
  const { index } = whole(await createIndex());
  if (index === undefined) throw new Error('Pagefind made no index.');
  return index;
}

function whole<Answer extends { readonly errors: readonly string[] }>(answer: Answer): Answer {
  if (answer.errors.length > 0) throw new Error(`Pagefind: ${answer.errors.join(', ')}`);
  return answer;
}
