import type { APIRoute, GetStaticPaths } from 'astro';
import { guidePaths, guideRoute } from '#site/open-data/routes';

/** Guides as they were written. */
export const getStaticPaths = (async () =>
  (await guidePaths()).map((guide) => ({ params: { guide } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => guideRoute(params['guide']);
