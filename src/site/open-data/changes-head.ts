import { api, machinePaths, twinOf } from './paths.ts';
import type { Publication } from './publication.ts';

/** An element of a page's head, as Starlight's frontmatter takes it. */
export interface HeadElement {
  readonly tag: 'link';
  readonly attrs: Readonly<Record<string, string>>;
}

/** The head of the page of changes: its twins for machines and its feeds. */
export const changesHead = ({ address }: Publication): HeadElement[] => [
  alternate('text/markdown', address(twinOf(machinePaths.changes))),
  alternate('application/json', address(api.changes)),
  alternate('application/atom+xml', address(machinePaths.atom)),
  alternate('application/feed+json', address(machinePaths.jsonFeed)),
];

const alternate = (type: string, href: string): HeadElement => ({
  tag: 'link',
  attrs: { rel: 'alternate', type, href },
});
