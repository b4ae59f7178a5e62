import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readCatalog } from '#catalog/node';
import { BASE_PATH, DATA_FOLDER } from './environment.ts';
import { writeArchive } from './offline/write-archive.ts';
import { dateSitemap } from './open-data/date-sitemap.ts';
import { lastModified } from './open-data/last-modified.ts';
import { publicationOf } from './open-data/publication.ts';
import { paths } from './urls.ts';

/** Dates in the sitemap, then the archive of the whole. Comes last among the integrations. */
export const finishSite = (): AstroIntegration => ({
  name: 'undelivered:finish-site',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const catalog = readCatalog(DATA_FOLDER);
      const sitemap = join(folder, 'sitemap-0.xml');
      const facts = { days: lastModified(catalog), hidden: [paths.offline], base: BASE_PATH };
      await writeFile(sitemap, dateSitemap(await readFile(sitemap, 'utf8'), facts));
      const modified = Date.parse(publicationOf(catalog).generatedAt) / 1000;
      const bytes = await writeArchive(folder, BASE_PATH, modified);
      logger.info(`Archive of the site: ${(bytes / 1e6).toFixed(1)} MB.`);
    },
  },
});
