import type { Stopped } from '#schema';
import { said, type Family } from '#catalog';
import { isBand } from '../describe.ts';
import { href, paths } from '../urls.ts';
import { stoppedAt } from '../wording.ts';

/** A family as a row of a table or list. */
export interface FamilyRow {
  readonly id: string;
  /** The band, or undefined where the id is a word. */
  readonly band: string | undefined;
  readonly href: string;
  readonly heading: string;
  readonly stopped: { readonly is: Stopped; readonly words: string };
  readonly count: number;
}

/** A family as the row that tables show. */
export function familyRow(family: Family): FamilyRow {
  const stopped = said(family.file.stopped);
  return {
    id: family.id,
    band: isBand(family) ? family.id : undefined,
    href: href(paths.family(family.set.id, family.id)),
    heading: family.file.heading,
    stopped: { is: stopped, words: stoppedAt(stopped, family.set.file.stations) },
    count: family.codes.length,
  };
}

/** The narrow families of a set; broad bands such as 4xxx are reached through their page. */
export const narrowFamilies = (families: readonly Family[]): Family[] =>
  families.filter((family) => family.children.length === 0);
