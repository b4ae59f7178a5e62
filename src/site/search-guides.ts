import { getCollection } from 'astro:content';
import type { GuideText } from './search-index.ts';

/** The guides as search knows them: title and description. */
export async function searchGuides(): Promise<GuideText[]> {
  const entries = await getCollection('docs', ({ id }) => id.startsWith('guides/'));
  return entries
    .map(({ id, data: { title, description = '' } }) => ({ ref: id, title, description }))
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
}
