import type { Catalog } from '#catalog';
import { BASE_PATH } from '../environment.ts';
import { machinePaths } from '../open-data/paths.ts';
import { socialHead } from '../social-images/head.ts';
import { siteImage } from '../social-images/social-images.ts';
import { withBase } from '../urls.ts';

/** What every page has in its head: search from the browser's address bar, and the image of the site, where it has no own. */
export const siteHead = (catalog: Catalog) => [
  {
    tag: 'link' as const,
    attrs: {
      rel: 'search',
      type: 'application/opensearchdescription+xml',
      title: 'Undelivered',
      href: withBase(machinePaths.openSearch, BASE_PATH),
    },
  },
  ...socialHead(siteImage(catalog)),
];
