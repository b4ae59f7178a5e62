import type { SetWords } from './set-words.ts';
import { escapePattern, squash } from './spelling.ts';

export interface NamedCode {
  readonly set: string;
  readonly code: string;
  /** As the vendor spells it. */
  readonly name: string;
  /** No more than a suggestion. */
  readonly isHint: boolean;
}

export interface NameIndex {
  readonly byKey: ReadonlyMap<string, readonly NamedCode[]>;
  readonly pattern: RegExp | undefined;
}

/** Names of codes of all sets, by their letters and digits alone. */
export function nameIndex(sets: readonly SetWords[]): NameIndex {
  const byKey = new Map<string, NamedCode[]>();
  const spelled = new Set<string>();
  const add = (text: string, named: NamedCode, inText: boolean) => {
    const key = squash(text);
    if (key.length < 4 || /^\d+$/.test(key)) return;
    const entries = byKey.get(key) ?? [];
    if (!entries.some((entry) => entry.set === named.set && entry.code === named.code)) entries.push(named);
    byKey.set(key, entries);
    if (inText) spelled.add(text.trim());
  };
  for (const set of sets) {
    // A set with prose that suggests has names that were never meant to be read by programs.
    const isHint = set.data.recognise.suggest.length > 0;
    // Where the word is itself the code, it only counts in its field.
    const isWordSet = !set.data.codes.some((code) => /^\d/.test(code.code));
    if (isWordSet) continue;
    for (const code of set.data.codes) {
      if (!code.name) continue;
      const named = { set: set.id, code: code.code, name: code.name, isHint };
      // A single word of a hint says nothing in a text.
      const isPhrase = (text: string) => !isHint || /[a-z]-[a-z]+-[a-z]/i.test(text);
      add(code.name, named, isPhrase(code.name));
      for (const alias of code.aliases)
        if (/^[A-Za-z][\w -]{3,}$/.test(alias)) add(alias, named, isPhrase(alias) && !/[A-Z][a-z]+ [a-z]/.test(alias));
      if (isHint && code.title) add(code.title, named, false);
    }
  }
  const alternatives = [...spelled]
    .toSorted((a, b) => b.length - a.length)
    .map((name) =>
      name
        .split(/[\s_-]+/)
        .map(escapePattern)
        .join('[\\s_-]{0,2}'),
    );
  return {
    byKey,
    pattern:
      alternatives.length === 0
        ? undefined
        : new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}])`, 'giu'),
  };
}
