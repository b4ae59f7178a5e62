import type { Site } from './static-server.node.ts';

/** A built site that takes part in a comparison. */
export interface MeasuredSite {
  readonly name: string;
  readonly site: Site;
  /** What it calls the page that is `/bandwidth/4775/` on our site. */
  address(path: string): string;
}
