import type { APIRoute } from 'astro';
import { atomRoute } from '#site/open-data/routes';

/** Changes as an Atom feed. */
export const GET: APIRoute = () => atomRoute();
