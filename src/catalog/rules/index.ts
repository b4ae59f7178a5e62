import type { Catalog, DataFiles } from '../catalog.ts';
import type { Problem } from '../problem.ts';
import { sumUp, type Found } from '../sum-up.ts';
import { causesAreUsed } from './causes-are-used.ts';
import { codesAreClaimedOnce } from './codes-are-claimed-once.ts';
import { dataIsThere, isWithoutCodes } from './data-is-there.ts';
import { familiesFitDigits } from './families-fit-digits.ts';
import { linksExist } from './links-exist.ts';
import { namesAreUnique } from './names-are-unique.ts';
import { noDerivableData } from './no-derivable-data.ts';
import { removedHasDate } from './removed-has-date.ts';
import { sourcesAreCited } from './sources-are-cited.ts';
import { sourcesExist } from './sources-exist.ts';
import { statedHasPlace } from './stated-has-place.ts';
import { summariesAreThere } from './summaries-are-there.ts';
import { textIsOwn } from './text-is-own.ts';
import { wordingIsPlain } from './wording-is-plain.ts';
import type { LinkRule, Rule } from './rule.ts';

const linkRules: readonly LinkRule[] = [dataIsThere, codesAreClaimedOnce, linksExist, sourcesExist];

const rules: readonly Rule[] = [
  causesAreUsed,
  familiesFitDigits,
  namesAreUnique,
  noDerivableData,
  removedHasDate,
  sourcesAreCited,
  statedHasPlace,
  summariesAreThere,
  textIsOwn,
  wordingIsPlain,
];

/**
 * Runs the rules about links. Files that had a mistake of shape are known to exist: links to them are not broken. `begun`
 * is the id of a set that may have no codes yet.
 */
export function checkLinks(files: DataFiles, earlier: readonly Problem[], begun?: string): Problem[] {
  const broken = new Set(earlier.map((problem) => problem.file));
  const found = linkRules
    .flatMap((rule) => rule.check(files))
    .filter((problem) => !leadsToBroken(problem, broken))
    .filter((problem) => begun === undefined || !isWithoutCodes(problem, begun));
  return sumUp(found, files);
}

/** Whether what is missing is, or stands in, a file with a mistake. Without its set.yaml a set has no codes either. */
function leadsToBroken({ missing }: Found, broken: ReadonlySet<string>): boolean {
  if (missing === undefined) return false;
  const file = missing.replace(/#.*/, '');
  return broken.has(file) || broken.has(file.replace(/\/codes\/.*/, '/set.yaml'));
}

/** Runs every rule about linked data. */
export const checkRules = (catalog: Catalog): Problem[] => rules.flatMap((rule) => rule.check(catalog));
