import type { APIRoute, GetStaticPaths } from 'astro';
import { jsonPaths, jsonRoute } from '#site/open-data/routes';

/** Every JSON file of the open data; the list of them is in published.ts. */
export const getStaticPaths = (() => jsonPaths().map((path) => ({ params: { path } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => jsonRoute(params['path']);
