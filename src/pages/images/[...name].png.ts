import type { APIRoute, GetStaticPaths } from 'astro';
import { imageNames, imageRoute } from '#site/social-images/routes';

/** Social images and icons of the installed site, drawn while building. */
export const getStaticPaths = (() => imageNames().map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => imageRoute(params['name']);
