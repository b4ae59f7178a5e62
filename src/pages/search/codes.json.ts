import type { APIRoute } from 'astro';
import { getCatalog } from '#site/catalog';
import { codeIndex } from '#site/search-index';

/** The code index: what the search box loads when it is reached for. */
export const GET: APIRoute = () => Response.json(codeIndex(getCatalog()));
