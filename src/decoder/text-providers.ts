/** Whose number it is: providers and other vendors named in the sentence around it. */
import type { Reading } from './reading.ts';
import type { Context } from './text-context.ts';

export function hintedSets({ line, reading }: Context, start: number, end: number): string[] {
  const clause = clauseAround(line, start, end);
  const providers = new Set<string>();
  for (const set of reading.vocabulary.sets) if (set.provider?.test(clause)) providers.add(set.data.provider);
  // Two of them in one sentence: the digits decide.
  return providers.size === 1 && cueIsDirect(line, start, reading) ? [...providers] : [];
}

function cueIsDirect(line: string, start: number, reading: Reading): boolean {
  const ahead = line.slice(Math.max(0, start - 40), start);
  return reading.vocabulary.namesProvider(ahead);
}

export function isStranger({ line, reading }: Context, start: number, end: number): boolean {
  const strangers = reading.vocabulary.strangers;
  if (!strangers) return false;
  const clause = clauseAround(line, start, end);
  if (!strangers.test(clause)) return false;
  // A stranger behind a comma has its own number: 4720 here, Vonage status 15
  const behind = /^([^.;]{0,40}?),\s(.{0,60})/.exec(line.slice(end, end + 100));
  const others = clauseAround(line, start, end + (behind?.[1]?.length ?? 0)).replace(/^[^;]{0,120};/, '');
  const piece = /[^,;]*$/.exec(line.slice(0, start))![0];
  if (behind && /\d{2,}/.test(behind[2]!) && ![others.split(/,\s/)[0]!, piece].some((part) => strangers.test(part)))
    return false;
  // A stranger that has a number of its own, and the sentence goes on to ours: Twilio 30003 looks like 4720
  if (!strangers.test(withoutOwnNumbers(clause, line.slice(start, end), strangers))) return false;
  if (isPaired(line, end, reading)) return false;
  reading.hasStranger = true;
  // Where one of ours stands nearer, it is ours: moved from Twilio, now Bandwidth 4770
  const near = line.slice(Math.max(0, start - 30), start);
  return !reading.vocabulary.namesProvider(near) || strangers.test(near);
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

/** tolerate: pairs of our number and a stranger's — Bandwidth codes and those of Twilio: 4720/30005, 4750/30007 */
export function isPaired(line: string, end: number, { vocabulary }: Reading): boolean {
  const other = /^\s?(?:\/|=>?|->|→)\s?(\d{3,6})(?!\d)/.exec(line.slice(end, end + 12))?.[1];
  return (
    other !== undefined &&
    (vocabulary.strangers?.test(line) ?? false) &&
    vocabulary.namesProvider(line) &&
    vocabulary.byDigits(other).length === 0
  );
}

/** The clause without strangers whose own number follows them, unless it begins a list. */
function withoutOwnNumbers(clause: string, number: string, strangers: RegExp): string {
  const own = new RegExp(
    `(?:${strangers.source})(?:['’]s)?(?: (?:errors?|status|codes?|calls|it|this|that)){0,2}:? #?(?!${number}\\b)\\d{3,6}\\b(?!${listGap})`,
    'giu',
  );
  return clause.replace(own, ' ');
}

const listGap = '(?:\\s?[,/;&|+]|\\s(?:and|or|to|und|oder|y|o|e|et|ou)\\b)?\\s*#?\\d';
