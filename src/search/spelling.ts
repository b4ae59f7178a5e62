/** Lower case, without accents, width or look-alike apostrophes: `Désinscrit` → `desinscrit`. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '');

/** A name without case and separators, so that UNKNOWN_SUBSCRIBER, unknownSubscriber and unknown-subscriber meet. */
export const squash = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
