import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inlineHashes, policy, withPolicy } from './content-security.ts';
import { headersFile, type Place } from './headers.ts';

/**
 * Writes the Content Security Policy into every page of a built site, and with the other headers into `_headers` for hosts
 * that read it. Nothing may change pages afterwards. Each page is handed to `see` with its path below the site.
 */
export function securePages(folder: string, place: Place, see: (path: string, html: string) => void): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const name of names.filter((file) => file.endsWith('.html')).sort()) {
    const file = join(folder, name);
    const html = readFileSync(file, 'utf8');
    const hashes = inlineHashes(html);
    for (const hash of hashes.scripts) scripts.add(hash);
    for (const hash of hashes.styles) styles.add(hash);
    writeFileSync(file, withPolicy(html, hashes));
    see(name, html);
  }
  const ofAllPages = policy([...scripts].sort(), [...styles].sort());
  writeFileSync(join(folder, '_headers'), headersFile(ofAllPages, place));
}
