/** What we use of the browser's Trusted Types; TypeScript's library does not know them yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { readonly createScriptURL: (url: string) => string };
}

/** The one policy that `trusted-types` of the Content Security Policy names. */
const policy = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('undelivered', {
  createScriptURL: requireOwn,
});

/**
 * The address of a script of this site, as a worker or a service worker takes it: a `TrustedScriptURL` where the browser
 * has Trusted Types, which TypeScript sees as the string it stands for.
 *
 * @throws TypeError for an address of another origin.
 */
export const trustedScriptUrl = (url: URL): string => policy?.createScriptURL(url.href) ?? requireOwn(url.href);

function requireOwn(url: string): string {
  if (new URL(url).origin !== location.origin) throw new TypeError(`${url} is not a script of this site`);
  return url;
}
