import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildCatalog, decoderData, describeProblems, parseFiles, type Catalog, type Problem } from '#catalog';
import { readCatalog } from '#catalog/node';
import { decode } from '#decoder';
import { checkLinks, checkRules } from '../catalog/rules/index.ts';
import { writeGeneratedData } from './generate-data.node.ts';
import { generateData } from './generate-data.ts';

/** As the files would be read back, without the disk. */
function check(count: number): { catalog: Catalog; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const files = parseFiles(
    generateData(count).map(({ path, content }) => ({ path, value: content })),
    problems,
  );
  problems.push(...checkLinks(files, problems));
  const catalog = buildCatalog(files);
  return { catalog, problems: [...problems, ...checkRules(catalog)] };
}

describe.each([12, 250, 10_000])('made-up data with %i codes', (count) => {
  const { catalog, problems } = check(count);

  test('keeps every rule of the real data', () => {
    expect(problems, describeProblems(problems)).toEqual([]);
  });

  test('has so many codes in several sets and families', () => {
    expect(catalog.sets.reduce((sum, set) => sum + set.codes.length, 0)).toBe(count);
    expect(catalog.sets.length).toBeGreaterThanOrEqual(3);
    expect(catalog.sets.filter(({ families }) => families.length === 0)).toEqual([]);
  });

  test('has examples that decode to their code', () => {
    const known = decoderData(catalog);
    // Every code of the smallest catalogue, some of each set of the others.
    const tried = catalog.sets.flatMap(({ codes }) => codes.filter((_, index) => index % Math.ceil(count / 100) === 0));
    const lost = tried.filter(
      ({ set, code, entry }) =>
        !decode(entry.examples[0] ?? '', known).findings.some(
          (finding) =>
            (finding.set === set.id && finding.code === code) ||
            finding.sources.some((source) => source.set === set.id && source.code === code),
        ),
    );
    expect(lost.map(({ ref }) => ref)).toEqual([]);
  });
});

test('the files can be read back as a catalogue', () => {
  const folder = mkdtempSync(join(tmpdir(), 'undelivered-generated-'));
  writeGeneratedData(join(folder, 'data'), 40);
  const catalog = readCatalog(join(folder, 'data'));
  rmSync(folder, { recursive: true, force: true });
  expect(catalog.sets.flatMap(({ codes }) => codes)).toHaveLength(40);
});

test('the same count gives the same files', () => {
  expect(generateData(60)).toEqual(generateData(60));
});
