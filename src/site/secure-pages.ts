import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { inlineHashes, policy, withPolicy } from './content-security.ts';
import { headersFile, type Place } from './headers.ts';

/**
 * Writes the Content Security Policy into every built page, and with the other headers into `_headers` for hosts that read
 * it. Runs after the build, when every inline script is known. Comes last among the integrations that
 * change pages.
 */
export const securePages = (place: Place): AstroIntegration => ({
  name: 'undelivered:secure-pages',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const folder = fileURLToPath(dir);
      const names = await readdir(folder, { recursive: true });
      const scripts = new Set<string>();
      const styles = new Set<string>();
      for (const name of names.filter((file) => file.endsWith('.html'))) {
        const file = join(folder, name);
        const html = await readFile(file, 'utf8');
        const hashes = inlineHashes(html);
        for (const hash of hashes.scripts) scripts.add(hash);
        for (const hash of hashes.styles) styles.add(hash);
        await writeFile(file, withPolicy(html));
      }
      const ofAllPages = policy([...scripts].sort(), [...styles].sort());
      await writeFile(join(folder, '_headers'), headersFile(ofAllPages, place));
    },
  },
});
