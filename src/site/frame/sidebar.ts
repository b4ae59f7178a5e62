import type { Catalog, Code, CodeSet, Family } from '#catalog';
import { isBand } from '../describe.ts';
import { machinePaths } from '../open-data/paths.ts';
import { paths } from '../urls.ts';

/** A link of the sidebar to a path of this site. The badge holds a code or a band. */
export interface SidebarLink {
  readonly label: string;
  readonly link: string;
  readonly badge?: string;
  readonly isCode?: boolean;
}

/** A set with its links. Folded unless the page stands in it. */
export interface SidebarGroup {
  readonly label: string;
  readonly isFolded: boolean;
  readonly links: readonly SidebarLink[];
}

/** Where a page stands: in a set, in a family of it, at a code of it. By their ids, as in the address of the page. */
export interface SidebarPlace {
  readonly set?: string | undefined;
  readonly family?: string | undefined;
  readonly code?: string | undefined;
}

/*
 * No page grows with the catalogue. A list with more entries than these shows the neighbours of the current entry only,
 * and where all families of all sets are more, a page shows those of its own set.
 */
const wholeFamily = 60;
const wholeSet = 60;
const wholeCatalog = 60;
const allSets = 60;
const neighbours = 12;

/**
 * The sidebar of a page: the general pages, then per set its overview and families. Only the current family is
 * expanded to its codes.
 */
export function sidebarFor(catalog: Catalog, place: SidebarPlace = {}): (SidebarLink | SidebarGroup)[] {
  const current = catalog.set(place.set ?? '');
  const isSmall = catalog.sets.reduce((sum, set) => sum + set.families.length, 0) <= wholeCatalog;
  return [
    { label: 'Decode a failure', link: paths.decode },
    { label: 'Causes', link: paths.causes },
    { label: 'Guides', link: paths.guides },
    { label: 'Changes', link: machinePaths.changes },
    { label: 'Open data', link: paths.openData },
    ...around(catalog.sets, current, allSets).map((set) =>
      isSmall || set === current ? setGroup(catalog, set, place) : { label: set.file.name, link: paths.set(set.id) },
    ),
  ];
}

function setGroup(catalog: Catalog, set: CodeSet, place: SidebarPlace): SidebarGroup {
  const isCurrent = set.id === place.set;
  const code = isCurrent ? catalog.code(set.id, place.code ?? '') : undefined;
  const family = isCurrent ? (code?.family ?? set.families.find(({ id }) => id === place.family)) : undefined;
  return {
    label: set.file.name,
    isFolded: !isCurrent,
    links: [
      { label: 'Overview', link: paths.set(set.id) },
      ...around(listedFamilies(set, family), family, wholeSet).flatMap((listed) => [
        familyLink(listed),
        ...(listed === family ? codeLinks(listed, code) : []),
      ]),
    ],
  };
}

/** A broad band that holds others, 4xxx around 47xx, is reached through them and the overview. */
const listedFamilies = (set: CodeSet, current: Family | undefined): readonly Family[] =>
  set.families.filter((family) => family.children.length === 0 || family === current);

const familyLink = (family: Family): SidebarLink => ({
  label: family.file.heading,
  link: paths.family(family.set.id, family.id),
  ...(isBand(family) ? { badge: family.id } : {}),
});

function codeLinks(family: Family, current: Code | undefined): SidebarLink[] {
  if (family.children.length > 0) return [];
  return around(family.codes, current, wholeFamily).map((code) => ({
    label: code.heading,
    link: paths.code(code.set.id, code.code),
    badge: code.code,
    isCode: true,
  }));
}

/** The whole list where it is no longer than `whole`, else the current entry with those before and after it. */
function around<Entry>(entries: readonly Entry[], current: Entry | undefined, whole: number): readonly Entry[] {
  if (entries.length <= whole) return entries;
  const at = Math.max(0, current === undefined ? 0 : entries.indexOf(current));
  return entries.slice(Math.max(0, at - neighbours), at + neighbours + 1);
}
