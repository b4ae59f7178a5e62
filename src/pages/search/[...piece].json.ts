import type { APIRoute, GetStaticPaths } from 'astro';
import { getCatalog } from '#site/catalog';
import { searchGuides } from '#site/search-guides';
import { searchFiles } from '#site/search-index';

/** The pieces of the search index, each a file of its own. */
export const getStaticPaths = (async () =>
  [...searchFiles(getCatalog(), await searchGuides())].map(([path, content]) => ({
    params: { piece: path.replace(/^\/search\/|\.json$/g, '') },
    props: { content },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => Response.json(props['content']);
