import type { Problem } from '../problem.ts';
import type { LinkRule } from './rule.ts';

const withoutCodes = 'a set without codes';

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
        found: withoutCodes,
        expected: `files in data/${id}/codes/`,
        hint: 'Add a code, or take the set out.',
      }));
  },
};

/** Whether the problem is that this set has no codes yet: what whoever writes its first one has to start from. */
export const isWithoutCodes = ({ file, found }: Problem, set: string): boolean =>
  file === `${set}/set.yaml` && found === withoutCodes;
