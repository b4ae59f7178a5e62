import { buildCatalog } from '../build-catalog.ts';
import { exampleFiles } from '../example-data.ts';
import { parseFiles } from '../parse-files.ts';
import type { Problem } from '../problem.ts';
import type { LinkRule, Rule } from './rule.ts';

type Changes = Parameters<typeof exampleFiles>[0];

/** What a rule about links says of the example data with these changes. */
export const brokenLinks = (rule: LinkRule, changes?: Changes): Problem[] => rule.check(filesWith(changes));

/** What a rule says of the example data with these changes. */
export const brokenRules = (rule: Rule, changes?: Changes): Problem[] => rule.check(buildCatalog(filesWith(changes)));

function filesWith(changes: Changes) {
  const problems: Problem[] = [];
  const files = parseFiles(exampleFiles(changes), problems);
  if (problems.length > 0) throw new Error(`The example itself is wrong: ${JSON.stringify(problems)}`);
  return files;
}
