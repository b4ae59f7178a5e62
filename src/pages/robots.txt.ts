import type { APIRoute } from 'astro';
import { robotsRoute } from '#site/open-data/routes';

/** Everything may be read, by everybody. */
export const GET: APIRoute = () => robotsRoute();
