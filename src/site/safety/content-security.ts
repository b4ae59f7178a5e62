import { createHash } from 'node:crypto';

/**
 * The Content Security Policy of the site. Everything comes from the site itself; inline scripts run only if their hash
 * is listed. Style attributes are allowed: they can change the look of a page and nothing else.
 */
export function policy(scriptHashes: readonly string[], styleHashes: readonly string[]): string {
  const directives = {
    'default-src': ["'none'"],
    // Pagefind is WebAssembly.
    'script-src': ["'self'", "'wasm-unsafe-eval'", ...scriptHashes],
    'style-src': ["'self'", ...styleHashes],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    // Text never becomes a script: only the policy of components/browser/trusted-url.ts may name one.
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['undelivered'],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

export interface InlineHashes {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Hashes of the inline scripts and style elements of a page, as they stand in a policy. JSON blocks do not run and need none. */
export function inlineHashes(html: string): InlineHashes {
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)]
    .filter(
      ([, attributes = '']) => !/\ssrc\s*=/i.test(attributes) && !/\stype\s*=\s*["']?application\//i.test(attributes),
    )
    .map(([, , code = '']) => hash(code));
  const styles = [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)].map(([, code = '']) => hash(code));
  return { scripts: [...new Set(scripts)].sort(), styles: [...new Set(styles)].sort() };
}

const known = new Map<string, string>();

/** The hash of a script or style as policies name it. The same few stand in thousands of pages. */
function hash(text: string): string {
  const hashed = known.get(text) ?? `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  known.set(text, hashed);
  return hashed;
}

/** The page with its policy as the first thing in its head, before anything that the policy is about. */
export function withPolicy(html: string, { scripts, styles } = inlineHashes(html)): string {
  const tag = `<meta http-equiv="content-security-policy" content="${policy(scripts, styles)}"/>`;
  return html.replace(/<head>(\s*<meta charset="[^"]*"\s*\/?>)?/i, (head) => head + tag);
}
