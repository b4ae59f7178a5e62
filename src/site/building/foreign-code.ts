import type { AstroIntegration } from 'astro';
import { packagesOfOthers } from '../generated-files/licences-text.ts';

/** A part of a bundle, as Vite hands it over. */
type Part = { readonly type: 'asset' } | { readonly type: 'chunk'; readonly moduleIds: readonly string[] };

/** Packages that the modules of a bundle are from: those below node_modules/, and those that Vite makes up. */
export function foreignPackages(modules: readonly string[]): string[] {
  const names = modules.map(
    (id) =>
      // Bundlers mark with NUL what is no file.
      /^\0(?:virtual:)?([^/:]+)/.exec(id)?.[1] ?? /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id)?.[1],
  );
  return [...new Set(names.flatMap((name) => name?.replace('\\', '/') ?? []))].sort();
}

const plugin = () => ({
  name: 'undelivered:foreign-code',
  generateBundle(_: unknown, bundle: Readonly<Record<string, Part>>) {
    const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
    const named = new Set(packagesOfOthers.map(({ name }) => name));
    const unnamed = foreignPackages(modules).filter((name) => !named.has(name));
    if (unnamed.length > 0)
      throw new Error(
        `Scripts of the site hold code of ${unnamed.join(', ')}, whose licence does not go along with it: name it in src/site/generated-files/licences-text.ts.`,
      );
  },
});

/** Fails a build whose scripts for browsers hold code of a package that `/licences.txt` does not name. */
export const foreignCode = (): AstroIntegration => ({
  name: 'undelivered:foreign-code',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => {
      updateConfig({
        vite: {
          plugins: [{ ...plugin(), applyToEnvironment: ({ name }: { name: string }) => name === 'client' }],
          worker: { plugins: () => [plugin()] },
        },
      });
    },
  },
});
