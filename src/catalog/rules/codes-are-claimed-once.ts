import type { DataFiles } from '../catalog.ts';
import type { Problem } from '../problem.ts';
import { said } from '../told.ts';
import type { LinkRule } from './rule.ts';

export const codesAreClaimedOnce: LinkRule = {
  name: 'codes-are-claimed-once',
  description: 'A code of a set has one file: no second spelling, no range over it, no alias of another code.',
  check: ({ sets }) => [...sets].flatMap(([id, { codes }]) => checkSet(id, codes)),
};

type Codes = DataFiles['sets'] extends ReadonlyMap<string, { readonly codes: infer Entries }> ? Entries : never;

function checkSet(set: string, codes: Codes): Problem[] {
  const fileOf = (code: string) => `${set}/codes/${code}.yaml`;
  const claims = new Map<string, string>();
  const problems: Problem[] = [];
  const ranges: { from: number; to: number; file: string }[] = [];
  for (const code of codes.keys()) {
    const file = fileOf(code);
    const other = claims.get(spelling(code));
    if (other === undefined) claims.set(spelling(code), file);
    else problems.push(claimed(file, '', `the code ${code}`, other));
    const [, from, to] = /^(\d+)-(\d+)$/.exec(code) ?? [];
    if (from !== undefined && to !== undefined) ranges.push({ from: Number(from), to: Number(to), file });
  }
  for (const [code, { aliases = [] }] of codes) {
    const file = fileOf(code);
    const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(code) ?? [];
    const over = ranges.find((range) => range.file !== file && Number(from) <= range.to && Number(to) >= range.from);
    if (over !== undefined) problems.push(claimed(file, '', `the code ${code}`, over.file));
    aliases.forEach((alias, index) => {
      const word = said(alias);
      const holder = claims.get(spelling(word));
      if (holder !== undefined && holder !== file) problems.push(claimed(file, `aliases.${index}`, word, holder));
    });
  }
  return problems;
}

/** As readers and file systems compare codes: without case, and numbers without zeros at their front. */
const spelling = (code: string): string => code.toLowerCase().replace(/^0+(?=\d)/, '');

const claimed = (file: string, field: string, found: string, other: string): Problem => ({
  file,
  field,
  found: `${found}, which data/${other} claims too`,
  expected: 'one file for each code of a set',
  hint: 'Keep one of the two and move what the other says into it.',
});
