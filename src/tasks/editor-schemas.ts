import { z } from 'astro/zod';
import { cause, code, codeSet, namesakes, sources } from '#schema';

/** The shapes of the files under data/, with the places of the files, as `yaml.schemas` of an editor takes them. */
const shapes = {
  code: { shape: code, files: 'data/*/codes/*.yaml' },
  cause: { shape: cause, files: 'data/causes/*.yaml' },
  set: { shape: codeSet, files: 'data/*/set.yaml' },
  sources: { shape: sources, files: 'data/sources.yaml' },
  namesakes: { shape: namesakes, files: 'data/namesakes.yaml' },
} as const;

const schemaFile = (name: string): string => `.vscode/schemas/${name}.json`;

/** A JSON Schema for each kind of file, as an author writes it: keys with a default may be left out. By path. */
export const editorSchemas = (): Map<string, string> =>
  new Map(
    Object.entries(shapes).map(([name, { shape }]) => {
      // Draft 7 is what the YAML language server of editors reads best.
      const schema = z.toJSONSchema(shape, { io: 'input', target: 'draft-7' });
      return [schemaFile(name), `${JSON.stringify({ title: `data/: ${name}`, ...schema }, null, 2)}\n`];
    }),
  );

/** `.vscode/settings.json`: which schema holds for which files. */
export const editorSettings = (): string =>
  `${JSON.stringify(
    {
      'yaml.schemas': Object.fromEntries(
        Object.entries(shapes).map(([name, { files }]) => [`./${schemaFile(name)}`, `/${files}`]),
      ),
      'yaml.format.enable': false,
      'editor.formatOnSave': true,
      'editor.defaultFormatter': 'esbenp.prettier-vscode',
      'typescript.tsdk': 'node_modules/typescript/lib',
    },
    null,
    2,
  )}\n`;
