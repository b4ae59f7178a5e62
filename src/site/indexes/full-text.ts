import type { Catalog } from '#catalog';

/**
 * The largest catalogue whose code pages Pagefind reads. It keeps every page in memory and took about 6 ms and 150 KB for
 * each: 10,000 code pages would cost more than all the rest of the build. Beyond this, words on code pages are found
 * through the word index alone, which has their names, headings, phrases and summaries.
 */
export const mostCodesInFullText = 2000;

/** Whether Pagefind reads the code pages of this catalogue. */
export const codesAreInFullText = (catalog: Pick<Catalog, 'sets'>): boolean =>
  catalog.sets.reduce((sum, set) => sum + set.codes.length, 0) <= mostCodesInFullText;
