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
  const rows = set.codes.map((code) => {
    const name = names.get(code.code) ?? '';
    return `${comment('  ', wordsFor(code, name))}  ${name}: ${JSON.stringify(constantValue(code.code))};`;
  });
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

/** What the editor shows of a constant; nothing where its name has every word of it. */
function wordsFor({ heading, entry }: Code, name: string): string[] {
  if (entry.status === 'removed') return [`${heading}.`, '@deprecated The vendor no longer lists it.'];
  const named = new Set(name.match(/[A-Z][a-z0-9]*/g)?.map((word) => word.toLowerCase()));
  const words = heading.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.every((word) => named.has(word)) ? [] : [`${heading}.`];
}

const comment = (indent: string, lines: readonly string[]): string => {
  if (lines.length === 0) return '';
  const [first = '', ...rest] = lines.map((line) => line.replaceAll('*/', '* /'));
  if (rest.length === 0) return `${indent}/** ${first} */\n`;
  return `${indent}/**\n${[first, ...rest].map((line) => `${indent} * ${line}\n`).join('')}${indent} */\n`;
};
