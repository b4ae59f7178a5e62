import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { inlineHashes, policy, withPolicy } from './content-security.ts';

/**
 * Writes the Content Security Policy into every built page, and as headers into `_headers` for servers that read it.
 * Runs after the build, when every inline script is known. Comes last among the integrations.
 */
export const securePages = (): AstroIntegration => ({
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
      const earlier = await readFile(join(folder, '_headers'), 'utf8').catch(() => '');
      await writeFile(join(folder, '_headers'), earlier + headers([...scripts].sort(), [...styles].sort()));
    },
  },
});

/** What is known only as a header: no frames around our pages, no guessing of types, no address in referrers. */
const headers = (scripts: readonly string[], styles: readonly string[]): string => `
/*
  Content-Security-Policy: ${policy(scripts, styles)}; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=()
  Cross-Origin-Opener-Policy: same-origin
`;
