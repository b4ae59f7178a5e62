import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { getCatalog } from '#site/catalog';
import { BASE_PATH, REPOSITORY_URL, SITE_URL } from '#site/environment';
import { foreignCode } from '#site/building/foreign-code';
import { finishSite } from '#site/building/finish-site';
import { writeFiles } from '#site/generated-files/write-files';
import { leanFrame } from '#site/frame/lean-frame';
import { removeWorker } from '#site/offline/remove-worker';
import { redirectPages, writeRedirects } from '#site/building/redirects';
import { siteHead } from '#site/frame/site-head';
import { watchData } from '#site/building/watch-data';

const catalog = getCatalog();
const frame = (name) => `./src/components/frame/${name}.astro`;

export default defineConfig({
  site: SITE_URL,
  base: BASE_PATH,
  redirects: redirectPages(BASE_PATH),
  prerenderConflictBehavior: 'error',
  // A link is fetched when it is followed, never before: what a person decodes must not show in requests.
  prefetch: false,
  // Pages are made one after the other; more than one at a time means that writing files holds none of them up.
  build: { concurrency: 4 },
  // Examples of payloads need no colours, and their scripts and styles no bytes.
  markdown: { syntaxHighlight: false },
  // light-dark() is in all of them; older targets would get each colour twice.
  vite: { build: { cssMinify: 'esbuild', cssTarget: ['chrome123', 'firefox120', 'safari17.5'] } },
  integrations: [
    starlight({
      title: 'Undelivered',
      titleDelimiter: '·',
      description:
        'Why a message came back: failure codes of messaging providers, whose move it is, and what to do next.',
      favicon: '/favicon.svg',
      head: siteHead(catalog),
      // Ours is made by the component, from the address of the page.
      sidebar: [],
      editLink: REPOSITORY_URL ? { baseUrl: `${REPOSITORY_URL}/blob/HEAD/` } : {},
      customCss: [
        './src/styles/tokens.css',
        './src/styles/frame.css',
        './src/styles/parts.css',
        './src/styles/print.css',
      ],
      markdown: { headingLinks: false },
      expressiveCode: false,
      // Run by finishSite.
      pagefind: false,
      disable404Route: true,
      components: {
        Banner: frame('Nothing'),
        ContentPanel: frame('ContentPanel'),
        DraftContentNotice: frame('Nothing'),
        FallbackContentNotice: frame('Nothing'),
        Footer: frame('Footer'),
        Header: frame('Header'),
        Hero: frame('Nothing'),
        MarkdownContent: frame('MarkdownContent'),
        PageFrame: frame('PageFrame'),
        PageSidebar: frame('PageSidebar'),
        PageTitle: frame('PageTitle'),
        Sidebar: frame('Sidebar'),
        SkipLink: frame('SkipLink'),
        ThemeProvider: frame('ThemeProvider'),
        TwoColumnContent: frame('TwoColumnContent'),
      },
    }),
    leanFrame(),
    foreignCode(),
    watchData(),
    writeFiles(),
    writeRedirects(BASE_PATH),
    removeWorker(),
    finishSite(),
  ],
});
