import type { APIRoute } from 'astro';
import { getCatalog } from '#site/catalog';
import { wordIndex } from '#site/search-index';

/** The word index: what the search box loads with the first query that has words. */
export const GET: APIRoute = () => Response.json(wordIndex(getCatalog()));
