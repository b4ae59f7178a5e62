import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeProblems, parseFiles, type Problem } from '#catalog';
import { readYamlFiles } from '#catalog/node';
import { code as codeShape, codeSet as setShape } from '#schema';
import { checkLinks } from '../../catalog/rules/index.ts';
import packageFile from '../../../package.json' with { type: 'json' };
import { blocksOf, readGuides, withoutBlocks } from './guides.ts';
import { root } from './published-sets.ts';

const guides = readGuides();
const guide = (name: string): string => guides.get(name) ?? '';

describe('what the guides say of the repository', () => {
  test('every npm script is there', () => {
    const named = [...guides].flatMap(([name, text]) =>
      [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, script = '']) => ({ name, script })),
    );
    expect(named.filter(({ script }) => !(script in packageFile.scripts))).toEqual([]);
    expect(named.length).toBeGreaterThan(3);
  });

  test('every file and folder under data/ is there', () => {
    const named = [...guides.values()].flatMap((text) =>
      [...withoutBlocks(text).matchAll(/`(data\/[\w./-]+)`/g)].map(([, file = '']) => file),
    );
    const made = 'data/bandwidth/codes/4799.yaml';
    expect([...new Set(named)].filter((file) => file !== made && !existsSync(join(root, file)))).toEqual([]);
    expect(existsSync(join(root, made)), '4799 is the code that no list has; choose another one').toBe(false);
  });

  test('the keys in the tables are those of the schema', () => {
    const keysIn = (name: string) =>
      [...guide(name).matchAll(/^\| (`\w+`(?:, `\w+`)*) +\|/gm)].flatMap(([, cell = '']) =>
        cell.replaceAll('`', '').split(', '),
      );
    expect(keysIn('add-a-code').filter((key) => !(key in codeShape.shape))).toEqual([]);
    expect(keysIn('add-a-provider').filter((key) => !(key in setShape.shape))).toEqual([]);
    const needed = Object.entries(setShape.shape).flatMap(([key, field]) =>
      field.safeParse(undefined).success ? [] : [key],
    );
    expect(needed.filter((key) => !keysIn('add-a-provider').includes(key))).toEqual([]);
  });

  test('mistakes in data/ look as shown', () => {
    const edits: Record<string, (text: string) => string> = {
      'bandwidth/codes/4770.yaml': (text) => text.replace(/,"checked":"[^"]*"/, ''),
      'bandwidth/codes/4775.yaml': (text) => text.replace('"recipient-opted-out"', '"recipient-optout"'),
    };
    const raw = readYamlFiles(join(root, 'data')).map((file) => {
      const edit = edits[file.path];
      return edit ? { path: file.path, value: JSON.parse(edit(JSON.stringify(file.value))) as unknown } : file;
    });
    const mistakes: Problem[] = [];
    const files = parseFiles(raw, mistakes);
    mistakes.push(...checkLinks(files, mistakes));
    // A new cause may come near the misspelt one too.
    const withOneGuess = (text: string) => text.replace(/(Did you mean [\w-]+)[^?\n]*/, '$1');
    expect(withOneGuess(`${describeProblems(mistakes)}\n`)).toBe(
      withOneGuess(blocksOf(guide('add-a-code'), 'text')[0] ?? ''),
    );
  });

  test('the words on the decoder page are the ones that people see', () => {
    const shown = ['src/components/decoder', 'src/batch']
      .flatMap((folder) => readdirSync(join(root, folder)).map((file) => join(root, folder, file)))
      .filter((file) => /\.(ts|astro)$/.test(file) && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const text = guide('triage-last-night');
    const names = [
      'Open a file',
      'Failures',
      'Codes',
      'Numbers to stop',
      'Worth a retry',
      'Not failures',
      'Where it goes wrong',
      'By cause',
      'When',
      'Copy for a ticket',
      'Copy link',
      'Input with meanings',
    ];
    expect(names.filter((name) => !text.includes(`**${name}**`))).toEqual([]);
    expect(names.filter((name) => !new RegExp(`['">]${name}['"<]`).test(shown))).toEqual([]);
    const lists = [...text.matchAll(/`([\w-]+)\.csv`/g)].map(([, list]) => list);
    expect(lists).toEqual(['numbers-to-stop', 'to-change', 'to-retry']);
    expect(lists.filter((list) => !shown.includes(`'${list}'`))).toEqual([]);
    expect([...text.matchAll(/^### (\w+)$/gm)].map(([, action]) => action)).toEqual([
      'Stop',
      'Change',
      'Retry',
      'Leave',
    ]);
    const columns = [...text.matchAll(/`(code|first_step|message_id|retry)`/g)].map(([, column]) => column);
    expect(columns.filter((column) => !shown.includes(`'${column}'`))).toEqual([]);
  });
});
