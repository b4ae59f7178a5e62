import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** The full-text index of a site in the making: Pagefind, which runs in a process of its own. */
export interface FullTextWriter {
  /** Takes a page where it is one for the full text. `path` is its file below the site. */
  see(path: string, html: string): void;
  /** Writes the index into the site. Throws where Pagefind could not read a page or write. */
  write(folder: string): Promise<void>;
}

/** Starlight's mark of a page that full-text search finds. */
const isMarked = (html: string): boolean => html.includes('data-pagefind-body');

/** Starts Pagefind. It gets only the pages that it is to find, and gets them while others are still being worked on. */
export async function startFullText(): Promise<FullTextWriter> {
  const created = await createIndex();
  const index = whole(created).index;
  if (index === undefined) throw new Error('Pagefind made no index.');
  const added: Promise<unknown>[] = [];
  return {
    see(path, html) {
      if (isMarked(html)) added.push(index.addHTMLFile({ sourcePath: path, content: html }).then(whole));
    },
    async write(folder) {
      try {
        await Promise.all(added);
        // Pagefind's own writeFiles answers before all it wrote is on the disk, and loses what is not when it is closed.
        for (const { path, content } of whole(await index.getFiles()).files) {
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

function whole<Answer extends { readonly errors: readonly string[] }>(answer: Answer): Answer {
  if (answer.errors.length > 0) throw new Error(`Pagefind: ${answer.errors.join(', ')}`);
  return answer;
}
