import type { DataFiles } from '../catalog.ts';
import { familiesOf } from '../family.ts';
import type { Found } from '../sum-up.ts';
import { nearest, type LinkRule } from './rule.ts';

export const linksExist: LinkRule = {
  name: 'links-exist',
  description: 'Causes, codes, families and sets that a file names are there.',
  check(files) {
    const problems: Found[] = [];
    /** `missing` is a file below data/, or one with `#` and its key. */
    const report = (file: string, field: string, found: string, missing: string, known: Iterable<string>) => {
      const similar = nearest(found, known);
      const hint = similar ? `Did you mean ${similar}?` : 'Correct the name, or write the missing file.';
      const expected = missing.includes('#') ? `a family of data/${missing.replace(/#.*/, '')}` : `data/${missing}`;
      problems.push({ file, field, found, expected, hint, missing });
    };

    for (const [id, cause] of files.causes) {
      for (const near of Object.keys(cause.near ?? {})) {
        if (!files.causes.has(near))
          report(`causes/${id}.yaml`, `near.${near}`, near, `causes/${near}.yaml`, files.causes.keys());
      }
    }
    for (const [id, { set, codes }] of files.sets) {
      if (set.carriedBy && !files.sets.has(set.carriedBy.set)) {
        report(
          `${id}/set.yaml`,
          'carriedBy.set',
          set.carriedBy.set,
          `${set.carriedBy.set}/set.yaml`,
          files.sets.keys(),
        );
      }
      for (const [code, entry] of codes) {
        const file = `${id}/codes/${code}.yaml`;
        entry.causes.forEach(({ is }, index) => {
          if (!files.causes.has(is)) report(file, `causes.${index}.is`, is, `causes/${is}.yaml`, files.causes.keys());
        });
        for (const ref of Object.keys(entry.distinguish ?? {})) {
          if (!hasCode(files, ref))
            report(file, `distinguish.${ref}`, ref, `${ref.replace('/', '/codes/')}.yaml`, allRefs(files));
        }
        if (entry.family !== undefined && !set.families.some((family) => family.id === entry.family)) {
          report(
            file,
            'family',
            entry.family,
            `${id}/set.yaml#families.${entry.family}`,
            set.families.map((family) => family.id),
          );
        } else if (familiesOf(code, set.families, entry.family).length === 0) {
          problems.push({
            file,
            field: 'family',
            found: `no family for ${code}`,
            expected: 'a family pattern that fits the digits, or the name of a family',
            hint: `Add a family to data/${id}/set.yaml, or name one of: ${set.families.map((family) => family.id).join(', ')}.`,
            missing: `${id}/set.yaml#families`,
          });
        }
      }
    }
    return problems;
  },
};

function hasCode(files: DataFiles, ref: string): boolean {
  const [set = '', code = ''] = ref.split('/');
  return files.sets.get(set)?.codes.has(code) ?? false;
}

const allRefs = (files: DataFiles) =>
  [...files.sets].flatMap(([id, { codes }]) => [...codes.keys()].map((code) => `${id}/${code}`));
