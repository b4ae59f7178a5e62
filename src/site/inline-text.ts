const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML in which nothing is markup, in attributes too. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? '');

/** Text of a YAML file as HTML: everything is escaped, only `code marks` become elements. */
export const inlineHtml = (text: string): string => escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');

/** Text of a YAML file without its marks, for descriptions and titles. */
export const plainText = (text: string): string => text.replace(/`([^`]+)`/g, '$1');

/**
 * A step begins with its instruction: the first sentence, and the rest. A full stop counts where a new sentence
 * begins after it, so that `failure.code` and version numbers stay whole.
 */
export function splitStep(text: string): readonly [instruction: string, rest: string] {
  const match = /^(.+?[.!?:])\s+(?=[A-Z0-9`"'(])(.+)$/s.exec(text);
  return match?.[1] && match[2] ? [match[1], match[2]] : [text, ''];
}
