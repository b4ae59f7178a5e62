import type { APIRoute } from 'astro';
import { openSearchRoute } from '#site/open-data/routes';

/** For the address bar of a browser. */
export const GET: APIRoute = () => openSearchRoute();
