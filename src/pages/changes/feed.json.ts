import type { APIRoute } from 'astro';
import { jsonFeedRoute } from '#site/open-data/routes';

/** Changes as a JSON feed. */
export const GET: APIRoute = () => jsonFeedRoute();
