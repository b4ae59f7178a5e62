/**
 * Puts into a sitemap the day on which each page was last checked. `days` maps paths without the base path to days
 * (`2026-11-22`); `base` is that path. Pages in `hidden` are taken out; what has no day stays without one.
 */
export function dateSitemap(
  xml: string,
  {
    days,
    hidden,
    base,
  }: { readonly days: ReadonlyMap<string, string>; readonly hidden: ReadonlySet<string>; readonly base: string },
): string {
  const below = base.replace(/\/+$/, '');
  return xml.replace(/<url><loc>([^<]+)<\/loc><\/url>/g, (entry, address: string) => {
    const path = new URL(address).pathname.slice(below.length);
    if (hidden.has(path)) return '';
    const day = days.get(path);
    return day === undefined ? entry : `<url><loc>${address}</loc><lastmod>${day}</lastmod></url>`;
  });
}
