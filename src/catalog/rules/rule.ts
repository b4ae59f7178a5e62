import type { Catalog, Code, DataFiles } from '../catalog.ts';
import type { Problem } from '../problem.ts';
import type { Found } from '../sum-up.ts';

/** A rule about links between files. It runs before the files are linked; linking relies on it. */
export interface LinkRule {
  readonly name: string;
  readonly description: string;
  check(files: DataFiles): Found[];
}

/** A rule about linked data. */
export interface Rule {
  readonly name: string;
  readonly description: string;
  check(catalog: Catalog): Problem[];
}

/** Path of the file of a code below data/. */
export const fileOf = (code: Pick<Code, 'code' | 'set'>): string => `${code.set.id}/codes/${code.code}.yaml`;

/** Every object of a file that has a key of this name, with its path; depth first. */
export function* objectsWith(
  key: string,
  value: unknown,
  path = '',
): Generator<{ path: string; at: Record<string, unknown> }> {
  if (typeof value !== 'object' || value === null) return;
  if (key in value) yield { path, at: value as Record<string, unknown> };
  for (const [name, inner] of Object.entries(value)) yield* objectsWith(key, inner, path ? `${path}.${name}` : name);
}

/** All files as [path below data/, content]. */
export function* everyFile(files: DataFiles): Generator<[path: string, content: unknown]> {
  yield ['namesakes.yaml', files.namesakes];
  for (const [id, cause] of files.causes) yield [`causes/${id}.yaml`, cause];
  for (const [id, { set, codes }] of files.sets) {
    yield [`${id}/set.yaml`, set];
    for (const [code, entry] of codes) yield [`${id}/codes/${code}.yaml`, entry];
  }
}

/** The known words that look most like a wrong one, for messages. */
export function nearest(wrong: string, known: Iterable<string>): string {
  const pairs = (word: string) =>
    new Set(Array.from({ length: Math.max(1, word.length - 1) }, (_, i) => word.slice(i, i + 2)));
  const own = pairs(wrong);
  const scored = [...known].map((word) => {
    const other = pairs(word);
    const common = [...own].filter((pair) => other.has(pair)).length;
    return { word, score: common / (own.size + other.size - common) };
  });
  const best = scored.filter(({ score }) => score > 0.3).sort((a, b) => b.score - a.score);
  return best
    .slice(0, 3)
    .map(({ word }) => word)
    .join(', ');
}
