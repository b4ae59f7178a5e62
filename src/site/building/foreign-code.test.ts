import { expect, test } from 'vitest';
import { foreignPackages } from './foreign-code.ts';

test('packages are told from the modules of a bundle, however deep they are installed', () => {
  const modules = [
    '/work/src/decoder/index.ts',
    '\0vite/preload-helper.js',
    '\0rolldown/runtime.js',
    '/work/node_modules/papaparse/papaparse.js',
    '/work/node_modules/astro/node_modules/@scope/name/dist/a.js?used',
    'C:\\work\\node_modules\\@scope\\other\\a.js',
  ];
  expect(foreignPackages(modules)).toEqual(['@scope/name', '@scope/other', 'papaparse', 'rolldown', 'vite']);
});

test('our own modules are nobody else’s', () => {
  expect(
    foreignPackages(['/work/src/site/urls.ts', 'src/components/a.astro?astro&type=script&index=0&lang.ts']),
  ).toEqual([]);
});
