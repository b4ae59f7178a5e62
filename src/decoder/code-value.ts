import { codePattern, type CodeDigits } from './code-digits.ts';
import type { NamedCode } from './code-name-index.ts';
import { isNoCode } from './outcomes.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What stands in a code field. */
export type CodeValue =
  | { readonly kind: 'none' }
  /** A number, as it is written; `at` and `length` tell where in the value. */
  | { readonly kind: 'number'; readonly number: string; readonly at: number; readonly length: number }
  /** A word that may itself be a code, or the name of one. */
  | { readonly kind: 'word'; readonly word: string; readonly names: readonly NamedCode[] }
  | { readonly kind: 'text' };

/**
 * Reads the value of a code field. Vendors, spreadsheets and SDKs write one code in many ways; a number is
 * taken only where the value is that number, or begins with it and goes on in words.
 */
export function readCodeValue(value: string, vocabulary: Vocabulary): CodeValue {
  const text = value.trim();
  if (text === '' || isNoCode(text)) return { kind: 'none' };
  if (text.length > 200) return { kind: 'text' };
  for (const form of forms) {
    const match = (form instanceof RegExp ? form : form(vocabulary.digits)).exec(text);
    if (!match) continue;
    const number = match
      .slice(1)
      .filter((group) => group !== undefined)
      .join('');
    // More groups of thousands than a code has are several numbers.
    if (match.length > 2 && number.length > vocabulary.digits.longest) continue;
    const lead = match[1] === undefined ? 0 : match[0].indexOf(match[1]);
    const at = value.indexOf(text) + lead;
    // The number itself may be set apart: (4)794, 4,720.
    const length = Math.max(
      number.length,
      match[0].trimEnd().length - lead > number.length + 2 ? number.length : match[0].trimEnd().length - lead,
    );
    return { kind: 'number', number, at, length: Math.min(length, value.length - at) };
  }
  const prefixed = /^([\p{L} ]{1,20}?)[\s_:#/-]{0,2}(\d{1,9})$/u.exec(text);
  if (prefixed && isPrefix(prefixed[1]!, vocabulary)) {
    return { kind: 'number', number: prefixed[2]!, at: value.lastIndexOf(prefixed[2]!), length: prefixed[2]!.length };
  }
  const names = vocabulary.byName(text).filter((name) => !name.isHint);
  if (names.length > 0 || /^[A-Za-z]\w{2,60}$/.test(text)) return { kind: 'word', word: text, names };
  return { kind: 'text' };
}

const forms: readonly (RegExp | ((digits: CodeDigits) => RegExp))[] = [
  // tolerate: quotes, formulas and apostrophes of spreadsheets — ="4720", '4720, #4720
  /^[\s"'=#(]{0,4}(\d{1,9})[\s"')]{0,3}$/,
  // tolerate: types around or behind it — Just 4482, Some 4482, int 4482, 4482i
  /^(?:Just|Some|Right|Ok|[Ii]nt|Integer|num)\s\(?(\d{1,9})\)?$/,
  /^(\d{3,9})[iuLn]$/,
  // tolerate: whole numbers written as fractions, as data frames and spreadsheets print them — 4720.0, 4720,00
  /^["']?(\d{1,9})[.,]0{1,2}["']?$/,
  /^["']?(\d{3,9})\.0+["']?$/,
  // tolerate: groups of thousands, in any country — 4,720, 4.720, 4 720, 4'720
  /^["']?(\d{1,3})[,. '](\d{3})(?:[.,]0{1,2})?["']?$/,
  // tolerate: powers of ten — 4.775E+03
  /^["']?(\d)[.,](\d{3})0{0,6}e\+?0?3["']?$/i,
  // tolerate: the vendor's short and long form in one — (4)794
  /^\((\d)\)(\d{3})$/,
  // tolerate: the three-digit form beside the code — 795/4795. Of three digits on either side neither is the short form.
  codePattern(/^\d{3}\s?\/\s?(?!\d{3}$)(CODE)$/),
  // tolerate: a remark behind the value — 15015   # see vendor page
  /^["']?(\d{3,9})["']?\s+(?:#|\/\/|--)\s.*$/s,
  // tolerate: code and text in one field — 4770 - Carrier Rejected as SPAM, 4720: invalid, 4750 (spam)
  codePattern(/^["'#]?(NUMBER)\s?(?:[-:;|(/]|,\s)\s?["'(]?\p{L}.*$/su),
  codePattern(/^["'#]?(NUMBER)\s+\p{L}.*$/su),
];

function isPrefix(word: string, vocabulary: Vocabulary): boolean {
  const plain = word.trim();
  if (/^(?:error|err|code|error code|errorcode|failure|failure code|e)$/i.test(plain)) return true;
  return vocabulary.sets.some((set) =>
    [...set.data.recognise.prefixes, ...set.data.recognise.provider].some(
      (prefix) => prefix.replace(/[^\p{L}]+$/u, '').toLowerCase() === plain.toLowerCase(),
    ),
  );
}
