import type { APIRoute } from 'astro';
import { csvRoute } from '#site/open-data/routes';

/** All codes as one flat table. */
export const GET: APIRoute = () => csvRoute();
