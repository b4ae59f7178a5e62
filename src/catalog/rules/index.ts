import type { Catalog, DataFiles } from '../catalog.ts';
import type { Problem } from '../problem.ts';
import { causesAreUsed } from './causes-are-used.ts';
import { codesAreClaimedOnce } from './codes-are-claimed-once.ts';
import { dataIsThere } from './data-is-there.ts';
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

/** Runs the rules about links. Files that had a mistake of shape are known to exist: links to them are not broken. */
export function checkLinks(files: DataFiles, earlier: readonly Problem[]): Problem[] {
  const broken = new Set(earlier.map((problem) => problem.file));
  const reported = linkRules.flatMap((rule) => rule.check(files));
  return reported.filter((problem) => !leadsToBroken(problem, broken));
}

const leadsToBroken = (problem: Problem, broken: ReadonlySet<string>) =>
  broken.has(problem.expected.replace(/^data\//, ''));

/** Runs every rule about linked data. */
export const checkRules = (catalog: Catalog): Problem[] => rules.flatMap((rule) => rule.check(catalog));
