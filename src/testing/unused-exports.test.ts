import { readFileSync } from 'node:fs';
import { dirname, posix, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { codeOf, sourceFiles, sourceFolder } from './source-files.ts';

/** Modules whose exports somebody outside of src/ asks for: who uses the package, Astro, and what a bench writes for it. */
const askedFromOutside = /^(package\/(index|decoder|data)\.ts|content\.config\.ts|pages\/|bench\/peers\.node\.ts)/;

const { imports: publicNames } = JSON.parse(readFileSync(resolve(sourceFolder, '../package.json'), 'utf8')) as {
  imports: Record<string, string>;
};

/** The file of src/ that an import names, or undefined for a package. */
function targetOf(file: string, specifier: string): string | undefined {
  const from = specifier.replace(/\?.*$/, '');
  if (from.startsWith('.')) return posix.join(dirname(file), from);
  for (const [name, target] of Object.entries(publicNames)) {
    const start = name.replace(/\*$/, '');
    if (name === from || (name !== start && from.startsWith(start)))
      return target.replace('./src/', '').replace('*', from.slice(start.length));
  }
  return undefined;
}

/** `a, type b, c as d` → the names before `as`, or those after it. */
const namesIn = (list: string, side: 'before' | 'after'): string[] =>
  list.split(',').flatMap(
    (item) =>
      item
        .trim()
        .replace(/^type\s+/, '')
        .split(/\s+as\s+/)
        .at(side === 'before' ? 0 : -1) || [],
  );

interface Module {
  /** Names that it takes from others, as `file#name`; `*` for all of them. */
  readonly takes: readonly string[];
  /** Modules whose exports it hands on with `export *`. */
  readonly handsOn: readonly string[];
  readonly values: readonly string[];
  readonly types: readonly string[];
}

function readModule(file: string, code: string): Module {
  const takes: string[] = [];
  const handsOn: string[] = [];
  const statement = /^\s*(import|export)\s+(?:type\s+)?(\*)?[\w\s]*,?\s*(?:\{([^}]*)\}\s*)?from\s+['"]([^'"]+)['"]/gm;
  for (const [, verb, all, list = '', from = ''] of code.matchAll(statement)) {
    const target = targetOf(file, from);
    if (target === undefined) continue;
    if (all && verb === 'export') handsOn.push(target);
    else takes.push(...(all ? ['*'] : namesIn(list, 'before')).map((name) => `${target}#${name}`));
  }
  for (const [, from = '', type] of code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)(?:\.([A-Z]\w*))?/g)) {
    const target = targetOf(file, from);
    if (target !== undefined) takes.push(`${target}#${type ?? '*'}`);
  }
  const declared = [
    ...code.matchAll(/^export (?:abstract |async )*(const|let|function\*?|class|interface|type) (\w+)/gm),
  ].map(([, kind = '', name = '']) => ({ isType: /interface|type/.test(kind), name }));
  const listed = [...code.matchAll(/^export (type )?\{([^}]*)\}/gm)].flatMap(([, type, list = '']) =>
    namesIn(list, 'after').map((name) => ({ isType: type !== undefined, name })),
  );
  const named = (isType: boolean) =>
    [...declared, ...listed].filter((one) => one.isType === isType).map((one) => one.name);
  return { takes, handsOn, values: named(false), types: named(true) };
}

/**
 * Exports that nothing imports. A type that its own module uses may be exported all the same, as a word for what a
 * function takes or gives.
 */
function unusedExports(sources: ReadonlyMap<string, string>): string[] {
  const modules = [...sources].map(([file, code]) => ({ file, code, ...readModule(file, code) }));
  const taken = new Set(modules.flatMap(({ takes }) => takes));
  const handedOnBy = (file: string) => modules.filter(({ handsOn }) => handsOn.includes(file));
  const isTaken = (file: string, name: string): boolean =>
    taken.has(`${file}#${name}`) ||
    taken.has(`${file}#*`) ||
    handedOnBy(file).some((other) => askedFromOutside.test(other.file) || isTaken(other.file, name));
  const isUsedInside = (code: string, name: string) => code.split(new RegExp(`\\b${name}\\b`)).length > 2;
  return modules
    .filter(({ file }) => !askedFromOutside.test(file) && !/\.(test|browser|d)\.ts$/.test(file))
    .flatMap(({ file, code, values, types }) => [
      ...values.filter((name) => !isTaken(file, name)).map((name) => `${file}: ${name}`),
      ...types.filter((name) => !isTaken(file, name) && !isUsedInside(code, name)).map((name) => `${file}: ${name}`),
    ]);
}

test('what a module exports, another one imports', () => {
  const sources = new Map(sourceFiles.map((file) => [file, codeOf(file)]));
  sources.set('../astro.config.mjs', readFileSync(resolve(sourceFolder, '../astro.config.mjs'), 'utf8'));
  expect(unusedExports(sources)).toEqual([]);
});

test('an export that nobody imports is found, through public names and lists too', () => {
  const sources = new Map([
    ['catalog/index.ts', `export * from './a.ts';\nexport { listed, type Listed } from './b.ts';`],
    ['catalog/a.ts', 'export const used = 1;\nexport const spare = 2;\nexport type Spare = string;'],
    ['catalog/b.ts', 'export const listed = 1;\nexport interface Listed { inner: Inner }\nexport interface Inner {}'],
    ['site/c.ts', `import {\n  used as mine,\n} from '#catalog';\nconst lazy = () => import('./d.ts');`],
    ['site/d.ts', 'export const late = 1;'],
  ]);
  expect(unusedExports(sources)).toEqual([
    'catalog/index.ts: listed',
    'catalog/index.ts: Listed',
    'catalog/a.ts: spare',
    'catalog/a.ts: Spare',
  ]);
});
