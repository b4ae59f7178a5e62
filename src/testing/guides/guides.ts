import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../content/docs/guides');

/** The text of each hand-written guide, by its name in addresses: `open-data`. */
export const readGuides = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder).map((file) => [file.replace(/\.md$/, ''), readFileSync(join(folder, file), 'utf8')] as const),
  );

/** Markdown without its code blocks, whose words are not ours to readers. */
export const withoutBlocks = (markdown: string): string => markdown.replace(/^```[\s\S]*?^```$/gm, '');

/** What Markdown links to outside of code blocks, in order: inline, by reference and in angle brackets. */
export const linksOf = (markdown: string): string[] =>
  [...withoutBlocks(markdown).matchAll(/\]\(([^)\s]+)\)|^\[[\w-]+\]: (\S+)$|<(https?:\/\/[^>\s]+)>/gm)].map(
    ([, inline, reference, bare]) => inline ?? reference ?? bare ?? '',
  );

/** Code blocks of a language, in order. */
export const blocksOf = (markdown: string, language: string): string[] =>
  [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , code = '']) => code);
