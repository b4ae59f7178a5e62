import type { APIRoute } from 'astro';
import { llmsRoute } from '#site/open-data/routes';

/** What there is, for machine readers. */
export const GET: APIRoute = () => llmsRoute();
