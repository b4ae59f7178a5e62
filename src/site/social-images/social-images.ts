import { said, type Catalog, type Family } from '#catalog';
import { familyLabel, isBand, setTitle } from '../describe.ts';
import type { SocialImage } from './draw-image.ts';

/** Path of an image below the site, and what it shows. */
export interface PublishedImage {
  readonly path: string;
  /** The image in words, for those who do not see it. */
  readonly alt: string;
  readonly image: SocialImage;
}

/** The image of the site, for every page that is not about one family. */
export function siteImage(catalog: Catalog): PublishedImage {
  const providers = [...new Set(catalog.sets.map(({ file }) => file.provider))];
  const heading = 'Why did the message come back?';
  const label = `Failure codes of ${new Intl.ListFormat('en').format(providers)}`;
  const stations = ['You', 'Provider', 'Carrier', 'Handset'];
  return {
    path: siteImagePath,
    alt: `${heading} ${label}.`,
    image: { label, digits: '', heading, stations, stopped: 'carrier' },
  };
}

const siteImagePath = '/images/undelivered.png';

/** The image of a family and its codes. */
export function familyImage(family: Family): PublishedImage {
  const { set, id, file } = family;
  const stopped = said(file.stopped);
  return {
    path: `/images/${set.id}/${id}.png`,
    alt: `${setTitle(set)}: ${familyLabel(family)}.`,
    image: {
      label: setTitle(set),
      digits: isBand(family) ? id : '',
      heading: file.heading,
      stations: set.file.stations,
      stopped,
    },
  };
}

/** Every image that is published. */
export const socialImages = (catalog: Catalog): PublishedImage[] => [
  siteImage(catalog),
  ...catalog.sets.flatMap(({ families }) => families.map(familyImage)),
];
