import { BASE_PATH, SITE_URL } from '../environment.ts';
import { withBase } from '../urls.ts';
import { imageSize } from './draw-image.ts';
import type { PublishedImage } from './social-images.ts';

/** What a link to a page is shown with elsewhere. Its address must be whole: others load it. */
export const socialHead = ({ path, alt }: PublishedImage) => [
  property('og:image', new URL(withBase(path, BASE_PATH), SITE_URL).href),
  property('og:image:alt', alt),
  property('og:image:width', String(imageSize.width)),
  property('og:image:height', String(imageSize.height)),
];

const property = (name: string, content: string) => ({ tag: 'meta' as const, attrs: { property: name, content } });
