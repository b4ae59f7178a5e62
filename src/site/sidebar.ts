import type { Catalog, Code, CodeSet, Family } from '#catalog';
import { isBand } from './describe.ts';
import { machinePaths } from './open-data/paths.ts';
import { paths } from './urls.ts';

/** A link as Starlight's `sidebar` takes it. The badge holds a code or a band. */
export interface SidebarLink {
  readonly label: string;
  readonly link: string;
  readonly badge?: string;
  readonly attrs?: { readonly class: string };
}

/** A group as Starlight's `sidebar` takes it. */
export interface SidebarGroup {
  readonly label: string;
  readonly collapsed: boolean;
  readonly items: (SidebarLink | SidebarGroup)[];
}

/** Where a page stands: in a set, in a family of it, at a code of it. */
export interface SidebarPlace {
  readonly set?: CodeSet | undefined;
  readonly family?: Family | undefined;
  readonly code?: Code | undefined;
}

/** A family with more codes shows the neighbours of the current one only, so that no page grows with the catalogue. */
const wholeFamily = 60;
const neighbours = 12;

/**
 * The sidebar of a page: the general pages, then per set its overview and families. Only the current family is
 * expanded to its codes.
 */
export function sidebarFor(catalog: Catalog, place: SidebarPlace = {}): (SidebarLink | SidebarGroup)[] {
  return [
    { label: 'Decode a failure', link: paths.decode },
    { label: 'Causes', link: paths.causes },
    { label: 'Guides', link: paths.guides },
    { label: 'Changes', link: machinePaths.changes },
    { label: 'Open data', link: paths.openData },
    ...catalog.sets.map((set) => setGroup(set, place)),
  ];
}

function setGroup(set: CodeSet, place: SidebarPlace): SidebarGroup {
  const family = place.code?.family ?? place.family;
  return {
    label: set.file.name,
    collapsed: place.set !== set,
    items: [
      { label: 'Overview', link: paths.set(set.id) },
      ...set.families
        // A broad band that holds others, 4xxx around 47xx, is reached through them and the overview.
        .filter((candidate) => candidate.children.length === 0 || candidate === family)
        .flatMap((candidate) => [
          familyLink(candidate),
          ...(candidate === family ? codeLinks(candidate, place.code) : []),
        ]),
    ],
  };
}

const familyLink = (family: Family): SidebarLink => ({
  label: family.file.heading,
  link: paths.family(family.set.id, family.id),
  ...(isBand(family) ? { badge: family.id } : {}),
});

function codeLinks(family: Family, current: Code | undefined): SidebarLink[] {
  if (family.children.length > 0) return [];
  return around(family.codes, current).map((code) => ({
    label: code.heading,
    link: paths.code(code.set.id, code.code),
    badge: code.code,
    attrs: { class: 'code' },
  }));
}

function around(codes: readonly Code[], current: Code | undefined): readonly Code[] {
  if (codes.length <= wholeFamily) return codes;
  const at = current === undefined ? 0 : codes.indexOf(current);
  return codes.slice(Math.max(0, at - neighbours), at + neighbours + 1);
}
