import type { Code, CodeSet } from '#catalog';
import { constantOf, constantValue } from '#package/constant-names';

type Names = ReadonlyMap<string, string>;

/** The module of a set: one frozen object of its codes. */
export function constantsModule(set: Pick<CodeSet, 'id' | 'codes'>, names: Names): string {
  const rows = set.codes.map(({ code }) => `  ${names.get(code)}: ${JSON.stringify(constantValue(code))},`);
  return `export const ${constantOf(set.id)} = /* @__PURE__ */ Object.freeze({\n${rows.join('\n')}\n});\n`;
}

/** Its declarations: literal types, and what each code means for the editor. */
export function constantsTypes(set: CodeSet, names: Names): string {
  const constant = constantOf(set.id);
  const rows = set.codes.map(
    (code) => `${comment('  ', wordsFor(code))}  ${names.get(code.code)}: ${JSON.stringify(constantValue(code.code))};`,
  );
  return `${comment('', [`${set.file.name} (${set.file.product}): codes of \`${set.file.field}\`.`])}export declare const ${constant}: Readonly<{
${rows.join('\n')}
}>;

/** Every code of the set. */
export type ${constant}Code = (typeof ${constant})[keyof typeof ${constant}];
`;
}

/** The declarations of all sets together. */
export const setsModule = (sets: readonly Pick<CodeSet, 'id'>[]): string =>
  sets.map(({ id }) => `export * from './sets/${id}.js';\n`).join('');

const wordsFor = ({ heading, entry }: Code): string[] =>
  entry.status === 'removed' ? [`${heading}.`, '@deprecated The vendor no longer lists it.'] : [`${heading}.`];

const comment = (indent: string, lines: readonly string[]): string => {
  const [first = '', ...rest] = lines.map((line) => line.replaceAll('*/', '* /'));
  if (rest.length === 0) return `${indent}/** ${first} */\n`;
  return `${indent}/**\n${[first, ...rest].map((line) => `${indent} * ${line}\n`).join('')}${indent} */\n`;
};
