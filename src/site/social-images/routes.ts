import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { getCatalog } from '../catalog.ts';
import { appIcons, drawAppIcon } from './app-icon.ts';
import { colours, drawImage } from './draw-image.ts';
import { renderIcon, renderImage } from './render-image.ts';
import { socialImages } from './social-images.ts';

const folder = '/images/';

/** Name of each image below /images/, without its ending: `bandwidth/47xx`, `icon-192`. */
export const imageNames = (): string[] => [
  ...Object.keys(appIcons),
  ...socialImages(getCatalog()).map(({ path }) => path.slice(folder.length, -'.png'.length)),
];

/** An image as PNG. */
export async function imageRoute(name: string | undefined): Promise<Response> {
  const icon = appIcons[name ?? ''];
  if (icon) {
    const favicon = await readFile(resolve('public/favicon.svg'), 'utf8');
    return png(await renderIcon(drawAppIcon(favicon, icon.size, icon.isMaskable)));
  }
  const found = socialImages(getCatalog()).find(({ path }) => path === `${folder}${name}.png`);
  return found
    ? png(await renderImage(drawImage(found.image), Object.values(colours)))
    : new Response(null, { status: 404 });
}

const png = (bytes: Uint8Array<ArrayBuffer>): Response =>
  new Response(bytes, { headers: { 'Content-Type': 'image/png' } });
