import {
  aboutHowMany,
  cueEnding,
  plainCue,
  otherCode,
  errorElsewhere,
  nouns,
  otherError,
  howMany,
  labelWithoutBlank,
  numbered,
  unitWithoutBlank,
  reports,
  totals,
  units,
  speaksOfFailure,
  passcode,
  address,
  summary,
  joiner,
  chatLine,
} from './free-text-words.ts';
import { gap, type LooseText } from './loose-text.ts';
import type { Mention } from './ledger.ts';
import { clockBefore, fullPhoneBefore, leavesCode, mayFollowCode, opensRemark } from './neighbours.ts';
import { speaksOfMessaging } from './topic.ts';
import type { Reading } from './reading.ts';
import type { Doubt, Place, Reason } from './report.ts';
import { squash } from './vocabulary.ts';

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
  // Nothing to find without a number or a name of two words or more.
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

export interface TextOptions {
  /** The text is a line of the input itself and not of a value. */
  readonly isInput?: boolean;
  /** The text is what a program says in a field for messages. */
  readonly isMessage?: boolean;
  /** It stands in the record of a failed message. */
  readonly isFailed?: boolean;
}

interface Context {
  readonly text: LooseText;
  /** Where the line begins in the text. */
  readonly offset: number;
  readonly line: string;
  readonly reading: Reading;
  readonly options: TextOptions;
  readonly isLog: boolean;
  readonly isPasscode: boolean;
  readonly isAddress: boolean;
  readonly isSummary: boolean;
  readonly isRow: boolean;
  /** Whether the line speaks of messages, once somebody asked. */
  isOnTopic?: boolean;
  /** Numbers and factors in this line, once somebody asked. */
  pairs?: readonly RegExpExecArray[];
  /** Codes found in this line so far: `set:code`. */
  readonly mentioned: Set<string>;
}

// Names

function readNames(context: Context, taken: [number, number][]): void {
  const { line, reading } = context;
  const pattern = reading.vocabulary.namePattern();
  if (!pattern) return;
  for (const match of line.matchAll(pattern)) {
    const names = reading.vocabulary.byName(match[0]);
    const first = names[0];
    if (!first) continue;
    const end = match.index + match[0].length;
    const isEveryday = reading.vocabulary.set(first.set)?.everyday.has(squash(match[0])) ?? false;
    // An everyday word counts only when nothing else is there.
    if (isEveryday && line.replace(/[^\p{L}]+/gu, '').length !== squash(match[0]).length) continue;
    if (isStranger(context, match.index, end)) continue;
    taken.push([match.index, end]);
    if (first.isHint) {
      // A number beside it says which code it is.
      if (!/\b\d{4,5}\b/.test(around(line, match.index, end, 30))) {
        reading.ledger.suggest(
          first.set,
          first.name,
          names.filter((name) => name.set === first.set).map((name) => name.code),
          placeOf(context, match.index, end),
        );
      }
      continue;
    }
    mention(context, first.set, first.code, match.index, end, { kind: 'name', name: first.name });
  }
  suggestTitle(context);
}

/** A title alone on its line is a suggestion as a name is. */
function suggestTitle({ line, offset, reading, text }: Context): void {
  const plain = line.trim().replace(/[.!]$/, '');
  const hints = reading.vocabulary.byName(plain).filter((name) => name.isHint);
  const first = hints[0];
  if (!first || !/\s/.test(plain)) return;
  const at = offset + line.indexOf(plain);
  const { start, end } = text.bounds(at, at + plain.length);
  reading.ledger.suggest(
    first.set,
    first.name,
    hints.map((hint) => hint.code),
    reading.placeAt(start, end, text.layers),
  );
}

// Patterns

