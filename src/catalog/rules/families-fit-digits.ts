import type { Code } from '../catalog.ts';
import { familiesOf } from '../family.ts';
import type { Problem } from '../problem.ts';
import { fileOf, type Rule } from './rule.ts';

export const familiesFitDigits: Rule = {
  name: 'families-fit-digits',
  description: 'A code has the shape of its set, and says against its digits only what it gives a reason for.',
  check: (catalog) => catalog.sets.flatMap((set) => set.codes.flatMap(checkCode)),
};

function checkCode(code: Code): Problem[] {
  const problems: Problem[] = [];
  const { entry, set } = code;
  const file = fileOf(code);
  if (!new RegExp(`^(?:${set.file.shape})$`).test(code.code) && !/^\d+-\d+$/.test(code.code)) {
    problems.push({
      file,
      field: '',
      found: `the file name ${code.code}`,
      expected: `a code of the shape ${set.file.shape}`,
      hint: 'Name the file after the code, or correct the shape in set.yaml.',
    });
  }
  const byDigits = familiesOf(code.code, set.file.families)[0];
  if (entry.family !== undefined && entry.family === byDigits?.id) {
    problems.push({
      file,
      field: 'family',
      found: entry.family,
      expected: 'no family: the digits say it',
      hint: 'Take the key out.',
    });
  }
  const differs =
    (entry.stopped !== undefined && byDigits !== undefined) ||
    (entry.section !== undefined && byDigits?.section !== undefined) ||
    (entry.family !== undefined && byDigits !== undefined && entry.family !== byDigits.id);
  const breaksScheme = differs || !schemeExplains(code);
  if (differs && entry.offScheme === undefined) {
    problems.push({
      file,
      field: 'offScheme',
      found: 'stopped, section or family against the digits',
      expected: 'a reason',
      hint: 'Say in offScheme why the digits do not say it, or take the other key out.',
    });
  }
  if (!breaksScheme && entry.offScheme !== undefined) {
    problems.push({
      file,
      field: 'offScheme',
      found: show(entry.offScheme),
      expected: 'no excuse where the digits say it',
      hint: 'Take offScheme out; nothing in the entry goes against the digits.',
    });
  }
  return problems;
}

const show = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** Whether every group of the scheme has a meaning for this code. */
function schemeExplains({ code, set }: Code): boolean {
  let end = 0;
  for (const group of set.file.scheme?.groups ?? []) {
    end += group.digits;
    const digits = code.slice(0, end);
    if (!Object.keys(group.values).some((key) => digits.startsWith(key))) return false;
  }
  return true;
}
