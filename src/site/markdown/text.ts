import type { Mark, MarkedText, NumberedSource } from '../page-parts/sources-of.ts';

/**
 * Text of a YAML file as Markdown: it reads the same when rendered. Only `code marks` are marks; everything else that
 * Markdown would take for one is escaped.
 */
export const inline = (text: string): string =>
  text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : escape(part)))
    .join('')
    .replace(/\s*\n\s*/g, ' ')
    // A list, a heading or a quotation would begin here.
    .replace(/^(?=[-+>#])|^(\d+)(?=[.)]\s)/, (_, digits?: string) => (digits === undefined ? '\\' : `${digits}\\`));

/** An underscore inside a word is none of Markdown's, and names of codes are full of them. */
const escape = (text: string): string =>
  text.replace(/[\\`*[\]<>|~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&');

/** What a statement rests on, after it: `[1]`, or that it is ours. */
export const basis = (mark: Mark | undefined): string => {
  if (mark === undefined) return '';
  return mark.kind === 'stated' ? ` [${mark.number}]` : ' *(our reading)*';
};

/** A text with what it rests on. */
export const marked = ({ text, mark }: MarkedText): string => `${inline(text)}${basis(mark)}`;

/** A list with a bullet for each item. */
export const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** A list with a number for each item. */
export const numbered = (items: readonly string[]): string =>
  items.map((item, index) => `${index + 1}. ${item}`).join('\n');

/** A table; cells are Markdown already. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** A link. Addresses with brackets or blanks in them are written so that they end where they should. */
export const link = (words: string, address: string): string =>
  `[${inline(words)}](${address.replace(/[()\s<>]/g, percentEncoded)})`;
const percentEncoded = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** Text as it is, in a fence that is longer than any run of backticks in it. */
export function fenced(text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

/** Parts with an empty line between them; parts that say nothing are left out. */
export const blocks = (...parts: readonly (string | undefined | false)[]): string =>
  parts.filter((part) => part !== undefined && part !== false && part !== '').join('\n\n');

export type FrontMatter = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** Front matter in YAML. JSON strings are YAML strings. */
export const frontMatter = (values: FrontMatter): string =>
  [
    '---',
    ...Object.entries(values).flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
    ),
    '---',
  ].join('\n');

const kinds = { vendor: undefined, 'vendor-tool': 'tool of the vendor', 'third-party': 'third party' } as const;

/** The sources of a page by number, with the places it cites. */
export const sourceList = (sources: readonly NumberedSource[]): string =>
  numbered(
    sources.map(({ title, url, publisher, kind, edition, note, places }) =>
      [
        url === undefined ? inline(title) : link(title, url),
        inline(publisher),
        kinds[kind],
        inline(edition),
        note && inline(note),
        places.length > 0 && `cited: ${inline(places.join('; '))}`,
      ]
        .filter(Boolean)
        .join(' · '),
    ),
  );

/** Markdown with its relative links made whole, so that it can be read at another address than the page it comes from. */
export const withWholeLinks = (markdown: string, page: string): string =>
  markdown.replace(/\]\((\.{1,2}\/[^)\s]*|#[^)\s]*)\)/g, (_, address: string) => `](${new URL(address, page).href})`);
