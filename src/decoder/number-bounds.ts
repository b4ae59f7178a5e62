import { countBeside } from './code-counts.ts';
import { codePattern } from './code-digits.ts';
import { wordBefore } from './code-words.ts';
import { named } from './free-text-words.ts';
import { fullPhoneBefore } from './neighbours.ts';
import type { Reading } from './reading.ts';
import type { Context } from './text-context.ts';

/** Whether the characters around a number leave it whole: no piece of an id, a time, an amount, an address, a phone number, a decimal. */
export function standsAlone(context: Context, start: number, end: number): boolean {
  const { line, reading } = context;
  const before = line[start - 1] ?? ' ';
  const after = line[end] ?? ' ';
  const next = line[end + 1] ?? ' ';
  const isBefore =
    pictograph.test(line.slice(Math.max(0, start - 2), start)) ||
    /[\s([{<>"'`“‘„«,;:=#*~|!?→—。、「『【《・\u2026\u0001]|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]/u.test(
      before,
    ) ||
    isSpelledBefore(line, start, before, reading);
  if (!isBefore && !(/[x×]/.test(before) && countBeside(context, start, end))) return false;
  // host:4720 is a port, Sender.java:4720 a line; a code needs its word before a colon without a blank.
  if (
    before === ':' &&
    /\S/.test(line[start - 2] ?? ' ') &&
    !wordBefore(context, start) &&
    !isSpelledBefore(line, start, before, reading)
  )
    return false;
  if (before === ',' && /(?<![\d])\d{1,3},$/.test(line.slice(Math.max(0, start - 5), start))) return false;
  // A factor, and a connection in a log of nginx: [error] 5600#4432: *5501
  if (before === '*' && /[\d\p{L}]\*$|#\d+: \*$/u.test(line.slice(Math.max(0, start - 12), start))) return false;
  // A merge request: the revert of !4772
  // and a password: Hello!4720
  if (before === '!' && /[\s\p{L}]!$/u.test(line.slice(0, start))) return false;
  if (before === "'" && /\p{L}'$/u.test(line.slice(Math.max(0, start - 2), start))) return false;
  // #4770 is an issue or a page, unless a code word stands before it or nothing does.
  if (
    before === '#' &&
    !wordBefore(context, start) &&
    !/\b(?:get|gets|getting|got|receive[ds]?|return(?:s|ed)?|throw(?:s|n)?|threw)\s+#$/i.test(
      line.slice(Math.max(0, start - 16), start),
    ) &&
    line.slice(0, start - 1).trim() !== '' &&
    countBeside(context, start, end) === undefined &&
    !reading.ledger.onlyCodes
  )
    return false;

  if (/^\p{Extended_Pictographic}/u.test(line.slice(end, end + 2))) return true;
  // A metric and its type: sms.errors:5600|c
  if (/^\|(?:c|g|ms|h|s|d)\b/.test(line.slice(end, end + 4))) return false;
  if (
    /[\s)\]}"'`”’“»,;:!?*~><|→—。、」』】》・\u2026\u0001]|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(
      after,
    )
  ) {
    if (after === ',' && /^,\d{3}(?!\d)/.test(line.slice(end, end + 5))) return false;
    if (after === ':' && /[\d/]/.test(next)) return false;
    if (after === '*' && /[\d\p{L}]/u.test(next)) return false;
    if (after === "'" && /\p{L}/u.test(next)) return /^'s\b/.test(line.slice(end, end + 3));
    return true;
  }
  if (after === '.') return !/[\p{L}\d_]/u.test(next);
  // 4720s: several failures with this code, where they are no seconds
  if (after === 's' && !/[\p{L}\p{N}_]/u.test(next))
    return (
      wordBefore(context, start) !== undefined ||
      /(?:^|\s)(?!(?:in|for|after|within|took|takes|every|than|waited|by|at)\s)\p{L}+\s$|^\s*$/u.test(
        line.slice(Math.max(0, start - 16), start),
      )
    );
  if (after === '-')
    return /^-\p{L}{3,}/u.test(line.slice(end, end + 6)) && !/^-\p{L}*\d/u.test(line.slice(end, end + 20));
  if (after === '=' || after === '(') return true;
  if (after === '/')
    return (
      isSlashList(line, start, end, reading) ||
      (/^\/\d{1,3}(?![\d/])/.test(line.slice(end, end + 5)) && wordBefore(context, start) !== undefined)
    );
  if (/[x×]/.test(after)) return countBeside(context, start, end) !== undefined;
  return false;
}

const pictograph = /\p{Extended_Pictographic}$/u;

/** tolerate: codes with slashes between — 4720/4740/4750, 795/4795; not a date and not a path */
function isSlashList(line: string, start: number, end: number, { vocabulary }: Reading): boolean {
  const before = /[\w./-]*$/.exec(line.slice(Math.max(0, start - 60), start))?.[0] ?? '';
  const after = /^[\w./-]*/.exec(line.slice(end, end + 60))?.[0] ?? '';
  const isPort = line[start - before.length - 1] === ':';
  return !isPort && slashList(vocabulary.digits).test(before + line.slice(start, end) + after);
}

const slashList = codePattern(/^(?:\d{3}|CODE)(?:\/(?:\d{3}|CODE))+\.?$/);

/** tolerate: spellings with something in front — BW-4720, bandwidth/4720, error-4720, ERR_4720, 795/4795 */
function isSpelledBefore(line: string, start: number, before: string, reading: Reading): boolean {
  const ahead = line.slice(Math.max(0, start - 30), start);
  if (before === '-' && /(?:^|[\s(])-$/.test(ahead)) return ahead.trim() === '-' || reading.ledger.onlyCodes;
  if (/(?:^|[^\p{L}\p{N}])(?:err(?:or)?|code|error[-_ ]?code|failure)[-_/]?$/iu.test(ahead)) return true;
  if (before === '/' && isSlashList(line, start, start, reading)) return true;
  for (const set of reading.vocabulary.sets) {
    for (const word of [...set.data.recognise.prefixes, ...set.data.recognise.provider]) {
      const plain = word.replace(/[^\p{L}\p{N}]+$/u, '').toLowerCase();
      const at = ahead.toLowerCase().lastIndexOf(plain);
      if (at >= 0 && /^[-_/:]?$/.test(ahead.slice(at + plain.length)) && !/[\p{L}\p{N}]/u.test(ahead[at - 1] ?? ' '))
        // flight BW4775
        return !named.test(ahead.slice(0, at));
    }
  }
  return false;
}

/** Spaced groups of digits are one number: 555 010 4720, 4432 4770 1234 5678. */
export function hasSpacedDigits({ line, reading }: Context, start: number, end: number): boolean {
  const before = line
    .slice(Math.max(0, start - 24), start)
    .replace(fullPhoneBefore, '')
    .slice(-16);
  const after = line.slice(end, end + 16);
  return /(?:\+\d{1,3}|\(\d{2,4}\)|\d{3})[ .-]\d{0,4}[ .-]?$/.test(before) &&
    /(?:\+|\(|\d{3}[ .-])/.test(before) &&
    !codeAhead(reading.vocabulary.digits).test(before)
    ? true
    : /\+\d[\d ().-]{0,14}$/.test(before) || /^\)?[ -]\d{3}[ -]\d{2,4}\b/.test(after);
}

/** Codes one after the other with nothing between are no groups of one number. */
const codeAhead = codePattern(/CODE[ ]$/);
