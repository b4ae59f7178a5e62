import { fileOf, objectsWith, type Rule } from './rule.ts';

export const statedHasPlace: Rule = {
  name: 'stated-has-place',
  description:
    'A retry verdict with a source names the place in it (other statements are held to this by their shape).',
  check(catalog) {
    const files = [
      ...catalog.causes.map((cause) => [`causes/${cause.id}.yaml`, cause.file] as const),
      ...catalog.sets.flatMap((set) => [
        [`${set.id}/set.yaml`, set.file] as const,
        ...set.codes.map((code) => [fileOf(code), code.entry] as const),
      ]),
    ];
    return files.flatMap(([file, content]) =>
      [...objectsWith('verdict', content)]
        .filter(({ at }) => (at['source'] === undefined) !== (at['at'] === undefined))
        .map(({ path, at }) => ({
          file,
          field: path,
          found: at['source'] === undefined ? 'a place without a source' : 'a source without a place',
          expected: 'source and at together',
          hint: 'Name the table row or heading in at, or take both out where the verdict is our reading.',
        })),
    );
  },
};
