import { isWithinTypos } from './edit-distance.ts';
import type { SearchSet } from './search-data.ts';
import { fold } from './spelling.ts';

/** A query as search understands it. */
export interface Query {
  readonly text: string;
  /** A fragment of a payload or log rather than words: the decoder reads it first. */
  readonly isPaste: boolean;
  /** Sets that the query names; only their pages answer. */
  readonly sets: readonly string[];
  /** Whole numbers that may be codes, in order. */
  readonly numbers: readonly string[];
  /** The number that the digits make together, where the query is nothing else: `15 017`, `4-750`. It may be meant or not. */
  readonly joined?: string | undefined;
  /** Leading digits of patterns with the length of the codes, where it is known: 47xx → 47, 4. */
  readonly patterns: readonly {
    readonly digits: string;
    readonly length: number | undefined;
    readonly written: string;
  }[];
  /** What is left: neither set words nor codes. Empty where that is nothing but words that stand around a code. */
  readonly words: string;
}

/** Longer queries are cut; nobody types more, and every step is bounded by it. */
const longest = 2000;

/**
 * Takes a query apart: codes in any dress (`#4750`, `BW-4432`, `(4)794`, `bandwidth/4775`, `15016.`, `15.016`), patterns
 * (`47xx`, `43**`, `15…`), words that name a set, and the rest.
 */
