import type { Query } from './query.ts';
import type { SearchSet } from './search-data.ts';
import { fold, squash } from './spelling.ts';
import { isStopWord } from './words.ts';

/** Names that a query may hold, squashed. */
export interface NamesIn {
  /** What the query as a whole may name, the longest first: words at its ends that only ask may be left out. */
  readonly whole: readonly string[];
  /** Words in it that are written like identifiers. */
  readonly parts: readonly string[];
}

/** Words that stand around a name and are no part of it, beside stop words. They may be one: then the longer name wins. */
const wordsAround = new Set(
  'mean meaning explain fix solve resolve help please got get getting message messages sms mms text reason status description detail details title name event type api bedeutet heist warum signifie significa betekent'.split(
    ' ',
  ),
);

/** So many words are left out at each end. */
const mostAround = 5;

/** The only word behind the name of a field: `reason: unknown`. */
const fieldValue = /^\W*[\w.]+\W*:\W*([\p{L}_-]+)\W*$/u;

/** Names of fewer letters are common words. */
const shortest = 3;

/** The names in a query. `sets` are those whose words it may hold beside the name: `BW_UNKNOWN_ERROR`. */
export function namesIn(query: Query, sets: readonly SearchSet[]): NamesIn {
  const { text } = query;
  const tokens = wordsIn(text);
  const ofSets = new Set(
    sets
      .filter(({ id }) => query.sets.includes(id))
      .flatMap(({ name, aliases }) => [name, ...aliases].flatMap(wordsIn)),
  );
  const isAround = (token: string | undefined): boolean =>
    token !== undefined && (ofSets.has(token) || wordsAround.has(token) || isStopWord(token));
  const countAround = (from: readonly string[]): number => {
    const count = from.findIndex((token) => !isAround(token));
    return Math.min(count < 0 ? from.length : count, mostAround);
  };
  const before = countAround(tokens);
  const after = countAround([...tokens].reverse());
  const whole = [squash(text), squash(query.words), squash(fieldValue.exec(text)?.[1] ?? '')];
  for (let left = 1; left <= before + after; left++)
    for (let first = Math.max(0, left - after); first <= Math.min(left, before); first++) {
      // One word by itself is rather a word than a name.
      const rest = tokens.slice(first, tokens.length - (left - first));
      if (rest.length > 1) whole.push(rest.join(''));
    }
  // Where everything is written in capitals they say nothing.
  const capitals = /\p{Ll}/u.test(text) ? /\b\p{Lu}{5,}\b/gu : /(?!)/g;
  const parts = [
    ...(text.match(/[\p{L}\p{N}]+(?:[_-][\p{L}\p{N}]+)+|\b\p{Lu}?\p{Ll}[\p{Ll}\p{N}]*\p{Lu}[\p{L}\p{N}]*/gu) ?? []),
    ...(text.match(capitals) ?? []),
  ];
  // One of many is rather that name than another one.
  if (isIdentifier(text)) whole.push(...whole.map((name) => (name.endsWith('s') ? name.slice(0, -1) : `${name}s`)));
  const isLong = (name: string) => name.length >= shortest;
  return {
    whole: [...new Set(whole)].filter(isLong),
    parts: [...new Set(parts.map(squash))].filter(isLong),
  };
}

/** Whether a query is nothing but a word that is written like an identifier. */
export const isIdentifier = (text: string): boolean =>
  /^\W*[\p{L}\p{N}]+(?:[_.-]+[\p{L}\p{N}]+)+[\W_]*$|^\W*\p{L}*\p{Ll}\p{Lu}\p{L}*\W*$/u.test(text);

const wordsIn = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
