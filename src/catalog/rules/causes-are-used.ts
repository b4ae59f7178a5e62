import type { Rule } from './rule.ts';

export const causesAreUsed: Rule = {
  name: 'causes-are-used',
  description: 'Every cause has at least one code.',
  check: (catalog) =>
    catalog.causes
      .filter((cause) => cause.codes.length === 0)
      .map((cause) => ({
        file: `causes/${cause.id}.yaml`,
        field: '',
        found: 'a cause without codes',
        expected: 'at least one code that names it',
        hint: 'Name it in the codes that have this cause, or take it out.',
      })),
};
