import { getCatalog } from '../catalog.ts';
import { pageProps } from '../page-props.ts';
import { describeChanges } from './changes.ts';
import { changesHead } from './head.ts';
import { publicationOf } from './publication.ts';

/** The page of changes. */
export function changesRoute() {
  const catalog = getCatalog();
  const page = describeChanges(catalog);
  const frame = pageProps({
    title: 'Changes',
    description:
      'What providers changed in their failure codes, and what was corrected: new, renamed, redefined and removed codes, with dates and sources.',
    sections: [...page.years, ...(page.sources.length > 0 ? [{ id: 'sources', heading: 'Sources' }] : [])],
  });
  const head = changesHead(publicationOf(catalog));
  return { page, frame: { ...frame, frontmatter: { ...frame.frontmatter, head } } };
}
