import { codePattern } from './code-digits.ts';
import { wordBefore } from './code-words.ts';
import { mayBeCode } from './context-topic.ts';
import { nouns, units } from './free-text-words.ts';
import type { Reason } from './report.ts';
import { mention, type Context } from './text-context.ts';
import { isStranger } from './text-providers.ts';

/** Families and ranges in free text: 47xx, 4770-4775. */

/** tolerate: families as people write them — 47xx, 15XXX, 47**, 47## */
export function readPatterns(context: Context, taken: [number, number][]): void {
  const { line, reading } = context;
  for (const match of line.matchAll(
    /(?<![\p{L}\p{N}_.\-/+*#$€£@:])(\d{1,7})([xX]{1,7}|\*{1,7}|#{1,7}|\?{1,7}|[nN]{2,7})(?![\p{L}\p{N}_*#]|[-./]\d|[-./][xX*#])/gu,
  )) {
    const pattern = `${match[1]!}${'x'.repeat(match[2]!.length)}`;
    const set = reading.vocabulary.byPattern(pattern).find((one) => one.hasShape(pattern.replace(/x/g, '0')));
    if (!set || isMasked(line, match.index)) continue;
    if (isStranger(context, match.index, match.index + match[0].length)) continue;
    const end = match.index + match[0].length;
    taken.push([match.index, end]);
    mention(
      context,
      set.id,
      pattern,
      match.index,
      end,
      wordBefore(context, match.index) ??
        (context.reading.ledger.onlyCodes ? { kind: 'only-codes' } : { kind: 'alone' }),
      true,
    );
  }
}

/** tolerate: from one code to another — 4770-4775, 4770–4775, 4770 bis 4775. The codes in between are not named. */
export function readRanges(context: Context, taken: [number, number][]): void {
  const { line, reading } = context;
  for (const match of line.matchAll(range(reading.vocabulary.digits))) {
    const [whole, from = '', to = ''] = match;
    const set = reading.vocabulary.byDigits(from).find((one) => one.lists(from) && one.lists(to));
    const end = match.index + whole.length;
    if (!set || from.length !== to.length || from >= to) continue;
    // Neither bound is a code: from 4770 to 4775 messages
    if (units.test(line.slice(end, end + 24)) || nouns.test(line.slice(Math.max(0, match.index - 40), match.index))) {
      taken.push([match.index, end]);
      continue;
    }
    if (
      !mayBeCode(context, match.index, end) &&
      !/\b(?:in|of|from|range|between)\s+$/i.test(line.slice(0, match.index))
    )
      continue;
    taken.push([match.index, end]);
    const reason: Reason = wordBefore(context, match.index) ?? { kind: 'alone' };
    mention(context, set.id, from, match.index, match.index + from.length, reason);
    mention(context, set.id, to, end - to.length, end, reason);
  }
}

const range = codePattern(
  /(?<![\p{L}\p{N}_.+\-/–])(CODE)(?:\s?[-–]\s?|\s(?:to|through|thru|until|bis|hasta|a|à|al|tot|do|até|по)\s)(CODE)(?![\p{L}\p{N}_\-–]|[.,]\d)/giu,
);

/** Part of a number with hidden digits: +1 555 01xx, card 4xxx xxxx. */
function isMasked(line: string, at: number): boolean {
  return (
    /(?:\+|\d[\d ().-]{2,})$/.test(line.slice(Math.max(0, at - 20), at).replace(/[,;]\s*$/, 'x')) ||
    /^\S+[ -][xX*#\d]{4}(?![\w*])/.test(line.slice(at, at + 20))
  );
}
