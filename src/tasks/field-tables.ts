import type { z } from 'astro/zod';
import { cause, code, codeSet, family, recognise, source } from '#schema';

/** The shapes that data/README.md explains, by the name of their table. */
const explained: Readonly<Record<string, z.ZodObject>> = {
  code,
  cause,
  set: codeSet,
  family,
  recognise,
  source,
};

/** A Markdown table of the keys of a shape with the words that describe them. Throws for a key without words. */
export function fieldTable(shape: z.ZodObject): string {
  const rows = (Object.entries(shape.shape) as [string, z.ZodType][]).map(([key, field]) => {
    if (!field.description) throw new Error(`The key ${key} has no description in src/schema/`);
    const needed = field.safeParse(undefined).success ? '' : 'yes';
    return `| \`${key}\` | ${needed} | ${field.description.replaceAll('|', '\\|')} |`;
  });
  return ['| key | needed | what it says |', '| --- | --- | --- |', ...rows].join('\n');
}

const marker = (name: string, end = false) => `<!-- ${end ? 'end of ' : ''}fields: ${name} -->`;

/** The text with each table between its two marks brought up to date. Throws where a mark is missing. */
export function withFieldTables(text: string): string {
  return Object.entries(explained).reduce((result, [name, shape]) => {
    const start = result.indexOf(marker(name));
    const end = result.indexOf(marker(name, true));
    if (start < 0 || end < start) throw new Error(`data/README.md lacks the marks of the table "${name}"`);
    return `${result.slice(0, start)}${marker(name)}\n\n${fieldTable(shape)}\n\n${result.slice(end)}`;
  }, text);
}
