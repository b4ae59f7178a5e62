import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'rolldown';
import type { Catalog } from '#catalog';
import { readCatalog } from '#catalog/node';
import { constantNames, type PublishedNames } from '#package/constant-names';
import { writeData } from '#package/data-text';
import { packData } from '#package/packed-data';
import { packageManifest } from './build-package-manifest.ts';
import { constantsModule, constantsTypes, setsModule } from './build-package-sets.ts';
import { packageTypes } from './build-package-types.ts';

/** What a package is made from, and where it goes. */
export interface PackageInput {
  /** Folder of the repository. */
  readonly root: string;
  /** Folder of the YAML files. */
  readonly data: string;
  /** Folder that is emptied and filled. */
  readonly out: string;
  readonly version: string;
  readonly published: PublishedNames;
}

/** Entry points of the package that are written by hand, below src/. */
const entryPoints = {
  index: 'package/index.ts',
  decoder: 'package/decoder.ts',
  data: 'package/data.ts',
} as const;

/**
 * Where the command is. npm packs files by ending, then by name: with the large ones first, which no user sees, the
 * constants (.js) come so shortly before their types (.d.ts) that their names are packed as repetitions.
 */
const COMMAND = 'chunks/_command';

/** Writes the npm package: modules, declarations, command, manifest. */
export async function buildPackage({ root, data, out, version, published }: PackageInput): Promise<Catalog> {
  const catalog = readCatalog(data);
  rmSync(out, { recursive: true, force: true });
  await build({
    cwd: root,
    input: {
      ...Object.fromEntries(Object.entries(entryPoints).map(([name, file]) => [name, join(root, 'src', file)])),
      [COMMAND]: join(root, 'src/command/undelivered.node.ts'),
    },
    external: /^node:/,
    // Our modules do nothing when they are imported; those of which nothing is used are left out (the schemas with Zod).
    treeshake: { moduleSideEffects: false },
    transform: { target: 'es2022' },
    output: {
      dir: out,
      minify: true,
      chunkFileNames: 'chunks/_[name].js',
      comments: { legal: true },
    },
    plugins: [
      filesOfTheirOwn(new Map(Object.entries(entryPoints).map(([name, file]) => [join(root, 'src', file), name]))),
      builtModules({
        'undelivered:data': `export const packed = ${JSON.stringify(writeData(packData(catalog)))};`,
        'undelivered:version': `export const version = ${JSON.stringify(version)};`,
      }),
    ],
  });

  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(out, file)), { recursive: true });
    writeFileSync(join(out, file), text);
  };
  write('undelivered.js', `#!/usr/bin/env node\nimport './${COMMAND}.js';\n`);
  chmodSync(join(out, 'undelivered.js'), 0o755);
  const types = packageTypes({ root, entries: Object.values(entryPoints).map((file) => join(root, 'src', file)) });
  for (const [file, text] of types) write(file, text);
  for (const set of catalog.sets) {
    const names = constantNames(set, published);
    write(`sets/${set.id}.js`, constantsModule(set, names));
    write(`sets/${set.id}.d.ts`, constantsTypes(set, names));
  }
  for (const file of ['sets.js', 'sets.d.ts']) write(file, setsModule(catalog.sets));
  write('package.json', `${JSON.stringify(packageManifest(version), undefined, 2)}\n`);
  copyFileSync(join(root, 'src/package/README.md'), join(out, 'README.md'));
  copyFileSync(join(root, 'LICENSE'), join(out, 'LICENSE'));
  return catalog;
}

/** Entry points and sets stay files of their own: whoever imports one of them imports the file. */
const filesOfTheirOwn = (entries: ReadonlyMap<string, string>): Plugin => ({
  name: 'files of their own',
  resolveId(name, importer) {
    const entry = name === 'undelivered:sets' ? 'sets' : importer && entries.get(join(dirname(importer), name));
    return entry ? { id: `./${entry}.js`, external: true } : undefined;
  },
});

/** Modules that are made here, by the name they are imported under. */
const builtModules = (modules: Readonly<Record<string, string>>): Plugin => ({
  name: 'modules made from data',
  resolveId: (name) => (name in modules ? `\0${name}` : undefined),
  load: (id) => modules[id.slice(1)],
});
