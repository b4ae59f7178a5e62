import { describe, expect, test } from 'vitest';
import { describeProblems, parseFiles, type Problem, type RawFile } from '#catalog';
import { exampleFiles } from './example-data.ts';

function problemsOf(files: readonly RawFile[]): Problem[] {
  const problems: Problem[] = [];
  parseFiles(files, problems);
  return problems;
}
const inCode = (changes: Record<string, unknown>) => problemsOf(exampleFiles({ 'acme/codes/4701.yaml': changes }));

describe('a mistake is told with file, field, found, expected and what to do', () => {
  test('a word that is not allowed', () => {
    expect(inCode({ responsible: 'customer' })).toEqual([
      {
        file: 'acme/codes/4701.yaml',
        field: 'responsible',
        found: 'customer',
        expected: 'one of sender, recipient, provider, carrier, unknown',
        hint: 'Use one of these words.',
      },
    ]);
  });

  test('a word that is not allowed inside a stated value', () => {
    const responsible = { say: 'customer', source: 'acme-docs', at: 'row 1' };
    expect(inCode({ responsible })).toMatchObject([{ field: 'responsible.say', found: 'customer' }]);
  });

  test('a key that nobody knows', () => {
    expect(inCode({ sumary: 'Misspelt.' })).toMatchObject([{ field: '', found: 'the key sumary' }]);
  });

  test('a key that is missing', () => {
    expect(inCode({ checked: undefined })).toMatchObject([
      {
        field: 'checked',
        found: 'nothing',
        expected: "a day such as '2026-11-22', in quotes. When somebody last held the entry against its sources.",
      },
    ]);
  });

  test('a list that is missing, in the words of the schema', () => {
    expect(inCode({ causes: undefined })).toMatchObject([
      { field: 'causes', expected: expect.stringMatching(/^a list\. Causes, the likeliest first\./) as string },
    ]);
  });

  test('a key that is missing deep in a file, in the words of the schema', () => {
    expect(inCode({ causes: [{ match: 'same' }], steps: [{ say: 'Stop.', at: 'row 1' }] })).toMatchObject([
      { field: 'causes.0.is', expected: 'lower-case words joined by hyphens, such as recipient-opted-out' },
      {
        field: 'steps.0.source',
        expected:
          'lower-case words joined by hyphens, such as recipient-opted-out. Id of the source in data/sources.yaml.',
      },
    ]);
    expect(problemsOf([{ path: 'sources.yaml', value: { 'acme-docs': { title: 'Errors' } } }])).toContainEqual(
      expect.objectContaining({ field: 'acme-docs.publisher', expected: 'a text. Who published it.' }),
    );
  });

  test('a value of another kind, in the words of the schema', () => {
    expect(inCode({ checked: 20261122 })).toMatchObject([
      { field: 'checked', expected: expect.stringMatching(/^a day such as/) as string },
    ]);
  });

  test('a text that is too long', () => {
    expect(inCode({ heading: 'x'.repeat(41) })).toMatchObject([
      { field: 'heading', expected: 'at most 40 characters' },
    ]);
  });

  test('a date that is none', () => {
    expect(inCode({ checked: '24.11.2026' })).toMatchObject([{ field: 'checked', found: '24.11.2026' }]);
  });

  test('a stated sentence without its place', () => {
    const steps = [{ say: 'Stop.', source: 'acme-docs' }];
    expect(inCode({ steps })).toMatchObject([{ field: 'steps.0.at', found: 'nothing' }]);
  });

  test('YAML that cannot be read, with its line', () => {
    const file = { path: 'acme/codes/4701.yaml', error: { message: 'bad indentation of a mapping entry', line: 3 } };
    const others = exampleFiles({ 'acme/codes/4701.yaml': undefined });
    expect(problemsOf([...others, file])).toMatchObject([{ field: 'line 3', expected: 'YAML that can be read' }]);
  });

  test('a file in a place that is not known', () => {
    expect(problemsOf([{ path: 'acme/4701.yaml', value: {} }])).toMatchObject([
      { file: 'acme/4701.yaml', found: 'a file in an unknown place' },
    ]);
  });

  test('a file that ends in .yml, with the name it must have', () => {
    expect(problemsOf([{ path: 'acme/codes/9999.yml', value: {} }])).toEqual([
      {
        file: 'acme/codes/9999.yml',
        field: '',
        found: 'a name that ends in .yml',
        expected: 'data/acme/codes/9999.yaml',
        hint: 'Rename it to 9999.yaml.',
      },
    ]);
    expect(problemsOf([{ path: 'acme/9999.yml', value: {} }])).toMatchObject([{ found: 'a file in an unknown place' }]);
  });

  test('a code whose set has no set.yaml', () => {
    expect(problemsOf(exampleFiles({ 'acme/set.yaml': undefined }))).toMatchObject([
      { expected: 'data/acme/set.yaml' },
      { expected: 'data/acme/set.yaml' },
    ]);
  });

  test('a set whose id the site needs for something else', () => {
    const set = exampleFiles().find((file) => file.path === 'acme/set.yaml')?.value;
    expect(problemsOf([{ path: 'decode/set.yaml', value: set }])).toMatchObject([{ found: 'the set id decode' }]);
  });
});

test('all mistakes are told together, those of one file under its name', () => {
  const problems = problemsOf(
    exampleFiles({
      'acme/codes/4401.yaml': { responsible: 'nobody', checked: 'today' },
      'causes/sender-blocked.yaml': { suppress: 'yes' },
    }),
  );
  const text = describeProblems(problems);
  expect(text).toMatch(/^3 mistakes in data\//);
  expect(text.match(/^data\/acme\/codes\/4401\.yaml$/gm)).toHaveLength(1);
  expect(text).toContain('data/causes/sender-blocked.yaml');
});
