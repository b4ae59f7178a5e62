import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getCatalog } from '../catalog.ts';
import { BASE_PATH, SITE_URL } from '../environment.ts';
import { startFullText, type FullTextWriter } from '../indexes/write-full-text.ts';
import { startArchive, type ArchiveWriter } from '../offline/write-archive.ts';
import { mostBytes, writeCopy } from '../offline/write-copy.ts';
import { publicationOf } from '../open-data/publication.ts';
import { pathsThatLeadOn } from '../page-kinds/bare-codes.ts';
import { withPolicy } from '../safety/content-security.ts';
import { headersFile, headersOfAll } from '../safety/headers.ts';
import { securePages, type SecurePrerenderer } from '../safety/secure-pages.ts';
import { paths, withBase } from '../urls.ts';
import { dateSitemap } from './date-sitemap.ts';
import { lastModified } from './last-modified.ts';
import { redirects } from './redirects.ts';

/**
 * What is made of the built pages: their security policy and the headers, the full-text index, dates in the sitemap, the
 * copy for offline use, the archive of the whole. Comes last among the integrations. The index and the archive are
 * made while pages are rendered, and the copy is packed while they are finished.
 */
export const finishSite = (): AstroIntegration => {
  let fullText: FullTextWriter;
  let archive: ArchiveWriter;
  let secured: SecurePrerenderer;
  return {
    name: 'undelivered:finish-site',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        fullText = startFullText();
        archive = startArchive(BASE_PATH, Date.parse(publicationOf(getCatalog()).generatedAt) / 1000);
        const root = withBase('/', BASE_PATH);
        setPrerenderer((prerenderer) => {
          secured = securePages(prerenderer, ({ pathname, html }) => {
            const path = pathname.slice(root.length);
            fullText.see(path, html);
            archive.see(path, html);
          });
          return secured;
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const catalog = getCatalog();
        // Astro writes the pages of redirects without rendering them.
        for (const path of Object.keys(redirects)) changeFile(join(folder, path, 'index.html'), withPolicy);
        const policy = secured.policyOfAll();
        const place = { siteUrl: SITE_URL, basePath: BASE_PATH };
        writeFileSync(join(folder, '_headers'), headersFile(policy, place));
        const facts = {
          days: lastModified(catalog),
          hidden: new Set([paths.offline, ...pathsThatLeadOn(catalog)]),
          base: BASE_PATH,
        };
        changeFile(join(folder, 'sitemap-0.xml'), (xml) => dateSitemap(xml, facts));

        const indexed = fullText.write(folder);
        const [copy, archiveBytes] = await Promise.all([
          writeCopy(folder, headersOfAll(policy, place), indexed),
          archive.write(folder, indexed),
          indexed,
        ]);
        logger.info(`Archive of the site: ${(archiveBytes / 1e6).toFixed(1)} MB.`);
        logger.info(`Copy for offline use: ${copy.files} files, ${(copy.bytes / 1e6).toFixed(2)} MB in one request.`);
        if (copy.leftOut.length > 0)
          logger.warn(`To stay below ${mostBytes / 1e6} MB the copy is without ${copy.leftOut.join(' and ')}.`);
        if (copy.bytes > mostBytes) logger.warn(`The copy is larger than ${mostBytes / 1e6} MB all the same.`);
      },
    },
  };
};

const changeFile = (file: string, change: (text: string) => string): void =>
  writeFileSync(file, change(readFileSync(file, 'utf8')));
