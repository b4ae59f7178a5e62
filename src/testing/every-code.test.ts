import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decoderData, describeProblems, type Code } from '#catalog';
import { checkCatalog } from '#catalog/node';
import { decode, type Finding } from '#decoder';
import { responsible as moves } from '#schema';
import firstEditions from './first-editions.json' with { type: 'json' };

const { catalog, problems } = checkCatalog(resolve(import.meta.dirname, '../../data'));
const codes = catalog?.sets.flatMap((set) => set.codes) ?? [];

test('data/ has no mistakes', () => {
  expect(problems, describeProblems(problems)).toEqual([]);
  expect(codes.length).toBeGreaterThan(200);
});

test('every code of the two documents the catalogue started from is here, in the wording they had', () => {
  const lost = Object.entries(firstEditions).filter(([ref, label]) => {
    const code = codes.find((candidate) => candidate.ref === ref);
    const former = code?.entry.history.map(({ was }) => was) ?? [];
    return code === undefined || ![code.entry.title, code.entry.name, ...former].includes(label);
  });
  expect(lost).toEqual([]);
});

describe('every code proves itself', () => {
  const data = catalog && decoderData(catalog);

  test('an example decodes to just this code', () => {
    const wrong = codes.flatMap((code) =>
      code.entry.examples
        .map((example) => ({ ref: code.ref, example, found: data ? decode(example, data).findings : [] }))
        .filter(({ found }) => !isJust(code, found)),
    );
    expect(
      wrong.map(({ ref, example, found }) => ({
        ref,
        example: example.slice(0, 200),
        found: found.map((f) => `${f.set}/${f.code}`),
      })),
    ).toEqual([]);
  });

  test('it has steps, a move and a sentence about what happened', () => {
    const lacks = ({ steps, responsible, summary }: Code): string[] => [
      ...(steps.length === 0 ? ['steps'] : []),
      ...(moves.options.includes(responsible.value) ? [] : ['a move']),
      ...(summary.value === '' ? ['a sentence'] : []),
    ];
    const lacking = codes.map((code) => ({ ref: code.ref, lacks: lacks(code) }));
    expect(lacking.filter((code) => code.lacks.length > 0)).toEqual([]);
  });
});

/** One finding: the code itself, or, for a code that stands inside another set's failure, that failure with this source. */
function isJust(code: Code, findings: readonly Finding[]): boolean {
  if (findings.length !== 1) return false;
  return findings.every(
    (finding) =>
      (finding.set === code.set.id && finding.code === code.code) ||
      finding.sources.some((source) => source.set === code.set.id && stands(source.code, code.code)),
  );
}

/** A source code in a listed range stands for the range. */
function stands(found: string | undefined, listed: string): boolean {
  const range = /^(\d+)-(\d+)$/.exec(listed);
  return range ? Number(found) >= Number(range[1]) && Number(found) <= Number(range[2]) : found === listed;
}
