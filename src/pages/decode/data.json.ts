import type { APIRoute } from 'astro';
import { getCatalog } from '#site/catalog';
import { dataForDecoder } from '#site/decoder-page';

/** What the decoder recognises codes by. The search box loads it too. */
export const GET: APIRoute = () => Response.json(dataForDecoder(getCatalog()));
