import type { Code } from '../catalog.ts';
import type { Problem } from '../problem.ts';
import { said } from '../told.ts';
import { fileOf, type Rule } from './rule.ts';

export const textIsOwn: Rule = {
  name: 'text-is-own',
  description: 'No two codes share a summary or a step, and no summary is the title of the vendor.',
  check(catalog) {
    const problems: Problem[] = [];
    const first = new Map<string, string>();
    for (const code of catalog.sets.flatMap((set) => set.codes)) {
      for (const [field, text] of ownTexts(code)) {
        const key = plain(text);
        const other = first.get(key);
        if (other === undefined) first.set(key, fileOf(code));
        else if (other !== fileOf(code)) problems.push(repeated(code, field, text, other));
      }
      if (code.entry.summary !== undefined && plain(code.entry.summary) === plain(code.entry.title ?? '')) {
        problems.push({
          file: fileOf(code),
          field: 'summary',
          found: 'the title of the vendor',
          expected: 'a sentence of our own',
          hint: 'Say in plain words what happened.',
        });
      }
    }
    return problems;
  },
};

function* ownTexts({ entry }: Code): Generator<[field: string, text: string]> {
  if (entry.summary !== undefined) yield ['summary', entry.summary];
  for (const key of ['steps', 'stepsInstead', 'meaning'] as const) {
    for (const [index, statement] of (entry[key] ?? []).entries()) {
      yield [`${key}.${index}`, said(statement)];
    }
  }
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const repeated = (code: Code, field: string, text: string, other: string): Problem => ({
  file: fileOf(code),
  field,
  found: `${text.slice(0, 60)}, which also stands in data/${other}`,
  expected: 'text that fits only this code',
  hint: 'Say what is special here, or move the sentence to the cause that both share.',
});
