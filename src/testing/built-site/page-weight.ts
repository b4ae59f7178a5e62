import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { attributes, dist } from './built-site.ts';

/** What a page costs at first sight: itself and what it names for the browser to load at once. */
export interface PageWeight {
  /** Bytes after brotli, as a server sends them. */
  readonly bytes: number;
  readonly requests: number;
}

/** Weighs a built page with its style sheets, scripts (with the modules these import at once and the workers they name) and icons. */
export function weigh(html: string): PageWeight {
  const files = new Set<string>();
  const tags = html.match(/<(?:link|script|img)\b[^>]*>/g) ?? [];
  for (const tag of tags) {
    const isLoaded =
      /^<(script|img)/.test(tag) || /rel="?(stylesheet|modulepreload|preload|icon|shortcut icon)/.test(tag);
    const [address] = [...attributes(tag, 'src'), ...attributes(tag, 'href')];
    if (isLoaded && address?.startsWith('/')) files.add(address);
  }
  const all = [...filesWith(...files)];
  const bytes = all.reduce((sum, file) => sum + weightOfFile(file), compressed(Buffer.from(html)));
  return { bytes, requests: all.length + 1 };
}

/** Files with the modules that they import at once and the workers they name. */
export function filesWith(...named: readonly string[]): ReadonlySet<string> {
  const files = new Set(named);
  const queue = [...files];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (!file.endsWith('.js')) continue;
    for (const imported of [...staticImports(file), ...workersOf(file)]) {
      if (!files.has(imported)) queue.push(imported);
      files.add(imported);
    }
  }
  return files;
}

const weights = new Map<string, number>();

/** Bytes of a file of the site after brotli. */
export function weightOfFile(file: string): number {
  const weight = weights.get(file) ?? compressed(readFileSync(join(dist, file)));
  weights.set(file, weight);
  return weight;
}

function staticImports(file: string): string[] {
  const path = join(dist, file);
  if (!existsSync(path)) return [];
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  return [...readFileSync(path, 'utf8').matchAll(/(?:^|[;}])(?:import|export)[^;'"()]*['"]\.\/([^'"]+)['"]/g)].map(
    ([, name = '']) => folder + name,
  );
}

/** Workers are named by their address, and are started before there is anything for them to do. */
const workersOf = (file: string): string[] => [
  ...new Set(readFileSync(join(dist, file), 'utf8').match(/\/_astro\/[\w.-]*worker[\w.-]*\.js/g) ?? []),
];

const compressed = (content: Buffer): number =>
  brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  }).length;