/** tolerate: families as people write them — 47xx, 15XXX, 47**, 47## */
function readPatterns(context: Context, taken: [number, number][]): void {
  const { line, reading } = context;
  for (const match of line.matchAll(
    /(?<![\p{L}\p{N}_.\-/+*#$€£@:])(\d{1,4})([xX]{1,4}|\*{1,4}|#{1,4}|\?{1,4}|[nN]{2,4})(?![\p{L}\p{N}_*#]|[-./]\d|[-./][xX*#])/gu,
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
      wordBefore(line, match.index) ?? (context.reading.ledger.onlyCodes ? { kind: 'only-codes' } : { kind: 'alone' }),
      true,
    );
  }
}

/** tolerate: from one code to another — 4770-4775, 4770–4775, 4770 bis 4775. The codes in between are not named. */
function readRanges(context: Context, taken: [number, number][]): void {
  const { line, reading } = context;
  for (const match of line.matchAll(
    /(?<![\p{L}\p{N}_.+\-/–])(\d{4,5})(?:\s?[-–]\s?|\s(?:to|through|thru|until|bis|hasta|a|à|al|tot|do|até|по)\s)(\d{4,5})(?![\p{L}\p{N}_\-–]|[.,]\d)/giu,
  )) {
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
    const reason: Reason = wordBefore(line, match.index) ?? { kind: 'alone' };
    mention(context, set.id, from, match.index, match.index + from.length, reason);
    mention(context, set.id, to, end - to.length, end, reason);
  }
}

/** Part of a number with hidden digits: +1 555 01xx, card 4xxx xxxx. */
function isMasked(line: string, at: number): boolean {
  return (
    /(?:\+|\d[\d ().-]{2,})$/.test(line.slice(Math.max(0, at - 20), at).replace(/[,;]\s*$/, 'x')) ||
    /^\S+[ -][xX*#\d]{4}(?![\w*])/.test(line.slice(at, at + 20))
  );
}

// Numbers

const number = /\(\d\)\d{3}|\d+/g;

function readNumbers(context: Context, taken: readonly [number, number][]): void {
  const { line, reading } = context;
  let cued: { end: number; reason: Reason } | undefined;
  let deniedTo = -1;
  for (const match of line.matchAll(number)) {
    const start = match.index;
    const end = start + match[0].length;
    const digits = match[0].replace(/[()]/g, '');
    if (digits.length < 3 || digits.length > 6 || taken.some(([from, to]) => start < to && end > from)) continue;
    if (!standsAlone(context, start, end) || unitWithoutBlank.test(line.slice(end, end + 4))) continue;

    const sets = reading.vocabulary.byDigits(digits);
    // Each number of a list has the code word of the first: error codes 4720, 4799 and 5100.
    const inherited = cued && isListGap(line.slice(cued.end, start)) ? cued.reason : undefined;
    const cue = cueBefore(context, start, end) ?? inherited ?? cueAfter(context, end);
    if (sets.length === 0) {
      if (context.options.isInput && (cue || reading.ledger.onlyCodes)) noteUnknown(context, digits, start, end, cue);
      // 795/4795 is one code in two forms; a number of four digits or more makes its list what it is.
      else if (digits.length > 3) deniedTo = end;
      continue;
    }
    const hinted = hintedSets(context, start, end);
    const set = sets.find((one) => hinted.length === 0 || hinted.includes(one.data.provider));
    if (!set || isStranger(context, start, end)) continue;
    const isListed = set.lists(digits);
    const isNamed = isListed && set.isNamedIn(digits, line.slice(Math.max(0, start - 200), end + 200));
    if (cue?.kind === 'code-word') cued = { end, reason: cue };
    // What the first number of a list is, the others are too: event ids 4740 and 4720.
    const isDenied =
      !cue &&
      !isNamed &&
      (isSomethingElse(context, start, end) || (deniedTo >= 0 && isListGap(line.slice(deniedTo, start))));
    if (isDenied) {
      deniedTo = end;
      continue;
    }
    if (!cue && !isNamed && hasSpacedDigits(line, start, end)) continue;
    // The words beside it must leave it a code.
    const isCase = /\bcase\s['"]?$/.test(line.slice(0, start)) && /^['"]?:/.test(line.slice(end, end + 2));
    const isCounted = isListed && countBeside(context, start, end) !== undefined;
    if (!cue && !isNamed && !isCase && !isCounted && !reading.ledger.onlyCodes && !mayBeCode(context, start, end))
      continue;
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
    else if (isListed && context.options.isMessage && speaksOfFailure.test(line))
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

/** Whether the words around a number leave it a code, in this line or after what the lines before spoke of. */
function mayBeCode(context: Context, start: number, end: number): boolean {
  const { line, reading } = context;
  return leavesCode(line, start, end, {
    isLineOnTopic: () => (context.isOnTopic ??= speaks(line, reading)),
    isOnTopic: () =>
      (context.isOnTopic ??= speaks(line, reading)) ||
      reading.recentLines.some((recent) => (recent.isOnTopic ??= speaks(recent.text, reading))),
  });
}

function speaks(text: string, { vocabulary }: Reading): boolean {
  return speaksOfMessaging(text) || vocabulary.sets.some((set) => set.provider?.test(text));
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

/** Whether the characters around a number leave it whole: no id, time, amount, address or decimal. */
function standsAlone(context: Context, start: number, end: number): boolean {
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
  if (!isBefore) return false;
  // host:4720 is a port, Sender.java:4720 a line; a code needs its word before a colon without a blank.
  if (
    before === ':' &&
    /\S/.test(line[start - 2] ?? ' ') &&
    !wordBefore(line, start) &&
    !isSpelledBefore(line, start, before, reading)
  )
    return false;
  if (before === ',' && /(?<![\d])\d{1,3},$/.test(line.slice(Math.max(0, start - 5), start))) return false;
  if (before === '*' && /[\d\p{L}]\*$/u.test(line.slice(Math.max(0, start - 2), start))) return false;
  if (before === "'" && /\p{L}'$/u.test(line.slice(Math.max(0, start - 2), start))) return false;
  // #4770 is an issue or a page, unless a code word stands before it or nothing does.
  if (
    before === '#' &&
    !wordBefore(line, start) &&
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
      wordBefore(line, start) !== undefined ||
      /(?:^|\s)(?!(?:in|for|after|within|took|takes|every|than|waited|by|at)\s)\p{L}+\s$|^\s*$/u.test(
        line.slice(Math.max(0, start - 16), start),
      )
    );
  if (after === '-')
    return /^-\p{L}{3,}/u.test(line.slice(end, end + 6)) && !/^-\p{L}*\d/u.test(line.slice(end, end + 20));
  if (after === '=' || after === '(') return true;
  if (after === '/') return isSlashList(line, start, end);
  return false;
}

const pictograph = /\p{Extended_Pictographic}$/u;

/** tolerate: codes with slashes between — 4720/4740/4750, 795/4795; not a date and not a path */
function isSlashList(line: string, start: number, end: number): boolean {
  const before = /[\w./-]*$/.exec(line.slice(Math.max(0, start - 60), start))?.[0] ?? '';
  const after = /^[\w./-]*/.exec(line.slice(end, end + 60))?.[0] ?? '';
  return /^\d{3,5}(?:\/\d{3,5})+\.?$/.test(before + line.slice(start, end) + after);
}

/** tolerate: spellings with something in front — BW-4720, bandwidth/4720, error-4720, ERR_4720, 795/4795 */
function isSpelledBefore(line: string, start: number, before: string, reading: Reading): boolean {
  const ahead = line.slice(Math.max(0, start - 30), start);
  if (before === '-' && /(?:^|[\s(])-$/.test(ahead)) return ahead.trim() === '-' || reading.ledger.onlyCodes;
  if (/(?:^|[^\p{L}\p{N}])(?:err(?:or)?|code|error[-_ ]?code|failure)[-_/]?$/iu.test(ahead)) return true;
  if (before === '/' && isSlashList(line, start, start)) return true;
  for (const set of reading.vocabulary.sets) {
    for (const word of [...set.data.recognise.prefixes, ...set.data.recognise.provider]) {
      const plain = word.replace(/[^\p{L}\p{N}]+$/u, '').toLowerCase();
      const at = ahead.toLowerCase().lastIndexOf(plain);
      if (at >= 0 && /^[-_/:]?$/.test(ahead.slice(at + plain.length)) && !/[\p{L}\p{N}]/u.test(ahead[at - 1] ?? ' '))
        return true;
    }
  }
  return false;
}

// Code words

/** A code word right before the number, with nothing but joints between. */
function wordBefore(line: string, start: number): Extract<Reason, { kind: 'code-word' }> | undefined {
  const ahead = line.slice(Math.max(0, start - 60), start);
  const match = cueEnding.exec(ahead);
  const word = match?.[1];
  if (!word || plainCue.test(word)) return undefined;
  if (/^codes?$/i.test(word) && otherCode.test(ahead)) return undefined;
  // What stands between must not name something else: error on line 4432
  return { kind: 'code-word', word };
}

function cueBefore(context: Context, start: number, end: number): Reason | undefined {
  const { line, reading } = context;
  const word = wordBefore(line, start);
  if (word) {
    const ahead = line.slice(Math.max(0, start - 60), start);
    // Of a log line "failed: 4720" is a code; of a summary "failed: 4720" is a count.
    if (context.isSummary && /(?:fail|error|reject|bounce|undeliver)\w*\W*$/i.test(ahead) && !/code\W*$/i.test(ahead))
      return undefined;
    if (totals.test(ahead) || otherError.test(ahead) || errorElsewhere.test(line.slice(end, end + 40)))
      return undefined;
    // failed 4770 times
    if (/^\s(?:times|in a row)\b/i.test(line.slice(end, end + 16)) && !/codes?\W*$/i.test(ahead)) return undefined;
    return word;
  }
  const ahead = line.slice(Math.max(0, start - 40), start);
  for (const set of reading.vocabulary.sets) {
    const provider = set.provider && new RegExp(`(?:${set.provider.source})[^\\p{L}\\p{N}]{0,4}$`, 'iu').exec(ahead);
    if (provider && !/\/v$|[/:.]\/?\/?$/.test(ahead.replace(/[:/]$/, '')))
      return { kind: 'code-word', word: provider[0].replace(/[^\p{L}\p{N}]+$/u, '') };
  }
  return undefined;
}

/** `4770 errors`, `15009 error code`: the number is what kind of error it was, unless it says how many. */
function cueAfter({ line, isSummary }: Context, start: number): Reason | undefined {
  const match =
    /^["'`)\]*]{0,2}[\s-]{1,2}(errors?|error codes?|failure codes?|codes?|failures?|fehler|rejections?|bounces?)\b/i.exec(
      line
        .slice(start, start + 80)
        .replace(/^(?:,? (?:and |or )?\d{4,5}(?=[ ,])){1,6}/, '')
        .slice(0, 30),
    );
  if (!match || isSummary) return undefined;
  const before = line.slice(0, start).replace(/[\d()#"'`*\s]+$/, '');
  if (howMany.test(before)) return undefined;
  // `4750 failures` between bars or alone on its line says how many.
  if (/s$/i.test(match[1]!) && /(?:^|[|;:•])\s*$/.test(before)) return undefined;
  return { kind: 'code-word', word: match[1]! };
}

function isListGap(between: string): boolean {
  return (
    /^["'`)\]]{0,2}(?:\s?[,/;&|+]\s?|\s{1,2})(?:(?:and|or|to|through|bis|und|oder|y|e|et|ou|as well as|plus|vs\.?|then)\s)?\s?["'`([#]{0,2}$/i.test(
      between,
    ) && between !== ''
  );
}

function hintedSets({ line, reading }: Context, start: number, end: number): string[] {
  const clause = clauseAround(line, start, end);
  const providers = new Set<string>();
  for (const set of reading.vocabulary.sets) if (set.provider?.test(clause)) providers.add(set.data.provider);
  // Two of them in one sentence: the digits decide.
  return providers.size === 1 && cueIsDirect(line, start, reading) ? [...providers] : [];
}

function cueIsDirect(line: string, start: number, reading: Reading): boolean {
  const ahead = line.slice(Math.max(0, start - 40), start);
  return reading.vocabulary.sets.some((set) => set.provider?.test(ahead));
}

function isStranger({ line, reading }: Context, start: number, end: number): boolean {
  const strangers = reading.vocabulary.strangers;
  if (!strangers) return false;
  const clause = clauseAround(line, start, end);
  if (!strangers.test(clause)) return false;
  // A stranger behind a comma has its own number: 4720 here, Vonage status 15
  const behind = /^([^.;]{0,40}?),\s(.{0,60})/.exec(line.slice(end, end + 100));
  const others = clauseAround(line, start, end + (behind?.[1]?.length ?? 0)).replace(/^[^;]{0,120};/, '');
  if (behind && /\d{2,}/.test(behind[2]!) && !strangers.test(others.split(/,\s/)[0]!)) return false;
  reading.hasStranger = true;
  // Where one of ours stands nearer, it is ours: moved from Twilio, now Bandwidth 4770
  const near = line.slice(Math.max(0, start - 30), start);
  return !reading.vocabulary.sets.some((set) => set.provider?.test(near)) || strangers.test(near);
}

function clauseAround(line: string, start: number, end: number): string {
  const from = Math.max(0, start - 120);
  const before = line.slice(from, start);
  const after = line.slice(end, end + 60);
  const cut = Math.max(
    before.lastIndexOf('. '),
    before.lastIndexOf('; '),
    before.lastIndexOf('\n'),
    before.lastIndexOf(', but '),
  );
  const stop = after.search(/\. |; |\n|, but /);
  return before.slice(cut + 1) + line.slice(start, end) + (stop < 0 ? after : after.slice(0, stop));
}

// What else a number can be

function isSomethingElse(context: Context, start: number, end: number): boolean {
  const { line } = context;
  const before = line
    .slice(Math.max(0, start - 40), start)
    .replace(fullPhoneBefore, '')
    .replace(clockBefore, '');
  // 4720s are several of them; whether it may be seconds was decided before.
  const after = line.slice(end, end + 24).replace(/^s\b/, '');
  if (otherCode.test(before)) return true;
  // A card number: 4432 4770 4720 5100
  const card = /(?<!\d)\d{4} \d{4} \d{4} \d{4}(?!\d)/.exec(line)?.[0].split(' ');
  const { vocabulary, ledger } = context.reading;
  if (card && !(ledger.onlyCodes && card.every((group) => vocabulary.byDigits(group).length > 0))) return true;
  // The number of a line in an excerpt of source code: > 4405 |   expect(r.code)
  if (/^\s*>?\s*$/.test(line.slice(0, start)) && /^\s*\|(?:\s*$|.*[(){};=])/.test(line.slice(end))) return true;
  // What a test says that it got: Received: 4752
  if (/^\s*(?:expected|received|actual|got):\s+$/i.test(line.slice(0, start)) && /^\s*$/.test(line.slice(end)))
    return false;
  if (otherError.test(before) || errorElsewhere.test(line.slice(end, end + 40))) return true;
  if (totals.test(before) || numbered.test(before) || labelWithoutBlank.test(before)) return true;
  const isCase = /\bcase\s$/.test(before) && after.startsWith(':');
  if (
    nouns.test(before) &&
    !isCase &&
    !(reports.test(before) && /^\s(?:on|for|with|from|at|in|since|again|only)\s/i.test(after))
  )
    return true;
  if (isFieldValue(line, before, end)) return true;
  // Groups of a masked card: 43** **** **** 4750
  if (/[*xX#]{2,4}[ -]$/.test(before)) return true;
  // A row of figures: deploy  4720  0.0  1.2  154405
  if (context.isRow) return true;
  if (units.test(after)) return true;
  const isMany = /^\s+(?:errors|failures|rejections|bounces|rejects)\b/i.test(after);
  if (
    /^\s+\p{L}+/u.test(after) &&
    ((isMany && howMany.test(before)) || (aboutHowMany.test(before) && !mayFollowCode(after)))
  )
    return true;
  if (/[$€£¥₹]\s?$|(?:usd|eur|gbp|rs\.?)\s$/i.test(before) || /^\s?[€£$¥]/.test(after)) return true;
  // A postal code: NY 11201, 15005 A Coruña
  if (end - start === 5 && (/\b[A-Z]{2},?\s$/.test(before) || /^\s(?:A|La|El|San|Santa|Saint|St)\s\p{Lu}/u.test(after)))
    return true;
  if (context.isAddress) return true;
  if (context.isSummary) return true;
  // A process id: app[4720]:, [4720] INFO, (4720)
  if (/[\p{L}\d)][[(]$/u.test(before) && /^[\])]/.test(after)) return true;
  if (context.isLog && isLogNumber(line, start, end)) return true;
  if (countBeside(context, start, end)) return false;
  // A date or a list of amounts: 4432 x 3
  if (/^\s?[x×]\s?\d/.test(after) || /\d\s?[x×+*/-]\s?$/.test(before) || /^\s?[+*/]\s?\d/.test(after))
    return !/^\s?\/\s?\d{3,5}/.test(after) && !/\d{3,5}\s?\/\s?$/.test(before);
  return false;
}

/** tolerate: how often a code came — 4770 (x44), 4780 (17x), 5600 ×3, 12 x 4775, 2x 15005. Undefined where nothing says. */
function countBeside(context: Context, start: number, end: number): number | undefined {
  const { line } = context;
  const factor = factorBeside(context, start, end);
  if (factor !== undefined) return factor;
  const after =
    /^\s?\(\s?[x×]?\s?(\d{1,6})\s?[x×]?\s?\)|^\s[x×](\d{1,3})(?![\d\p{L}])|^\s(\d{1,4})[x×](?![\d\p{L}])/u.exec(
      line.slice(end, end + 16),
    );
  const before = /(?:^|[\s,;(])(\d{1,4})[x×]\s$/.exec(line.slice(Math.max(0, start - 12), start));
  const isSum = /[=+*/]/.test(line.slice(Math.max(0, start - 12), end + 12));
  if (isSum || (before && !/^(?:[\s,;).]|$)/.test(line.slice(end)))) return undefined;
  const count = after?.slice(1).find((group) => group !== undefined) ?? before?.[1];
  return count === undefined || !/[x×]/.test((after ?? before)![0]) ? undefined : Number(count);
}

/**
 * tolerate: codes and how often they came — 4770 x 118, 12 × 4775. Not a size (4720 x 3148), and not the counts of
 * something else (200 x 4770, 404 x 12).
 */
function factorBeside(context: Context, start: number, end: number): number | undefined {
  const { line, reading } = context;
  if (!/^\s[x×]\s\d/.test(line.slice(end, end + 4)) && !/\d\s[x×]\s$/.test(line.slice(Math.max(0, start - 5), start)))
    return undefined;
  const isListed = (number: string) => reading.vocabulary.byDigits(number)[0]?.lists(number) ?? false;
  const pairs = (context.pairs ??= [...line.matchAll(/(?<![\w.,])(\d{1,6})\s[x×]\s(\d{1,6})(?![\w.])/g)]);
  const beside = pairs.find(({ index, 0: whole }) => index === start || index + whole.length === end);
  if (!beside) return undefined;
  const near = pairs.slice(Math.max(0, pairs.indexOf(beside) - maxPairs), pairs.indexOf(beside) + maxPairs);
  if (near.some(([, left = '', right = '']) => /^[1-5]\d\d$/.test(left) && !isListed(left) && !isListed(right)))
    return undefined;
  const [code = '', factor = ''] = beside.index === start ? beside.slice(1) : beside.slice(1).reverse();
  // One pair alone may be a quantity or a size: 4770 x 3
  const isAlone = pairs.length === 1 && (beside.index === start || Number(factor) >= 500) && !speaks(line, reading);
  return isListed(code) && !isListed(factor) && !isAlone ? Number(factor) : undefined;
}

/** How many pairs to either side tell what a pair is. */
const maxPairs = 6;

function isRowOfFigures(line: string): boolean {
  return (
    (line.match(/\S {2,}(?=\S)/g)?.length ?? 0) >= 3 &&
    (line.match(/(?<![\w.])\d[\d.:%]{0,20}(?![\w.])/g)?.length ?? 0) >= 4
  );
}

/** The value of some field that is not called like a code: per_minute = 4720, Content-Length: 4720, limit: 4720 */
function isFieldValue(line: string, before: string, end: number): boolean {
  const key = /(?:^|[^\p{L}\p{N}_.-])([\p{L}_][\p{L}\p{N}_.-]*)\s{0,20}([=:])\s{0,20}["']?$/u.exec(before);
  if (!key) return false;
  const [, name = '', sign] = key;
  if (opensRemark(name)) return false;
  if (sign === '=' || /[\p{L}\d][_-]\p{L}|\p{Ll}\p{Lu}/u.test(name)) return true;
  const isWholeLine =
    /^\s*[-*]?\s*$/.test(line.slice(0, Math.max(0, line.indexOf(name)))) &&
    /^["']?[,;]?\s*$/.test(line.slice(end, end + 30)) &&
    line.length < 200;
  return isWholeLine;
}

/** Spaced groups of digits are one number: 555 010 4720, 4432 4770 1234 5678. */
function hasSpacedDigits(line: string, start: number, end: number): boolean {
  const before = line
    .slice(Math.max(0, start - 24), start)
    .replace(fullPhoneBefore, '')
    .slice(-16);
  const after = line.slice(end, end + 16);
  return /(?:\+\d{1,3}|\(\d{2,4}\)|\d{3})[ .-]\d{0,4}[ .-]?$/.test(before) &&
    /(?:\+|\(|\d{3}[ .-])/.test(before) &&
    !/\d{4,5}[ ]$/.test(before)
    ? true
    : /\+[\d ().-]{1,15}$/.test(before) || /^\)?[ -]\d{3}[ -]\d{2,4}\b/.test(after);
}

/** In a log a number right after the time or the level, or in brackets, is a process or a thread. */
function isLogNumber(line: string, start: number, end: number): boolean {
  const before = line.slice(0, start);
  const after = line.slice(end, end + 2);
  if (/[[(]$/.test(before) && /^[\])]/.test(after)) return true;
  if (/\d{1,2}:\d{2}:\d{2}(?:[.,]\d+)?(?:Z|[+-]\d{2}:?\d{2})?[\s\]|]*(?:(?:\d+|[A-Z]{4,8}|[\w.-]+)\s+)?$/.test(before))
    return true;
  // The size of an answer: "GET /dlr HTTP/1.1" 200 4720
  return /\s\d{3}\s$/.test(before);
}

/** Whether a log line says in words that the message arrived, and nothing else. */
export function tellsOfDelivery(text: string): boolean {
  return (
    looksLikeLog(text) &&
    /\b(?:delivered|accepted|received|queued|sent successfully|successfully sent)\b/i.test(text) &&
    !/fail|undeliver|not delivered|reject|error|could not|couldn't/i.test(text)
  );
}

function looksLikeLog(line: string): boolean {
  if (chatLine.test(line) && !/\b(?:ERROR|WARN|INFO|DEBUG|FATAL)\b/.test(line)) return false;
  return (
    /\d{1,2}:\d{2}:\d{2}/.test(line.slice(0, 200)) ||
    /^\s*\[?(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL|TRACE|NOTICE)\b/.test(line) ||
    /"(?:GET|POST|PUT|HEAD) \//.test(line)
  );
}

/** A log line of a message that arrived. */
function isFineLog(line: string): boolean {
  return (
    /\b(?:delivered|message-delivered|status[=:]\s?"?(?:sent|delivered|ok|queued)|DELIVRD|received from|inbound)\b/i.test(
      line,
    ) && !/fail|undeliver|not delivered|reject|error code|could not|couldn't/i.test(line)
  );
}

// Only codes

/** Whether a line is nothing but codes and the words and signs between them. */
function isOnlyCodes(line: string, reading: Reading): boolean {
  if (line.length > 20_000) return false;
  let rest = line.replaceAll(gap, ' ');
  const names = reading.vocabulary.namePattern();
  if (names) rest = rest.replace(names, ' ');
  return rest
    .split(/[\s,;|/&+]+/)
    .every(
      (token) =>
        token === '' ||
        /^[("'`[#*•·-]{0,3}(?:\(\d\))?\d{0,6}[xX*#?]{0,4}[)"'`\].:!?*-]{0,3}$/.test(token) ||
        joiner.test(token) ||
        /^[A-Za-z]{2,12}[-:/]?\d{4,5}$/.test(token),
    );
}

// Mentions

function mention(
  context: Context,
  set: string,
  code: string,
  start: number,
  end: number,
  reason: Reason,
  pattern = false,
): void {
  const doubt: Doubt | undefined = reason.kind === 'alone' ? { kind: 'free-text' } : undefined;
  const entry: Mention = { set, code, pattern, reason, place: placeOf(context, start, end), ...(doubt && { doubt }) };
  // Number and name, or the same number twice, in one line are one failure.
  const key = `${set}:${code}`;
  const weight = pattern ? 1 : (countBeside(context, start, end) ?? 1);
  context.reading.ledger.addMention(entry, context.mentioned.has(key), weight);
  context.mentioned.add(key);
}

function placeOf({ text, offset, reading }: Context, start: number, end: number): Place {
  const bounds = text.bounds(offset + start, offset + end);
  return reading.placeAt(bounds.start, bounds.end, text.layers);
}

function around(line: string, start: number, end: number, distance: number): string {
  return line.slice(Math.max(0, start - distance), start) + ' ' + line.slice(end, end + distance);
}
