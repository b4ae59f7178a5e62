import { dirname, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';
import { codeOf, sourceFiles, sourceFolder } from './source-files.ts';

/**
 * What each layer of src/ may import. `#…` are layers by their public name; `pkg:…` are packages; `node` is any
 * built-in module of Node; `astro` is any module that Astro or Starlight provides.
 */
const allowed: Record<string, readonly string[]> = {
  schema: ['pkg:astro/zod'],
  catalog: ['#schema', 'pkg:astro/zod'],
  'catalog/*.node': ['node', 'pkg:js-yaml'],
  decoder: ['type #catalog'],
  search: ['type #schema'],
  site: [
    'pkg:astro/zod',
    '#schema',
    '#catalog',
    '#catalog/node',
    'type #search',
    '#search/build',
    'node',
    'astro',
    'pkg:js-yaml',
    'pkg:pagefind',
    'pkg:@resvg/resvg-js',
    'pkg:rolldown',
  ],
  batch: ['type #schema', 'type #catalog', 'type #decoder', '#site/wording'],
  'components/browser': [
    '#decoder',
    '#batch',
    '#search',
    '#search/words',
    'type #catalog',
    'type #schema',
    'type #site',
    '#site/urls',
    '#site/wording',
  ],
  components: ['#site', 'type #schema'],
  package: ['type #schema', '#catalog', '#decoder', 'pkg:undelivered:data', 'pkg:undelivered:sets'],
  command: [
    'type #schema',
    'type #catalog',
    '#decoder',
    '#site/wording',
    '#batch',
    '#package',
    'pkg:undelivered:version',
    'node',
  ],
  pages: ['#site', '#components', 'astro'],
};

const isTest = (file: string) =>
  /\.(test|dist\.test|browser)\.ts$|(^|\/)(testing|tasks|bench)\/|example-|-testing\.ts$/.test(file);

/** The rule that a file falls under, or undefined where anything may be imported (tests, tasks, configuration). */
function layerOf(file: string): string | undefined {
  if (isTest(file)) return undefined;
  const layer = file.split('/')[0] ?? '';
  if (layer === 'catalog' && file.endsWith('.node.ts')) return 'catalog/*.node';
  if (layer === 'components' && file.endsWith('.ts')) return 'components/browser';
  return layer in allowed ? layer : undefined;
}

/** Import and export lines of a module, each as the specifier with `type ` before it if only types come from it. */
function importsOf(file: string): string[] {
  const code = codeOf(file);
  const statements = code.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm);
  const lazy = code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g);
  return [...statements]
    .map(([, type, from]) => `${type ? 'type ' : ''}${from}`)
    .concat([...lazy].map(([, from]) => from ?? ''));
}

/** Names an import the way `allowed` does; undefined for an import inside the own layer. */
function nameOf(file: string, specifier: string): string | undefined {
  const type = specifier.startsWith('type ') ? 'type ' : '';
  const from = specifier.slice(type.length).replace(/\?.*$/, '');
  if (from.startsWith('.')) {
    const target = relative(sourceFolder, resolve(sourceFolder, dirname(file), from))
      .split(sep)
      .join('/');
    const [own] = file.split('/');
    const [other] = target.split('/');
    if (own === other || /\.css$/.test(target)) return undefined;
    return `a path into ${other}`;
  }
  if (from.startsWith('#components')) return `${type}#components`;
  if (/^#site\/(urls|wording)$/.test(from)) return `${type}${from}`;
  if (from.startsWith('#package')) return `${type}#package`;
  if (from.startsWith('#site')) return `${type}#site`;
  if (from.startsWith('#')) return `${type}${from}`;
  if (from.startsWith('node:')) return 'node';
  if (from === 'astro/zod') return 'pkg:astro/zod';
  if (/^(astro|astro:.+|astro\/.+|@astrojs\/starlight(\/.+)?|virtual:.+)$/.test(from)) return 'astro';
  return `pkg:${from}`;
}

function isAllowed(layer: string, name: string): boolean {
  const rules = allowed[layer] ?? [];
  if (rules.includes(name)) return true;
  if (name.startsWith('#site/') && rules.includes('#site')) return true;
  if (name.startsWith('type ')) return isAllowed(layer, name.slice('type '.length));
  return false;
}

/** What the files of the layers import from outside their own. */
const imports = sourceFiles.flatMap((file) => {
  const layer = layerOf(file);
  if (layer === undefined) return [];
  return importsOf(file).flatMap((specifier) => {
    const name = nameOf(file, specifier);
    return name === undefined ? [] : [{ file, layer, name }];
  });
});

test('every import goes the way of the layers', () => {
  const breaches = imports
    .filter(({ layer, name }) => !isAllowed(layer, name))
    .map(({ file, layer, name }) => `src/${file} imports ${name}; ${layer} may import ${allowed[layer]?.join(', ')}`);
  expect(breaches).toEqual([]);
});

test('a layer may import no more than it does', () => {
  const used = new Set(imports.map(({ layer, name }) => `${layer}: ${name}`));
  const granted = Object.entries(allowed).flatMap(([layer, names]) => names.map((name) => `${layer}: ${name}`));
  expect(granted.filter((permission) => !used.has(permission))).toEqual([]);
});

test('the reader of imports sees all forms of them', () => {
  expect(importsOf('catalog/read-data.node.ts')).toEqual(
    expect.arrayContaining(['node:fs', 'js-yaml', './build-catalog.ts']),
  );
  expect(importsOf('catalog/index.ts')).toContain('./scheme.ts');
  expect(importsOf('catalog/told.ts')).toEqual(['type #schema']);
});

test('no folder has a name that says nothing', () => {
  const empty = sourceFiles.filter((file) => /(^|\/)(utils?|helpers?|libs?|common|misc|shared)\//.test(file));
  expect(empty).toEqual([]);
});
