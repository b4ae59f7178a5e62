import { countBehindColon, countBeside } from './code-counts.ts';
import { codePattern } from './code-digits.ts';
import { cueAfter, cueBefore, isListGap } from './code-words.ts';
import { mayBeCode } from './context-topic.ts';
import { address, joiner, passcode, speaksOfFailure, summary, unitWithoutBlank } from './free-text-words.ts';
import { isFineLog, looksLikeLog } from './log-lines.ts';
import { gap, type LooseText } from './loose-text.ts';
import { readNames } from './names-in-text.ts';
import { hasSpacedDigits, standsAlone } from './number-bounds.ts';
import { isRowOfFigures, isSomethingElse } from './other-numbers.ts';
import { readPatterns, readRanges } from './patterns-in-text.ts';
import type { Reading } from './reading.ts';
import type { Reason } from './report.ts';
import { squash } from './spelling.ts';
import { mention, placeOf, type Context, type TextOptions } from './text-context.ts';
import { hintedSets, isPaired, isStranger } from './text-providers.ts';

/**
 * Finds codes in free text.
 *
 * A listed code counts when it stands alone and nothing next to it says that it is something else. An
 * unlisted one counts only next to a code word, or when the input is nothing but codes. Reporting a piece
 * of a phone number is worse than reporting nothing: a doubtful number is left out.
 */
export function readText(text: LooseText, reading: Reading, options: TextOptions = {}): void {
  reading.steps += text.text.length;
  if (!/\S/.test(text.text)) return;
  if (options.isInput === true && reading.ledger.onlyCodes && !isOnlyCodes(text.text, reading))
    reading.ledger.seeOther();
  for (const { start, end } of segmentsOf(text.text)) readSegment(text, start, end, reading, options);
}

/** Lines; long ones are cut at a blank, so that the work for a number is bounded by its surroundings. */
function segmentsOf(text: string): { start: number; end: number }[] {
  const segments: { start: number; end: number }[] = [];
  for (let start = 0; start < text.length;) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    while (end - start > maxSegment) {
      const blank = text.lastIndexOf(' ', start + maxSegment);
      const cut = blank > start + maxSegment / 2 ? blank : start + maxSegment;
      segments.push({ start, end: cut });
      start = cut;
    }
    if (end > start) segments.push({ start, end });
    start = end + 1;
  }
  return segments;
}

const maxSegment = 1000;

function readSegment(text: LooseText, offset: number, end: number, reading: Reading, options: TextOptions): void {
  const line = text.text.slice(offset, end);
  const context: Context = {
    text,
    offset,
    line,
    reading,
    options,
    isLog: looksLikeLog(line),
    isPasscode: passcode.test(line),
    isAddress: address.test(line),
    isSummary: summary.test(line),
    isRow: isRowOfFigures(line),
    mentioned: new Set(),
  };
  if (options.isInput) reading.remember(line);
  const taken: [number, number][] = [];
  readNames(context, taken);
  readPatterns(context, taken);
  readRanges(context, taken);
  if (!(context.isLog && isFineLog(line))) readNumbers(context, taken);
}

const wholeNumber = codePattern(/^NUMBER$/);
const digitGroups = /\(\d\)\d{3}|\d+/g;

