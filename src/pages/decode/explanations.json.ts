import type { APIRoute } from 'astro';
import { getCatalog } from '#site/catalog';
import { explanations } from '#site/decoder-page';

/** What the page of the decoder says about each code. */
export const GET: APIRoute = () => Response.json(explanations(getCatalog()));
