import { getCollection } from 'astro:content';
import { paths } from '../urls.ts';
import { about } from './about.ts';
import type { Guide } from './llms.ts';
import { blocks, frontMatter, withWholeLinks } from './markdown/text.ts';
import { twinOf } from './paths.ts';
import type { Publication } from './publication.ts';

/** A guide with its Markdown, which is what it was written in. */
export interface GuideText extends Guide {
  /** Last part of its address: `open-data`. */
  readonly id: string;
  readonly markdown: string;
}

const folder = /^guides\//;

/** All guides but their list, by id. */
export async function getGuides(publication: Publication): Promise<GuideText[]> {
  const entries = await getCollection('docs', ({ id }) => folder.test(id));
  return entries
    .map(({ id: entry, data: { title, description = '' }, body = '' }) => {
      const id = entry.replace(folder, '');
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
    })
    .sort((a, b) => a.id.localeCompare(b.id, 'en'));
}