function readNumbers(context: Context, taken: readonly [number, number][]): void {
  const { line, reading } = context;
  let cued: { end: number; reason: Reason } | undefined;
  let deniedTo = -1;
  let countAt = -1;
  let pairedTo = -1;
  const isNumber = wholeNumber(reading.vocabulary.digits);
  for (const match of line.matchAll(digitGroups)) {
    const start = match.index;
    const end = start + match[0].length;
    const digits = match[0].replace(/[()]/g, '');
    if (!isNumber.test(digits) || taken.some(([from, to]) => start < to && end > from)) continue;
    if (start === countAt || !standsAlone(context, start, end) || unitWithoutBlank.test(line.slice(end, end + 4)))
      continue;

    const sets = reading.vocabulary.byDigits(digits);
    // Each number of a list has the code word of the first: error codes 4720, 4799 and 5100.
    const inherited = cued && isListGap(line.slice(cued.end, start)) ? cued.reason : undefined;
    const cue = cueBefore(context, start, end) ?? inherited ?? cueAfter(context, end);
    if (sets.length === 0) {
      if (context.options.isInput && (cue || reading.ledger.onlyCodes)) noteUnknown(context, digits, start, end, cue);
      // 795/4795 is one code in two forms; a number of four digits or more makes its list what it is.
      else if (digits.length > 3 && !(pairedTo >= 0 && start - pairedTo <= 4)) deniedTo = end;
      continue;
    }
    const hinted = hintedSets(context, start, end);
    const set = sets.find((one) => hinted.length === 0 || hinted.includes(one.data.provider));
    if (!set || isStranger(context, start, end)) continue;
    const isListed = set.lists(digits);
    const isNamed = isListed && set.isNamedIn(digits, line.slice(Math.max(0, start - 200), end + 200));
    if (cue?.kind === 'code-word') cued = { end, reason: cue };
    countAt = countBehindColon(context, start, end)?.at ?? countAt;
    // What the first number of a list is, the others are too: event ids 4740 and 4720.
    const isDenied =
      !cue &&
      !isNamed &&
      (isSomethingElse(context, start, end) || (deniedTo >= 0 && isListGap(line.slice(deniedTo, start))));
    if (isDenied) {
      deniedTo = end;
      continue;
    }
    if (!cue && !isNamed && hasSpacedDigits(context, start, end)) continue;
    // The words beside it must leave it a code.
    const isCase = /\bcase\s['"]?$/.test(line.slice(0, start)) && /^['"]?:/.test(line.slice(end, end + 2));
    if (isPaired(line, end, reading)) pairedTo = end;
    const isCounted = isListed && (pairedTo === end || countBeside(context, start, end) !== undefined);
    if (!cue && !isNamed && !isCase && !isCounted && !reading.ledger.onlyCodes && !mayBeCode(context, start, end)) {
      deniedTo = end;
      continue;
    }
    if (context.isPasscode && !isNamed && !(cue && /err|fail/i.test(cue.kind === 'code-word' ? cue.word : '')))
      continue;

    if (cue || isNamed) mention(context, set.id, digits, start, end, cue ?? { kind: 'alone' });
    else if (isListed && (!context.isLog || speaksOfFailure.test(line)) && !context.options.isMessage)
      mention(
        context,
        set.id,
        digits,
        start,
        end,
        reading.ledger.onlyCodes ? { kind: 'only-codes' } : { kind: 'alone' },
      );
    else if (
      isListed &&
      context.options.isMessage &&
      (speaksOfFailure.test(line) || (context.options.isFailed && line.trim() === digits))
    )
      mention(context, set.id, digits, start, end, { kind: 'alone' });
    else if (!isListed && context.options.isInput)
      reading.ledger.hold({
        set: set.id,
        code: digits,
        reason: { kind: 'only-codes' },
        place: placeOf(context, start, end),
      });
  }
}

function noteUnknown(context: Context, digits: string, start: number, end: number, cue: Reason | undefined): void {
  const place = placeOf(context, start, end);
  const { reading } = context;
  const namesake = reading.vocabulary.namesakesOf(digits)[0];
  // 404 next to `error` is an HTTP status more often than anything else.
  if (namesake && (digits.length > 3 || reading.ledger.onlyCodes))
    reading.ledger.addNamesake(digits, namesake.near, namesake.index, place);
  else if (digits.length > 3 || (cue === undefined && reading.ledger.onlyCodes))
    reading.ledger.addUnknown(digits, place);
}

/** Whether a line is nothing but codes and the words and signs between them. */
function isOnlyCodes(line: string, { vocabulary }: Reading): boolean {
  if (line.length > 20_000) return false;
  let rest = line.replaceAll(gap, ' ');
  const names = vocabulary.namePattern();
  if (names) rest = rest.replace(names, ' ');
  const codeOrSign = codeOrSigns(vocabulary.digits);
  const prefixed = prefixedCode(vocabulary.digits);
  return rest
    .split(/[\s,;|/&+]+/)
    .every(
      (token) =>
        token === '' ||
        codeOrSign.test(token) ||
        joiner.test(token) ||
        vocabulary.providerWords.has(squash(token)) ||
        prefixed.test(token),
    );
}

const codeOrSigns = codePattern(/^[("'`[#*•·-]{0,3}(?:\(\d\))?(?:\d{0,2}|NUMBER)[xX*#?]{0,4}[)"'`\].:!?*-]{0,3}$/);
const prefixedCode = codePattern(/^[A-Za-z]{2,12}[-:/]?CODE$/);
