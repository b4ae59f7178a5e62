/** Sizes of the icons of the installed site, by their names; see public/site.webmanifest. */
export const appIcons: Readonly<Record<string, { readonly size: number; readonly isMaskable: boolean }>> = {
  'icon-192': { size: 192, isMaskable: false },
  'icon-512': { size: 512, isMaskable: false },
  'icon-maskable-512': { size: 512, isMaskable: true },
};

/**
 * The favicon as an icon of a system, on paper: launchers do not say whether they are light or dark. A maskable one keeps
 * the drawing inside the circle of 80 % that every mask leaves.
 */
export function drawAppIcon(favicon: string, size: number, isMaskable: boolean): string {
  const shapes = favicon.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<style>[\s\S]*?<\/style>|<\/svg>\s*$/g, '');
  const share = isMaskable ? 0.6 : 0.84;
  const shift = ((1 - share) / 2) * size;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">` +
    `<rect width="100%" height="100%" fill="#fdfdfc"${isMaskable ? '' : ` rx="${size * 0.18}"`}/>` +
    `<g transform="translate(${shift} ${shift}) scale(${(size * share) / 24})" fill="none" stroke="#16202c" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shapes}</g></svg>`
  );
}
