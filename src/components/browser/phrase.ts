import { element } from './element.ts';

/** A part of a sentence: plain text, something quoted from the input or the data, something strong, or a link. */
export type PhrasePart =
  string | { readonly code: string } | { readonly strong: string } | { readonly text: string; readonly href: string };

/** A sentence in parts, so that it can be decided (and tested) without a document. */
export type Phrase = readonly PhrasePart[];

/** The sentence as nodes. Nothing in it is read as markup. */
export const phraseNodes = (phrase: Phrase): (Node | string)[] =>
  phrase.map((part) => {
    if (typeof part === 'string') return part;
    if ('code' in part) return element('code', {}, part.code);
    return 'strong' in part ? element('b', {}, part.strong) : element('a', { href: part.href }, part.text);
  });

/** The sentence as plain text. */
export const plainPhrase = (phrase: Phrase): string =>
  phrase
    .map((part) =>
      typeof part === 'string' ? part : 'code' in part ? part.code : 'strong' in part ? part.strong : part.text,
    )
    .join('');

/** A text of the data, whose only marks are `code marks`. */
export const phraseOf = (text: string): Phrase =>
  text.split('`').flatMap((part, index): Phrase => (part === '' ? [] : index % 2 === 1 ? [{ code: part }] : [part]));

/** `1 and 2`, `1, 2 and 3`: parts joined as a list in a sentence. */
export const listed = (parts: readonly PhrasePart[]): Phrase =>
  parts.flatMap((part, index): Phrase => (index === 0 ? [part] : [index === parts.length - 1 ? ' and ' : ', ', part]));
