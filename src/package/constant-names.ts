import type { CodeSet } from '#catalog';

/** Names of constants that were published, by set and code. They never change, whatever vendors rename. */
export type PublishedNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A vendor's label of more words is a sentence and makes no name. */
const mostWords = 8;

/** The name of the constant object of a set: `bird-sms` → `BirdSms`. */
export const constantOf = (set: string): string => pascalCase(set) ?? `Set${set}`;

/**
 * Names for the codes of a set, by code. A published name stays. Else the first of these that holds:
 *
 * 1. a code that is a word is its own name;
 * 2. the vendor's title, then the vendor's name, where no other code of the set has it and it has at most eight words;
 * 3. the same where several codes share it, with the code appended;
 * 4. our heading, with the code appended where several share it.
 */
export function constantNames(set: Pick<CodeSet, 'id' | 'codes'>, published: PublishedNames = {}): Map<string, string> {
  const kept = published[set.id] ?? {};
  const wordings = set.codes.map((code) => ({
    code: code.code,
    vendor: unique([code.entry.title, code.entry.name].map(shortPascalCase)),
    heading: pascalCase(code.heading),
  }));
  const isShared = (word: string, own: string) =>
    wordings.some(({ code, vendor }) => code !== own && vendor.includes(word));
  const chosen = wordings.map(({ code, vendor, heading }): [code: string, name: string] => {
    const word = /^\d/.test(code) ? undefined : pascalCase(code);
    const sole = word ?? vendor.find((candidate) => !isShared(candidate, code));
    const shared = vendor[0] === undefined ? undefined : `${vendor[0]}${suffixOf(code)}`;
    return [code, sole ?? shared ?? heading ?? `Code${suffixOf(code)}`];
  });
  const taken = new Map<string, number>();
  for (const name of [...chosen.map(([, name]) => name), ...Object.values(kept)])
    taken.set(name, (taken.get(name) ?? 0) + 1);
  return new Map(
    chosen.map(([code, name]) => {
      const own = kept[code];
      if (own !== undefined) return [code, own];
      return [code, (taken.get(name) ?? 0) > 1 ? `${name}${suffixOf(code)}` : name];
    }),
  );
}

/** The value of a constant: a number where the code is one as vendors write it, else text. */
export const constantValue = (code: string): number | string =>
  /^(0|[1-9]\d{0,14})$/.test(code) ? Number(code) : code;

function shortPascalCase(text: string | undefined): string | undefined {
  return text === undefined || wordsOf(text).length > mostWords ? undefined : pascalCase(text);
}

/** `Carrier Rejected as SPAM` → `CarrierRejectedAsSpam`; undefined where no letter or digit is left. */
function pascalCase(text: string): string | undefined {
  const name = wordsOf(text)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('');
  if (name === '') return undefined;
  return /^\d/.test(name) ? `Code${name}` : name;
}

/** ASCII words: accents are taken off, apostrophes join what they stand between. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .match(/[A-Za-z0-9]+/g) ?? [];

const suffixOf = (code: string): string => code.replace(/[^A-Za-z0-9]+/g, '_');

const unique = (words: readonly (string | undefined)[]): string[] => [
  ...new Set(words.filter((word) => word !== undefined)),
];
