import { describe, expect, test } from 'vitest';
import { exampleFiles } from './example-data.ts';
import { parseFiles, type RawFile } from './parse-files.ts';
import { describeProblems, type Problem } from './problem.ts';
import { checkLinks } from './rules/index.ts';

type Changes = Parameters<typeof exampleFiles>[0];

/** Four more codes of one cause, each of which cites the one source. */
const codes = Object.fromEntries(
  ['4702', '4703', '4704', '4705'].map((code) => [
    `acme/codes/${code}.yaml`,
    {
      causes: [{ is: 'recipient-opted-out', match: 'same' }],
      summary: `Lost as ${code}.`,
      billed: { say: true, source: 'acme-docs', at: `row ${code}` },
      examples: [code],
      checked: '2026-11-24',
    },
  ]),
);

/** A second set, whose codes are told apart from those of the first. */
const other: Changes = {
  'other/set.yaml': {
    ...(exampleFiles().find(({ path }) => path === 'acme/set.yaml')?.value as object),
    name: 'Other',
  },
  'other/codes/4701.yaml': {
    causes: [{ is: 'sender-blocked', match: 'same' }],
    summary: 'Something else.',
    distinguish: { 'acme/4401': 'One.', 'acme/4701': 'Two.', 'acme/4702': 'Three.', 'acme/4703': 'Four.' },
    examples: ['4701'],
    checked: '2026-11-24',
  },
};

function mistakesIn(files: readonly RawFile[], begun?: string): readonly Problem[] {
  const problems: Problem[] = [];
  const parsed = parseFiles(files, problems);
  return [...problems, ...checkLinks(parsed, problems, begun)];
}
const mistakesWith = (changes: Changes, begun?: string) => mistakesIn(exampleFiles({ ...codes, ...changes }), begun);

test('without a mistake there is nothing to sum up', () => {
  expect(mistakesWith(other)).toEqual([]);
});

describe('what many files need is told once, as the thing that is missing', () => {
  test('data/sources.yaml', () => {
    expect(mistakesWith({ 'sources.yaml': undefined })).toEqual([
      {
        file: 'sources.yaml',
        field: '',
        found: 'no source',
        expected: 'every document that data/ cites',
        hint: 'Put the file back.',
        follows:
          '5 places in 5 files need it: data/acme/codes/4702.yaml, data/acme/codes/4703.yaml, data/acme/codes/4704.yaml and 2 more',
      },
    ]);
  });

  test('one source', () => {
    const sources = { 'acme-docs': undefined, 'acme-notes': sourceOfExample() };
    expect(mistakesWith({ 'sources.yaml': sources })).toMatchObject([
      {
        file: 'sources.yaml',
        field: 'acme-docs',
        found: 'no such entry',
        hint: 'If it was there, put it back. Did you mean acme-notes?',
      },
    ]);
  });

  test('a cause', () => {
    expect(mistakesWith({ 'causes/recipient-opted-out.yaml': undefined })).toMatchObject([
      {
        file: 'causes/recipient-opted-out.yaml',
        field: '',
        found: 'no such file',
        expected: 'data/causes/recipient-opted-out.yaml',
        follows: expect.stringMatching(/^5 places in 5 files need it: data\/acme\/codes\/4701\.yaml, /) as string,
      },
    ]);
  });

  test('the folder of causes', () => {
    const without = { 'causes/recipient-opted-out.yaml': undefined, 'causes/sender-blocked.yaml': undefined };
    expect(mistakesWith(without)).toMatchObject([{ file: 'causes/', found: 'no cause' }]);
  });

  test('the set.yaml of a set', () => {
    expect(mistakesWith({ ...other, 'acme/set.yaml': undefined })).toMatchObject([
      {
        file: 'acme/set.yaml',
        field: '',
        found: 'no such file',
        follows: expect.stringMatching(/^6 places in 6 files need it/) as string,
      },
    ]);
  });

  test('a whole set', () => {
    const withoutSet = exampleFiles({ ...codes, ...other }).filter(({ path }) => !path.startsWith('acme/'));
    expect(mistakesIn(withoutSet)).toMatchObject([
      { file: 'acme/set.yaml', found: 'no such file', follows: expect.stringMatching(/^4 places in 1 file/) as string },
    ]);
  });

  test('families of a set', () => {
    const families = [{ id: '44xx', heading: 'Acme refused', summary: 'By Acme.', stopped: 'provider' }];
    expect(mistakesWith({ 'acme/set.yaml': { families } })).toMatchObject([
      {
        file: 'acme/set.yaml',
        field: 'families',
        found: 'no such entry',
        expected: 'a family pattern that fits the digits, or the name of a family',
      },
    ]);
  });
});

describe('what follows from a mistake that is told is no mistake of its own', () => {
  const withoutCodes = exampleFiles(other).filter(({ path }) => !path.startsWith('acme/codes/'));

  test('codes of a set without codes', () => {
    expect(mistakesIn(withoutCodes)).toMatchObject([
      {
        file: 'acme/set.yaml',
        found: 'a set without codes',
        follows: '4 places in 1 file need it: data/other/codes/4701.yaml',
      },
    ]);
  });

  test('unless that set may be without codes, as its first one is being written', () => {
    expect(mistakesIn(withoutCodes, 'acme')).toMatchObject([{ file: 'acme/set.yaml', found: 'no code' }]);
  });

  test('sources of a list that cannot be read', () => {
    const unreadable = { path: 'sources.yaml', error: { message: 'unexpected end of the stream' } };
    expect(mistakesIn([...exampleFiles({ ...codes, 'sources.yaml': undefined }), unreadable])).toMatchObject([
      { file: 'sources.yaml', expected: 'YAML that can be read' },
    ]);
  });

  test('codes of a set whose set.yaml has a mistake', () => {
    expect(mistakesWith({ ...other, 'acme/set.yaml': { order: 'first' } })).toMatchObject([
      { file: 'acme/set.yaml', field: 'order' },
    ]);
  });
});

test('what few files need is told at each of them: it may be a slip of its own', () => {
  const causes = [{ is: 'recipient-opted-ot', match: 'same' }];
  const wrong = Object.fromEntries(Object.keys(codes).map((path) => [path, { ...codes[path], causes }]));
  const [few, many] = [
    mistakesWith({ ...wrong, 'acme/codes/4705.yaml': codes['acme/codes/4705.yaml'] }),
    mistakesWith(wrong),
  ];
  expect(few.map(({ file }) => file)).toEqual(Object.keys(codes).slice(0, 3));
  expect(many).toMatchObject([
    { file: 'causes/recipient-opted-ot.yaml', hint: 'If it was there, put it back. Did you mean recipient-opted-out?' },
  ]);
});

test('what others follow from is told first', () => {
  const problems = mistakesWith({
    'sources.yaml': undefined,
    'acme/codes/4401.yaml': { causes: [{ is: 'sender-lost', match: 'same' }] },
  });
  const lines = describeProblems(problems).split('\n');
  expect(lines[0]).toBe('2 mistakes in data/');
  expect(lines[2]).toBe('data/sources.yaml');
  expect(lines).toContainEqual(expect.stringMatching(/^ {4}so {8}5 places in 5 files need it: /));
});

const sourceOfExample = (): unknown =>
  (exampleFiles().find(({ path }) => path === 'sources.yaml')?.value as Record<string, unknown>)['acme-docs'];
