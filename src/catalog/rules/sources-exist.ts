import type { Found } from '../sum-up.ts';
import { everyFile, nearest, objectsWith, type LinkRule } from './rule.ts';

export const sourcesExist: LinkRule = {
  name: 'sources-exist',
  description: 'Every cited source stands in data/sources.yaml.',
  check(files) {
    const problems: Found[] = [];
    const report = (file: string, field: string, id: string) => {
      const similar = nearest(id, Object.keys(files.sources));
      problems.push({
        file,
        field,
        found: id,
        expected: 'an id of data/sources.yaml',
        hint: similar ? `Did you mean ${similar}?` : 'Add the document to data/sources.yaml.',
        missing: `sources.yaml#${id}`,
      });
    };
    for (const [file, content] of everyFile(files)) {
      for (const { path, at } of objectsWith('source', content)) {
        const id = at['source'];
        if (typeof id === 'string' && !(id in files.sources)) report(file, path ? `${path}.source` : 'source', id);
      }
    }
    for (const [id, { set }] of files.sets) {
      set.links.forEach((link, index) => {
        if (!(link in files.sources)) report(`${id}/set.yaml`, `links.${index}`, link);
      });
    }
    return problems;
  },
};
