import { expect, test } from 'vitest';
import { exampleFiles } from '../../catalog/example-data.ts';
import { exampleCatalog } from '../example-catalog.ts';
import { sidebarFor, type SidebarGroup, type SidebarLink } from './sidebar.ts';

const codeFile = {
  causes: [{ is: 'recipient-opted-out', match: 'same' }],
  summary: 'Another.',
  examples: ['x'],
  checked: '2026-11-24',
};

function linksOf(items: readonly (SidebarLink | SidebarGroup)[]): string[] {
  return items.flatMap((item) => ('links' in item ? linksOf(item.links) : [item.link]));
}

test('only the family of the current page shows its codes', () => {
  const catalog = exampleCatalog();
  const links = linksOf(sidebarFor(catalog, { set: 'acme', code: '4701' }));
  expect(links).toContain('/acme/44xx/');
  expect(links).toContain('/acme/4701/');
  expect(links).not.toContain('/acme/4401/');
});

test('a page outside of sets shows families folded and no code', () => {
  const [set] = sidebarFor(exampleCatalog()).filter((item) => 'links' in item);
  expect(set).toMatchObject({ label: 'Acme', isFolded: true });
  expect(linksOf(sidebarFor(exampleCatalog()))).not.toContain('/acme/4701/');
});

test('a broad band is in the list only while it is the current page', () => {
  const catalog = exampleCatalog();
  expect(linksOf(sidebarFor(catalog, { set: 'acme' }))).not.toContain('/acme/4xxx/');
  expect(linksOf(sidebarFor(catalog, { set: 'acme', family: '4xxx' }))).toContain('/acme/4xxx/');
});

test('a large family shows the neighbours of the current code only', () => {
  const many = Object.fromEntries(
    Array.from({ length: 90 }, (_, index) => [`acme/codes/47${10 + index}.yaml`, codeFile]),
  );
  const catalog = exampleCatalog(many);
  const links = linksOf(sidebarFor(catalog, { set: 'acme', code: '4750' }));
  const codes = links.filter((link) => /\/47\d\d\//.test(link));
  expect(codes).toHaveLength(25);
  expect(codes).toContain('/acme/4750/');
});

test('a set with many families shows the neighbours of the current one only', () => {
  const families = Array.from({ length: 90 }, (_, index) => ({
    id: `${10 + index}xx`,
    heading: `Band ${10 + index}`,
    summary: 'A band.',
    stopped: 'provider',
  }));
  const catalog = exampleCatalog({ 'acme/set.yaml': { families, scheme: undefined } });
  const bands = linksOf(sidebarFor(catalog, { set: 'acme', family: '50xx' })).filter((link) => /\dxx\//.test(link));
  expect(bands).toHaveLength(25);
  expect(bands).toContain('/acme/50xx/');
});

test('where all families together are many, other sets show their overview only', () => {
  const families = Array.from({ length: 50 }, (_, index) => ({
    id: `${10 + index}xx`,
    heading: `Band ${10 + index}`,
    summary: 'A band.',
    stopped: 'provider',
  }));
  const acme = exampleFiles().find(({ path }) => path === 'acme/set.yaml')?.value as Record<string, unknown>;
  const sets = Object.fromEntries(
    ['two', 'three'].flatMap((id, index) => [
      [`${id}/set.yaml`, { ...acme, name: id, order: 2 + index, families, scheme: undefined }],
      [`${id}/codes/1001.yaml`, codeFile],
    ]),
  );
  const catalog = exampleCatalog({ 'acme/set.yaml': { families, scheme: undefined }, ...sets });
  const links = linksOf(sidebarFor(catalog, { set: 'two' }));
  expect(links).toContain('/two/11xx/');
  expect(links).toContain('/three/');
  expect(links).not.toContain('/three/11xx/');
});
