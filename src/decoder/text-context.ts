/** A line of free text while it is read: what is known of it, and how a code in it is noted. */
import { countBehindColon, countBeside, countInItem, countOfTimes } from './code-counts.ts';
import type { Mention } from './ledger.ts';
import type { LooseText } from './loose-text.ts';
import type { Reading } from './reading.ts';
import type { Doubt, Place, Reason } from './report.ts';
import { speaksOfMessaging } from './topic.ts';

export interface TextOptions {
  /** The text is a line of the input itself and not of a value. */
  readonly isInput?: boolean;
  /** The text is what a program says in a field for messages. */
  readonly isMessage?: boolean;
  /** It stands in the record of a failed message. */
  readonly isFailed?: boolean;
}

export interface Context {
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

/** Whether a text speaks of messages, in general words or by the name of a platform that carries them. */
export function speaksOfMessages(text: string, { vocabulary }: Reading): boolean {
  return speaksOfMessaging(text) || (vocabulary.sources?.test(text) ?? false);
}

/** As `speaksOfMessages`, or of who sends them. */
export function speaks(text: string, reading: Reading): boolean {
  return speaksOfMessages(text, reading) || reading.vocabulary.namesProvider(text);
}

export function mention(
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
  const weight = pattern
    ? 1
    : (countBeside(context, start, end) ??
      countBehindColon(context, start, end)?.count ??
      countInItem(context, start, end) ??
      countOfTimes(context, end) ??
      1);
  context.reading.ledger.addMention(entry, context.mentioned.has(key), weight);
  context.mentioned.add(key);
}

/** A part of the line as a place in the input. */
export function placeOf({ text, offset, reading }: Context, start: number, end: number): Place {
  const bounds = text.bounds(offset + start, offset + end);
  return reading.placeAt(bounds.start, bounds.end, text.layers);
}
