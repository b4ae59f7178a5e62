import type { Code } from '../catalog.ts';
import type { Problem } from '../problem.ts';
import { fileOf, type Rule } from './rule.ts';

export const summariesAreThere: Rule = {
  name: 'summaries-are-there',
  description: 'A code has a summary of its own, unless nothing was ever published about it.',
  check: (catalog) =>
    catalog.sets.flatMap((set) => set.codes.flatMap((code): Problem[] => (isWrong(code) ? [problemOf(code)] : []))),
};

const isWrong = ({ entry }: Code) => (entry.published === undefined) === (entry.summary === undefined);

const problemOf = (code: Code): Problem =>
  code.entry.summary === undefined
    ? {
        file: fileOf(code),
        field: 'summary',
        found: 'nothing',
        expected: 'one or two sentences that fit only this code',
        hint: 'Write the summary, or say `published: nothing` if only the existence of the code is known.',
      }
    : {
        file: fileOf(code),
        field: 'published',
        found: '`published: nothing` beside a summary',
        expected: 'one of the two',
        hint: 'Take `published` out: there is something to say.',
      };
