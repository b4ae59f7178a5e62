import type { StarlightPageProps } from '@astrojs/starlight/props';
import { REPOSITORY_URL } from './environment.ts';
import { headingsOf } from './code-page.ts';
import type { sidebarFor } from './sidebar.ts';

/** What a page made from data tells Starlight's frame. */
export interface PageFacts {
  readonly title: string;
  readonly description: string;
  readonly sidebar: ReturnType<typeof sidebarFor>;
  readonly sections?: readonly { readonly id: string; readonly heading: string }[];
  /** The YAML file behind the page, as a path in the repository. */
  readonly file?: string;
  /** Day of the last check against the sources. */
  readonly checked?: string;
  readonly neighbours?: Pick<StarlightPageProps['frontmatter'], 'prev' | 'next'>;
  /** Whether search finds the page by its words. */
  readonly searchable?: boolean;
  readonly withSidebar?: boolean;
}

/** Props of `<StarlightPage>` for a page made from data. */
export function pageProps(facts: PageFacts): StarlightPageProps {
  const {
    title,
    description,
    sidebar,
    sections = [],
    file,
    checked,
    neighbours,
    searchable = true,
    withSidebar = true,
  } = facts;
  return {
    frontmatter: {
      title,
      description,
      pagefind: searchable,
      prev: neighbours?.prev ?? false,
      next: neighbours?.next ?? false,
      tableOfContents: sections.length > 1,
      ...(checked ? { lastUpdated: new Date(checked) } : {}),
      ...(file && REPOSITORY_URL ? { editUrl: `${REPOSITORY_URL}/blob/HEAD/${file}` } : {}),
    },
    sidebar: sidebar as NonNullable<StarlightPageProps['sidebar']>,
    headings: headingsOf(sections),
    hasSidebar: withSidebar,
  };
}
