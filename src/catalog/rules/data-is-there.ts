import type { LinkRule } from './rule.ts';

export const dataIsThere: LinkRule = {
  name: 'data-is-there',
  description: 'There is at least one set, and every set has codes.',
  check(files) {
    if (files.sets.size === 0) {
      return [
        {
          file: '',
          field: '',
          found: 'no set',
          expected: 'at least one folder with a set.yaml',
          hint: 'Check that the data folder is complete.',
        },
      ];
    }
    return [...files.sets]
      .filter(([, { codes }]) => codes.size === 0)
      .map(([id]) => ({
        file: `${id}/set.yaml`,
        field: '',
        found: 'a set without codes',
        expected: `files in data/${id}/codes/`,
        hint: 'Add a code, or take the set out.',
      }));
  },
};
