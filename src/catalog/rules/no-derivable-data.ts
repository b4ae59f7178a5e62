import type { Code } from '../catalog.ts';
import type { Problem } from '../problem.ts';
import { fileOf, type Rule } from './rule.ts';

export const noDerivableData: Rule = {
  name: 'no-derivable-data',
  description: 'A code does not repeat what it inherits from its cause or its family.',
  check: (catalog) => catalog.sets.flatMap((set) => set.codes.flatMap(checkCode)),
};

function checkCode(code: Code): Problem[] {
  const { entry } = code;
  const cause = code.causes[0]?.cause.file;
  const family = code.family.file;
  const inherited: [field: keyof typeof entry, value: unknown, from: string][] = [
    ['heading', cause?.heading, 'its cause'],
    ['summary', cause?.summary, 'its cause'],
    ['responsible', cause?.responsible, 'its cause'],
    ['retry', cause?.retry, 'its cause'],
    ['suppress', cause?.suppress, 'its cause'],
    ['customer', cause?.customer, 'its cause'],
    ['stopped', family.stopped, 'its family'],
    ['section', family.section, 'its family'],
    ['billed', family.billed, 'its family'],
  ];
  return inherited
    .filter(([field, value]) => entry[field] !== undefined && same(entry[field], value))
    .map(([field, , from]) => ({
      file: fileOf(code),
      field,
      found: `the same as ${from} says`,
      expected: `only what differs from ${from}`,
      hint: 'Take the key out.',
    }));
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
