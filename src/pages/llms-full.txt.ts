import type { APIRoute } from 'astro';
import { llmsFullRoute } from '#site/open-data/routes';

/** Every code in one file. */
export const GET: APIRoute = () => llmsFullRoute();
