import type { Catalog } from '../catalog.ts';
import type { Problem } from '../problem.ts';
import { fileOf, type Rule } from './rule.ts';

/** Words and marks that our own text does without, with what to do instead. */
const unwanted: readonly (readonly [pattern: RegExp, name: string, hint: string])[] = [
  [/\bplease\b/i, 'please', 'Begin with the verb.'],
  [/!(?=\s|$)/, 'an exclamation mark', 'End the sentence with a full stop.'],
  [/—/, 'a long dash', 'Make two sentences, or use a colon.'],
  [/\b(simply|just|easily|obviously)\b/i, 'a filler word', 'Leave the word out.'],
  [/\b(TODO|FIXME|TBD)\b/, 'an unfinished mark', 'Finish the sentence, or leave the key out.'],
];

/** Keys whose text is quoted and not ours. */
const quoted = new Set([
  'name',
  'title',
  'was',
  'examples',
  'payload',
  'at',
  'section',
  'phrases',
  'aliases',
  'recognise',
  'shared',
  'line',
]);

export const wordingIsPlain: Rule = {
  name: 'wording-is-plain',
  description: 'Our own text is plain: no please, no exclamation mark, no long dash, no filler.',
  check: (catalog) => [...ownFiles(catalog)].flatMap(([file, content]) => [...checkText(file, '', content)]),
};

function* ownFiles(catalog: Catalog): Generator<[file: string, content: unknown]> {
  for (const cause of catalog.causes) yield [`causes/${cause.id}.yaml`, cause.file];
  for (const set of catalog.sets) {
    yield [`${set.id}/set.yaml`, set.file];
    for (const code of set.codes) yield [fileOf(code), code.entry];
  }
}

function* checkText(file: string, path: string, value: unknown): Generator<Problem> {
  if (typeof value === 'string') {
    for (const [pattern, found, hint] of unwanted) {
      if (pattern.test(value)) yield { file, field: path, found, expected: 'plain wording', hint };
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (!quoted.has(key)) yield* checkText(file, path ? `${path}.${key}` : key, inner);
    }
  }
}
