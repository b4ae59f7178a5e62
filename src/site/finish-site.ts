import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getCatalog } from './catalog.ts';
import { BASE_PATH, SITE_URL } from './environment.ts';
import { writeArchive } from './offline/write-archive.ts';
import { mostBytes, writeCopy } from './offline/write-copy.ts';
import { dateSitemap } from './open-data/date-sitemap.ts';
import { lastModified } from './open-data/last-modified.ts';
import { publicationOf } from './open-data/publication.ts';
import { securePages } from './secure-pages.ts';
import { paths } from './urls.ts';
import { startFullText } from './write-full-text.ts';

/**
 * What is made of the built pages: their security policy and the headers, the full-text index, dates in the sitemap, the
 * copy for offline use, the archive of the whole. Comes last among the integrations. The index is written while the copy
 * and the archive are packed, which end with it.
 */
export const finishSite = (): AstroIntegration => ({
  name: 'undelivered:finish-site',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const catalog = getCatalog();
      const writer = await startFullText();
      securePages(folder, { siteUrl: SITE_URL, basePath: BASE_PATH }, writer.see);

      const sitemap = join(folder, 'sitemap-0.xml');
      const facts = { days: lastModified(catalog), hidden: [paths.offline], base: BASE_PATH };
      await writeFile(sitemap, dateSitemap(await readFile(sitemap, 'utf8'), facts));

      const fullText = writer.write(folder);
      const modified = Date.parse(publicationOf(catalog).generatedAt) / 1000;
      const [copy, archiveBytes] = await Promise.all([
        writeCopy(folder, fullText),
        writeArchive({ folder, base: BASE_PATH, fullText }, modified),
        fullText,
      ]);
      logger.info(`Archive of the site: ${(archiveBytes / 1e6).toFixed(1)} MB.`);
      logger.info(`Copy for offline use: ${copy.files} files, ${(copy.bytes / 1e6).toFixed(2)} MB in one request.`);
      if (!copy.hasFullText)
        logger.warn(`The full-text index is left out of the copy, to stay below ${mostBytes / 1e6} MB.`);
      if (copy.bytes > mostBytes) logger.warn(`The copy is larger than ${mostBytes / 1e6} MB all the same.`);
    },
  },
});
