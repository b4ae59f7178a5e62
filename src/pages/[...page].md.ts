import type { APIRoute, GetStaticPaths } from 'astro';
import { markdownPaths, markdownRoute } from '#site/open-data/routes';

/** The Markdown twins of the pages made from data; the list of them is in twins.ts. */
export const getStaticPaths = (() => markdownPaths().map((page) => ({ params: { page } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => markdownRoute(params['page']);
