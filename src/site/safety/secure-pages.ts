import type { AstroPrerenderer, RouteData } from 'astro';
import { inlineHashes, policy, withPolicy } from './content-security.ts';

/** A page as it is written. */
export interface SecuredPage {
  /** Its address with the base path: `/bandwidth/4775/`. */
  readonly pathname: string;
  readonly html: string;
}

/** A prerenderer whose pages are secure, and the policy that suits them all. */
export interface SecurePrerenderer extends AstroPrerenderer {
  /** The policy of all pages that were rendered so far. */
  policyOfAll(): string;
}

/**
 * Writes the Content Security Policy into every page when it is rendered: what is inline is known then, and no page has to
 * be read again. Nothing may change pages afterwards. Each page is handed to `see`, in the order in which Astro begins
 * them, which is the same each time.
 */
export function securePages(prerenderer: AstroPrerenderer, see: (page: SecuredPage) => void): SecurePrerenderer {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const secured = (html: string): string => {
    const hashes = inlineHashes(html);
    for (const hash of hashes.scripts) scripts.add(hash);
    for (const hash of hashes.styles) styles.add(hash);
    return withPolicy(html, hashes);
  };
  const inOrder = orderedCalls(see);
  return {
    ...prerenderer,
    async render(request, options) {
      const take = inOrder();
      const rendered = await prerenderer.render(request, options);
      const response = rendered instanceof Response ? rendered : rendered.response;
      if (!isPage(options.routeData, response)) {
        take(undefined);
        return rendered;
      }
      const html = secured(await response.text());
      take({ pathname: new URL(request.url).pathname, html });
      const page = new Response(html, { status: response.status, headers: response.headers });
      return rendered instanceof Response ? page : { ...rendered, response: page };
    },
    policyOfAll: () => policy([...scripts].sort(), [...styles].sort()),
  };
}

const isPage = ({ type }: RouteData, { headers }: Response): boolean =>
  type === 'page' && headers.get('content-type')?.startsWith('text/html') === true;

/** Gives out places; what is put into them goes to `call` in the order of the places. An empty place is passed over. */
function orderedCalls<Value>(call: (value: Value) => void): () => (value: Value | undefined) => void {
  const waiting = new Map<number, Value | undefined>();
  let given = 0;
  let next = 0;
  return () => {
    const place = given;
    given += 1;
    return (value) => {
      waiting.set(place, value);
      for (; waiting.has(next); next += 1) {
        const first = waiting.get(next);
        waiting.delete(next);
        if (first !== undefined) call(first);
      }
    };
  };
}
