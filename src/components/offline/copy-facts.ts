/** What a worker tells of the copy of the site that it keeps. It stands in the cache of that copy, written last. */
export interface CopyFacts {
  /** Changes with any byte of the kept files. */
  readonly version: string;
  readonly pages: number;
  /** Bytes as they lie on the device, packed. */
  readonly bytes: number;
}

/** Path of the facts below the site. No server has it. */
export const factsPath = 'offline/copy.json';

/** Name of the cache that holds a version of the site. */
export const cacheOf = (version: string): string => `${cachePrefix}${version}`;

/** Whether a cache holds a version of the site; others may stand beside it. */
export const isOurCache = (name: string): boolean => name.startsWith(cachePrefix);

const cachePrefix = 'undelivered-copy-';

/** Message of a page to a worker: load the bundle again. Answered with whether it is kept now. */
export const keepOrder = 'keep';
