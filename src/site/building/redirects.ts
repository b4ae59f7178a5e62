import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { withBase } from '../urls.ts';

/**
 * Addresses that moved: old path → new path, each with its slashes and without the base path. Each gets a page that leads
 * on, for any server, and a line in `_redirects`, for servers that read it. An entry stays for good.
 */
export const redirects: Readonly<Record<string, string>> = {};

/** The redirects as Astro's configuration takes them: the new address with the base path. */
export const redirectPages = (base: string, moved = redirects): Record<string, string> =>
  Object.fromEntries(Object.entries(moved).map(([from, to]) => [from, withBase(to, base)]));

/** The redirects as `_redirects` has them: Netlify, Cloudflare Pages and others read it. */
export const redirectsFile = (base: string, moved = redirects): string =>
  Object.entries(moved)
    .map(([from, to]) => `${withBase(from, base)} ${withBase(to, base)} 301\n`)
    .join('');

/** Writes `_redirects` where there are any. */
export const writeRedirects = (base: string): AstroIntegration => ({
  name: 'undelivered:redirects',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const lines = redirectsFile(base);
      if (lines !== '') await writeFile(new URL('_redirects', dir), lines);
    },
  },
});
