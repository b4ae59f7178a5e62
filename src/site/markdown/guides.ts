import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { about } from '../open-data/about.ts';
import { twinOf } from '../open-data/paths.ts';
import type { Publication } from '../open-data/publication.ts';
import { paths } from '../urls.ts';
import type { Guide } from './llms.ts';
import { blocks, frontMatter, withWholeLinks } from './text.ts';

/** A guide with its Markdown, which is what it was written in. */
export interface GuideText extends Guide {
  /** Last part of its address: `open-data`. */
  readonly id: string;
  readonly markdown: string;
}

/**
 * All guides but their list, by id. Read from their files and not from Astro's collection of them, which only a page that
 * Astro renders can ask; the collection checks their front matter.
 */
export const readGuides = (publication: Publication, folder = resolve('src/content/docs/guides')): GuideText[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'index.md')
    .map((name) => guideIn(readFileSync(join(folder, name), 'utf8'), name.slice(0, -'.md'.length), publication))
    .sort((a, b) => a.id.localeCompare(b.id, 'en'));

function guideIn(file: string, id: string, publication: Publication): GuideText {
  const [, front = '', body = ''] = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)([\s\S]*)$/.exec(file) ?? [];
  const { title = id, description = '' } = (load(front) ?? {}) as { title?: string; description?: string };
  const url = publication.address(paths.guide(id));
  return {
    id,
    path: twinOf(paths.guide(id)),
    title,
    description,
    markdown: blocks(
      frontMatter({ title, description, url, license: about.licence.spdx }),
      `# ${title}`,
      withWholeLinks(body.trim(), url),
    ).concat('\n'),
  };
}
