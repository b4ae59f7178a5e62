import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Catalog } from '#catalog';
import { searchFiles } from '../indexes/search-index.ts';
import { readGuides } from '../markdown/guides.ts';
import { llmsFullText, llmsText } from '../markdown/llms.ts';
import { markdownTwins } from '../markdown/twins.ts';
import { codesCsv } from '../open-data/csv.ts';
import { atomFeed, jsonFeed } from '../open-data/feeds.ts';
import { api, machinePaths } from '../open-data/paths.ts';
import { publicationOf } from '../open-data/publication.ts';
import { jsonFiles, jsonText } from '../open-data/published.ts';
import { openSearchXml, robotsText } from '../open-data/site-files.ts';
import { dataForDecoder, explanations } from '../page-kinds/decoder-page.ts';
import { appIcons, drawAppIcon } from '../social-images/app-icon.ts';
import { colours, drawImage } from '../social-images/draw-image.ts';
import { renderIcon, renderImage } from '../social-images/render-image.ts';
import { socialImages } from '../social-images/social-images.ts';
import { decoderFiles } from '../urls.ts';
import { licencesText } from './licences-text.ts';

/** Makes the content of one file. The same data gives the same bytes. */
export type MakeFile = () => string | Uint8Array;

/**
 * Every file of the site that is made from the data and is no page, by its path without the base path: open data, Markdown
 * twins, the search index, what the decoder loads, pictures. The one list that a build writes and the development server
 * answers from. A file is made when it is asked for.
 */
export function generatedFiles(catalog: Catalog): ReadonlyMap<string, MakeFile> {
  const publication = publicationOf(catalog);
  const guides = readGuides(publication);
  return new Map<string, MakeFile>([
    ...socialImages(catalog).map(
      ({ path, image }) => [path, () => renderImage(drawImage(image), Object.values(colours))] as const,
    ),
    ...Object.entries(appIcons).map(
      ([name, { size, isMaskable }]) =>
        [`/images/${name}.png`, () => renderIcon(drawAppIcon(favicon(), size, isMaskable))] as const,
    ),
    ...[...searchFiles(catalog, guides)].map(([path, piece]) => [path, () => JSON.stringify(piece)] as const),
    [decoderFiles.data, () => JSON.stringify(dataForDecoder(catalog))],
    [decoderFiles.explanations, () => JSON.stringify(explanations(catalog))],
    ...[...jsonFiles(catalog, publication)].map(([path, { build }]) => [path, () => jsonText(build())] as const),
    [api.csv, () => codesCsv(catalog, publication)],
    ...markdownTwins(catalog, publication),
    ...guides.map(({ path, markdown }) => [path, () => markdown] as const),
    [machinePaths.atom, () => atomFeed(catalog, publication)],
    [machinePaths.jsonFeed, () => jsonText(jsonFeed(catalog, publication))],
    [machinePaths.llms, () => llmsText(catalog, guides, publication)],
    [machinePaths.llmsFull, () => llmsFullText(catalog, publication)],
    [machinePaths.openSearch, () => openSearchXml(publication)],
    [machinePaths.robots, () => robotsText(publication)],
    [machinePaths.licences, licencesText],
  ]);
}

const favicon = (): string => readFileSync(resolve('public/favicon.svg'), 'utf8');
