import type { CodeSet } from '../catalog.ts';
import type { Problem } from '../problem.ts';
import { fileOf, type Rule } from './rule.ts';

export const namesAreUnique: Rule = {
  name: 'names-are-unique',
  description: 'A name or title belongs to one code of a set, or set.yaml lists it as shared.',
  check: (catalog) => catalog.sets.flatMap(checkSet),
};

function checkSet(set: CodeSet): Problem[] {
  const holders = new Map<string, { file: string; field: string }[]>();
  for (const code of set.codes) {
    for (const field of ['name', 'title'] as const) {
      const word = code.entry[field];
      if (word !== undefined) holders.set(word, [...(holders.get(word) ?? []), { file: fileOf(code), field }]);
    }
  }
  const problems: Problem[] = [];
  for (const [word, [first, second]] of holders) {
    if (!first || !second || set.file.shared.includes(word)) continue;
    problems.push({
      ...second,
      found: `${word}, which also stands in data/${first.file}`,
      expected: 'a name of its own',
      hint: `Correct it, or list it under shared in data/${set.id}/set.yaml if the vendor uses it twice.`,
    });
  }
  set.file.shared.forEach((word, index) => {
    if ((holders.get(word)?.length ?? 0) > 1) return;
    problems.push({
      file: `${set.id}/set.yaml`,
      field: `shared.${index}`,
      found: word,
      expected: 'a name or title that several codes carry',
      hint: 'Take it out; it is no longer shared.',
    });
  });
  return problems;
}
