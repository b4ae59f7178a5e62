import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCatalog } from '#catalog/node';
import { createExplainer } from '#components/decoder/explainer.ts';
import { createReference } from '#package/reference';
import { explanations } from '#site/page-kinds/decoder-page';
import { createJudge } from './judge.ts';

const catalog = readCatalog(resolve(import.meta.dirname, '../../data'));
const judge = createJudge(createReference(catalog));
const explainer = createExplainer(explanations(catalog));

describe('judging in the command line', () => {
  const listed = catalog.sets.flatMap((set) => set.codes.map(({ code }) => [set.id, code] as const));
  const others = [
    ...['4799', '4406', '5999', '9001', '4000', '47xx', '4xxx', '470x', '9999x'].map(
      (code) => ['bandwidth', code] as const,
    ),
    ...['15099', '11001', '14007', '99999', '150xx', '15xxx'].map((code) => ['bird', code] as const),
    ['whatsapp', '250'] as const,
    ['whatsapp', '131999'] as const,
    ['bird-errors', 'no_such_word'] as const,
  ];

  test.each([...listed, ...others])('%s/%s is judged as on the site', (set, code) => {
    const there = explainer.explain(set, code)!;
    const here = judge.explain(set, code)!;
    const { heading, set: of, ...plain } = here;
    expect(there).toMatchObject(plain);
    expect(there.set).toMatchObject(of);
    if (here.kind !== 'unlisted') expect(heading).toBe(there.heading);
  });

  test('knows nothing of a set that there is not', () => expect(judge.explain('acme', '4770')).toBeUndefined());
});
