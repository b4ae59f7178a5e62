import { objectsWith, type Rule } from './rule.ts';

export const sourcesAreCited: Rule = {
  name: 'sources-are-cited',
  description: 'Every source of data/sources.yaml is cited somewhere.',
  check(catalog) {
    const cited = new Set<unknown>(catalog.sets.flatMap((set) => set.file.links));
    const contents: unknown[] = [
      catalog.namesakes,
      ...catalog.causes.map((cause) => cause.file),
      ...catalog.sets.flatMap((set) => [set.file, ...set.codes.map((code) => code.entry)]),
    ];
    for (const content of contents) {
      for (const { at } of objectsWith('source', content)) cited.add(at['source']);
    }
    return [...catalog.sources.keys()]
      .filter((id) => !cited.has(id))
      .map((id) => ({
        file: 'sources.yaml',
        field: id,
        found: 'a source that nothing cites',
        expected: 'only sources that a statement rests on',
        hint: 'Cite it where it is used, or take it out.',
      }));
  },
};
