import type { Catalog } from '#catalog';
import { getCatalog } from '../catalog.ts';
import { plainRoute } from '../routes.ts';
import { codesCsv } from './csv.ts';
import { describeChanges } from './changes.ts';
import { atomFeed, jsonFeed } from './feeds.ts';
import { getGuides } from './guides.ts';
import { changesHead } from './head.ts';
import { llmsFullText, llmsText } from './llms.ts';
import { publicationOf, type Publication } from './publication.ts';
import { jsonFiles, jsonText, type JsonFile } from './published.ts';
import { openSearchXml, robotsText } from './site-files.ts';
import { markdownTwins } from './twins.ts';

/*
 * What the routes of the open data hand out. Everything is made from the catalogue of the build, and again while
 * developing when a file of data/ has changed.
 */

interface Published {
  readonly catalog: Catalog;
  readonly publication: Publication;
  readonly json: ReadonlyMap<string, JsonFile>;
  readonly markdown: ReadonlyMap<string, () => string>;
}

let current: Published | undefined;

function published(): Published {
  const catalog = getCatalog();
  if (current?.catalog !== catalog) {
    const publication = publicationOf(catalog);
    current = {
      catalog,
      publication,
      json: jsonFiles(catalog, publication),
      markdown: markdownTwins(catalog, publication),
    };
  }
  return current;
}

/** Where and when this build is published. */
export const getPublication = (): Publication => published().publication;

const apiFolder = '/api/v1/';

/** `bandwidth/4775` for each JSON file under /api/v1/. */
export const jsonPaths = (): string[] =>
  [...published().json.keys()].map((path) => path.slice(apiFolder.length, -'.json'.length));

export const jsonRoute = (path: string | undefined): Response => {
  const file = published().json.get(`${apiFolder}${path}.json`);
  return file === undefined ? notFound() : textResponse(jsonText(file.build()), 'application/json');
};

/** `bandwidth/4775` for each Markdown twin. */
export const markdownPaths = (): string[] =>
  [...published().markdown.keys()].map((path) => path.slice(1, -'.md'.length));

export const markdownRoute = (page: string | undefined): Response => {
  const make = published().markdown.get(`/${page}.md`);
  return make === undefined ? notFound() : textResponse(make(), 'text/markdown');
};

/** Ids of the guides that have a Markdown twin. */
export const guidePaths = async (): Promise<string[]> => (await getGuides(getPublication())).map(({ id }) => id);

export const guideRoute = async (id: string | undefined): Promise<Response> => {
  const guide = (await getGuides(getPublication())).find((candidate) => candidate.id === id);
  return guide === undefined ? notFound() : textResponse(guide.markdown, 'text/markdown');
};

export const csvRoute = (): Response => textResponse(codesCsv(published().catalog, getPublication()), 'text/csv');
export const atomRoute = (): Response =>
  textResponse(atomFeed(published().catalog, getPublication()), 'application/atom+xml');
export const jsonFeedRoute = (): Response =>
  textResponse(jsonText(jsonFeed(published().catalog, getPublication())), 'application/feed+json');
export const robotsRoute = (): Response => textResponse(robotsText(getPublication()), 'text/plain');
export const openSearchRoute = (): Response =>
  textResponse(openSearchXml(getPublication()), 'application/opensearchdescription+xml');
export const llmsRoute = async (): Promise<Response> =>
  textResponse(llmsText(published().catalog, await getGuides(getPublication()), getPublication()), 'text/plain');
export const llmsFullRoute = (): Response =>
  textResponse(llmsFullText(published().catalog, getPublication()), 'text/plain');

/** The page of changes. */
export function changesRoute() {
  const { catalog, publication } = published();
  const page = describeChanges(catalog);
  const frame = plainRoute(catalog, {
    title: 'Changes',
    description:
      'What providers changed in their failure codes, and what was corrected: new, renamed, redefined and removed codes, with dates and sources.',
    sections: [...page.years, ...(page.sources.length > 0 ? [{ id: 'sources', heading: 'Sources' }] : [])],
  });
  return { page, frame: { ...frame, frontmatter: { ...frame.frontmatter, head: changesHead(publication) } } };
}

const textResponse = (text: string, type: string): Response =>
  new Response(text, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
const notFound = (): Response => new Response(null, { status: 404 });
