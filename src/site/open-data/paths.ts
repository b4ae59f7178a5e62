/** Paths of the open data. They do not hold the base path. Permanent, as those of pages are. */
export const api = {
  index: '/api/v1/index.json',
  set: (set: string) => `/api/v1/${set}.json`,
  code: (set: string, code: string) => `/api/v1/${set}/${code}.json`,
  causes: '/api/v1/causes.json',
  cause: (cause: string) => `/api/v1/causes/${cause}.json`,
  sources: '/api/v1/sources.json',
  namesakes: '/api/v1/namesakes.json',
  changes: '/api/v1/changes.json',
  csv: '/api/v1/codes.csv',
  openapi: '/api/v1/openapi.json',
  schema: (name: string) => `/api/v1/schema/${name}.json`,
} as const;

/** What else is published for machines. */
export const machinePaths = {
  changes: '/changes/',
  atom: '/changes/feed.xml',
  jsonFeed: '/changes/feed.json',
  llms: '/llms.txt',
  llmsFull: '/llms-full.txt',
  openSearch: '/opensearch.xml',
  robots: '/robots.txt',
  /** For people as well: the licences of all that the site is made of. */
  licences: '/licences.txt',
  sitemap: '/sitemap-index.xml',
} as const;

/** The Markdown twin of a page: `/bandwidth/4775/` → `/bandwidth/4775.md`. */
export const twinOf = (page: string): string => `${page.replace(/\/$/, '')}.md`;
