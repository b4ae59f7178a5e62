import type { StarlightPageProps } from '@astrojs/starlight/props';
import { REPOSITORY_URL } from '../environment.ts';
import { scriptText, type JsonLd } from '../open-data/json-ld.ts';
import { twinOf } from '../open-data/paths.ts';
import { headingsOf } from '../page-kinds/code-page.ts';
import { socialHead } from '../social-images/head.ts';
import type { PublishedImage } from '../social-images/social-images.ts';
import { href } from '../urls.ts';

/** What a page made from data tells Starlight's frame. */
export interface PageFacts {
  readonly title: string;
  readonly description: string;
  readonly sections?: readonly { readonly id: string; readonly heading: string }[];
  /** The YAML file behind the page, as a path in the repository. */
  readonly file?: string;
  /** Day of the last check against the sources. */
  readonly checked?: string;
  readonly neighbours?: Pick<StarlightPageProps['frontmatter'], 'prev' | 'next'>;
  /** Whether search finds the page by its words. */
  readonly searchable?: boolean;
  /** Whether search engines may list it: not where it only says that something is missing. */
  readonly listed?: boolean;
  readonly withSidebar?: boolean;
  /** Whether the site can be installed from this page. Where people only read, it would be one more file to load. */
  readonly installable?: boolean;
  /** What the page is, for search engines. */
  readonly structured?: JsonLd;
  /** Path of the page, where it has a Markdown twin, and of its JSON, where it has one. */
  readonly twin?: string;
  readonly json?: string;
  /** What a link to the page is shown with; that of the site where there is none. */
  readonly image?: PublishedImage;
}

/** Props of `<StarlightPage>` for a page made from data. */
export function pageProps(facts: PageFacts): StarlightPageProps {
  const {
    title,
    description,
    sections = [],
    file,
    checked,
    neighbours,
    searchable = true,
    listed = true,
    structured,
    twin,
    json,
    withSidebar = true,
    installable = false,
    image,
  } = facts;
  return {
    frontmatter: {
      title,
      description,
      head: [
        ...(listed ? [] : [{ tag: 'meta' as const, attrs: { name: 'robots', content: 'noindex' } }]),
        ...(image ? socialHead(image) : []),
        ...(installable ? [link('manifest', '/site.webmanifest', 'application/manifest+json')] : []),
        ...(json ? [link('alternate', json, 'application/json')] : []),
        ...(twin ? [link('alternate', twinOf(twin), 'text/markdown')] : []),
        ...(structured
          ? [{ tag: 'script' as const, attrs: { type: 'application/ld+json' }, content: scriptText(structured) }]
          : []),
      ],
      pagefind: searchable,
      prev: neighbours?.prev ?? false,
      next: neighbours?.next ?? false,
      tableOfContents: sections.length > 1,
      ...(checked ? { lastUpdated: new Date(checked) } : {}),
      ...(file && REPOSITORY_URL ? { editUrl: `${REPOSITORY_URL}/blob/HEAD/${file}` } : {}),
    },
    headings: headingsOf(sections),
    hasSidebar: withSidebar,
  };
}

const link = (rel: string, path: string, type: string) => ({
  tag: 'link' as const,
  attrs: { rel, href: href(path), type },
});