export function readQuery(input: string, known: readonly SearchSet[]): Query {
  const text = withoutEscapes(input.slice(0, longest)).trim();
  // `…` would become three dots, `™` two letters: look for them before characters are put into their plain form.
  let rest = text
    .replace(/(\d)…/g, '$1*')
    .replace(/[™®©\p{Cf}]/gu, '')
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
  const numbers: string[] = [];
  const patterns: { digits: string; length: number | undefined; written: string }[] = [];

  // `An 8xx line` is one that is free to call.
  rest = rest.replace(/(?<!\w)8(?:xx|yy)(?=[\s-]+(?:number|line|sender|recipient|toll))/gi, 'tollfree');
  rest = rest.replace(
    /(?<![\w+.])#?(\d{1,4})(x{1,4}|\*{1,4}|(?<!\d{4})\?{1,4}|n{2,4}|_{2,4}|-{2,4}|\.{3})(?!\w)/gi,
    (whole, digits: string, open: string) => {
      const isOpen = open === '*' || open === '...';
      patterns.push({ digits, length: isOpen ? undefined : digits.length + open.length, written: whole.toLowerCase() });
      // Words on both sides do not come together to the name of a set.
      return ' , ';
    },
  );
  rest = rest
    .replace(phoneNumber, ' ')
    .replace(/\((\d)\)(\d{3})\b/g, '$1$2')
    // A code that a spreadsheet or a person wrote like an amount.
    .replace(/(?<![\d.,])(\d{1,3})[.,'’](\d{3})(?![\d.,])/g, '$1$2')
    // Two codes written with a slash; shorter digits around one are a date.
    .replace(/\b(\d{4,6})\/(?=\d{4,6}\b)/g, '$1 ')
    .replace(fused, (whole, before: string, digits: string, after: string) =>
      isWordBeside(before, known) && isWordBeside(after, known) ? `${before} ${digits} ${after}` : whole,
    );

  // A set whose codes are words is not meant beside a number: `Bird errors` and one of Bird's codes.
  const hasCode = patterns.length > 0 || /(?<![\p{L}\d])\d{4,6}(?![\p{L}\d])/u.test(rest);
  const { sets, left } = takeSets(rest, hasCode ? known.filter(({ shape }) => !isOfWords(shape)) : known);
  rest = left;
  const isBare = !/\p{L}/u.test(withoutCodeWords(rest));
  const joined = isBare ? joinedDigits(withoutCodeWords(rest)) : undefined;
  // A spreadsheet writes a code with decimals.
  if (isBare) rest = rest.replace(/(?<![\d.,])(\d{4,6})[.,]0{1,2}(?![\d.,])/g, '$1');
  rest = rest.replace(
    /(?<![\p{L}\p{N}+]|\d[.,:/-])(#?)(0{0,2}\d{1,6})(?![\p{L}\p{N}%]|[.,:/-]\d)/gu,
    (whole, hash: string, digits: string) => {
      // Among words a short number is a quantity (24 hour window), unless something says that it is a code.
      const isCode =
        isBare ||
        digits.length >= 4 ||
        hash !== '' ||
        sets.length > 0 ||
        new RegExp(`\\bcode\\W{0,3}${digits}\\b`, 'i').test(text);
      if (!isCode) return whole;
      numbers.push(digits);
      return ' , ';
    },
  );
  const wanted = numbers.length + patterns.length > 0 ? withoutCodeWords(rest) : rest;
  // A code in brackets, or behind the name of its field, is a code and needs no decoder.
  const isCode = isBare && numbers.length === 1 && patterns.length === 0 && /^\d{4}/.test(numbers[0] ?? '');
  const isPaste = !isCode && /[{}[\]]|"\s*:|\w=\S|;\s*\w+:|\n/.test(text);
  return {
    text,
    isPaste,
    sets,
    numbers: [...new Set(numbers)],
    ...(joined === undefined ? {} : { joined }),
    patterns,
    words: joined === undefined && hasWord(wanted) && !mailReply.test(text) ? rest.trim() : '',
  };
}

/** A fragment of an address, in which quotes, colons and blanks are escaped, as the text that it stands for. */
const withoutEscapes = (text: string): string =>
  /%(?:2[0-9a-f]|3[a-f]|5[bd]|7[bd])/i.test(text)
    ? text.replace(/%([2-7][0-9a-f])/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)))
    : text;

/** Digits without a letter beside them are no words: `10.0.0.1`. */
const hasWord = (text: string): boolean => /\p{L}/u.test(text);

/** A code typed together with the words around it: `code4750please`, `4750error`. */
const fused = /(?<![\p{L}\p{N}])(?=\p{L}|\d+\p{L})(\p{L}*)(\d{4,6})(\p{L}*)(?![\p{L}\p{N}])/gu;

/** Whether letters beside digits are a word of their own. Few letters are a part of something else: `v4701b`, `802a`. */
const isWordBeside = (letters: string, known: readonly SearchSet[]): boolean =>
  /^(|e|ec|no|nr|s|\p{L}{3,})$/iu.test(letters) ||
  known.some(({ aliases }) => aliases.some((alias) => fold(alias) === fold(letters)));

/** Digits that make one number, if there is nothing else: with one sign between them, or each by itself. */
const joinedDigits = (text: string): string | undefined =>
  /^\W*(\d{1,3}[\s.,'’_/-]\d{3}|\d\d \d\d|\d \d{4}|\d(?:[ -]\d){3,5})\W*$/.exec(text)?.[1]?.replace(/\D/g, '');

/** Whether the codes of a shape are words. */
const isOfWords = (shape: string): boolean => !/\\d/.test(shape);

/**
 * Phone numbers written in groups, of which one may look like a code: with a plus or zeros for the country, with the zero of
 * a national number, in the North American form.
 */
const phoneNumber =
  /(?<![\w.])(?:(?:\+|00)\d[\d\s().-]{5,18}\d|\(?0\d{1,4}\)?[\s-]\d{3,4}[\s-]?\d{3,4}|(?:1[\s.-])?\(?[2-9]\d\d\)?[\s.-]\d{3}[\s.-]\d{4})(?!\w)/g;

/** A mail server's reply (`554 5.7.1 relay access denied`): its words explain a numbering that is not ours. */
const mailReply = /(?<![\d.])[245]\d\d[ -]#?[245]\.\d{1,3}\.\d{1,3}(?![\d.])/;

/** Words around a code, or around the first digits of some, that add nothing: error, code, failure, starting with … */
const withoutCodeWords = (text: string): string =>
  text.replace(
    /\b(error|err|code|codes|errorcode|error_code|failure|fehler|erreur|what|is|does|mean|means|smpp|mm4|vs|and|or|the|a|status|number|no|for|in|of|errors|failures|family|group|range|series|prefix|start|starts|starting|begin|begins|beginning|with|that|which|all|list|every)\b/gi,
    ' ',
  );

function takeSets(text: string, known: readonly SearchSet[]): { sets: string[]; left: string } {
  const found = new Set<string>();
  const aliases = known
    .flatMap((set) => [set.id, set.name, ...set.aliases].map((alias) => ({ set: set.id, alias: fold(alias) })))
    .sort((a, b) => b.alias.length - a.alias.length);
  const long = aliases.filter(({ alias }) => alias.length >= longName && /^\p{L}+$/u.test(alias));
  // `Bandwith 4775`, `whatsap`: a long name with a mistake in it names the set all the same.
  let left = text.replace(/\p{L}+/gu, (word) =>
    word.length < longName - 1 || long.some(({ alias }) => alias === fold(word))
      ? word
      : (long.find(({ alias }) => alias[0] === fold(word)[0] && isWithinTypos(fold(word), alias, 1))?.alias ?? word),
  );
  for (const { set, alias } of aliases) {
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${escape(alias).replace(/[\s-]+/g, '[\\s_-]*')}(?:'s)?(?=[^\\p{L}\\p{N}]|\\d|$)[-_/:]?`,
      'giu',
    );
    const at = left.search(pattern);
    if (at < 0) continue;
    const isDenied =
      deniedBefore.test(left.slice(Math.max(0, at - denialReach), at)) ||
      deniedAfter.test(left.slice(at + alias.length, at + alias.length + denialReach));
    // A word that several sets go by names them all.
    for (const other of aliases) if (other.alias === alias) found.add(other.set);
    found.add(set);
    // Who is not on WhatsApp asks about that, and not only among its codes.
    if (!isDenied) left = left.replace(pattern, ' ');
  }
  return { sets: [...found], left };
}

/** Names of so many letters are told with a mistake in them. */
const longName = 8;

/** How many letters a denial may stand away from what it denies: `does not have WhatsApp`. */
const denialReach = 16;

/** Words that say that somebody does not have what comes next, in the languages of the phrases: `is not on WhatsApp`. */
const deniedBefore =
  /(?<!\p{L})(?:no|not|doesn['’]?t|don['’]?t|hasn['’]?t|isn['’]?t|without|never|uninstalled|deleted|kein\p{L}*|ohne|geen|zonder|pas|sans|sin|sem|não|nao|senza|non)(?!\p{L})/iu;

/** `WhatsApp is not installed` says the same. */
const deniedAfter = /^\W*(?:is|was|app)?\W*(?:not\W+)?(?:installed|uninstalled|deleted)/i;

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
