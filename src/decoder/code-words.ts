/** Words that make the number beside them a code, whether it is listed or not: error 4799, 4770 errors. */
import { codePattern } from './code-digits.ts';
import {
  cueEnding,
  errorElsewhere,
  howMany,
  named,
  otherCode,
  otherError,
  plainCue,
  totals,
} from './free-text-words.ts';
import type { Reason } from './report.ts';
import { comparedWithCode } from './source-code.ts';
import type { Context } from './text-context.ts';

/** tolerate: what the error is of, in between — the error code on that message is 4407 */
const phrase =
  /(?<![\p{L}\p{N}])(error(?: codes?)?|failure(?: codes?)?|fehler(?:code)?) (?:on|for|of|from|with|in|by|bei|von) (?:[\p{L}'’-]+ ){1,5}(?:is|was|reads|says|ist|war) ["'(#]?$|(?<![\p{L}\p{N}])(?<!\b(?:http|zip|area|country|product|promo) )((?:error |failure |dlr )codes)(?: [\p{L}'’-]+){1,5}: $/iu;

/** Getting something is no code word where another follows: getting error #4781 */
const beforeCue = /(?<!\p{L})(?:got|getting)\s(?=\p{L})/giu;

/** tolerate: the name of an exception — BandwidthError 4770, SmsFailed#4770. Not a counter: messages_failed 4770 */
function exceptionBefore(ahead: string, exceptionName: RegExp): string | undefined {
  const name = ahead.replace(/[\s:#([]{1,3}$/, '');
  return /(?:Error|Exception|Failure|Failed|Rejected)$/.test(name) ? exceptionName.exec(name)?.[0] : undefined;
}

/** A code word right before the number, with nothing but joints between. */
export function wordBefore(
  { line, reading }: Context,
  start: number,
): Extract<Reason, { kind: 'code-word' }> | undefined {
  const ahead = line.slice(Math.max(0, start - 60), start);
  const word =
    cueEnding.exec(ahead.replace(beforeCue, ''))?.[1] ??
    phrase
      .exec(ahead)
      ?.slice(1)
      .find((group) => group !== undefined) ??
    comparedWithCode.exec(ahead)?.[1] ??
    exceptionBefore(ahead, reading.vocabulary.exceptionName);
  if (!word || plainCue.test(word)) return undefined;
  if (/^codes?$/i.test(word) && otherCode.test(ahead)) return undefined;
  return { kind: 'code-word', word };
}

/** What stands before a number and says that it is a code; undefined where nothing does. */
export function cueBefore(context: Context, start: number, end: number): Reason | undefined {
  const { line, reading } = context;
  const word = wordBefore(context, start);
  if (word) {
    const ahead = line.slice(Math.max(0, start - 60), start);
    // Of a log line "failed: 4720" is a code; of a summary "failed: 4720" is a count.
    if (context.isSummary && /(?:fail|error|reject|bounce|undeliver)\w*\W*$/i.test(ahead) && !/code\W*$/i.test(ahead))
      return undefined;
    const after = line.slice(end, end + 40);
    // The level of a line and its process: ERROR 4720 --- [main]
    if (word.word === 'ERROR' && /^ (?:---|\[)/.test(after)) return undefined;
    if (totals.test(`${ahead}\u0001${after}`) || otherError.test(ahead) || errorElsewhere.test(after)) return undefined;
    // failed: 4720 messages, rejected 4770 of 9000
    if (
      /(?:fail|bounce|reject|deliver)\w*\W*$/i.test(ahead) &&
      /^\s(?:messages|msgs|sms|texts|recipients|contacts|numbers|people|users|of \d)/i.test(after)
    )
      return undefined;
    // failed 4770 times
    if (/^\s(?:times|in a row)\b/i.test(after) && !/codes?\W*$/i.test(ahead)) return undefined;
    return word;
  }
  const ahead = line.slice(Math.max(0, start - 40), start);
  for (const set of reading.vocabulary.sets) {
    const provider = set.provider && new RegExp(`(?:${set.provider.source})[^\\p{L}\\p{N}]{0,4}$`, 'iu').exec(ahead);
    if (
      provider &&
      !named.test(ahead.slice(0, provider.index)) &&
      !/\/v$|[/:.]\/?\/?$/.test(ahead.replace(/[:/]$/, ''))
    )
      return { kind: 'code-word', word: provider[0].replace(/[^\p{L}\p{N}]+$/u, '') };
  }
  return undefined;
}

/** `4770 errors`, `15009 error code`: the number is what kind of error it was, unless it says how many. */
export function cueAfter({ line, isSummary, reading }: Context, start: number): Reason | undefined {
  const match =
    /^["'`)\]*]{0,2}[\s-]{1,2}(errors?|error codes?|failure codes?|codes?|failures?|fehler|rejections?|bounces?)\b/i.exec(
      line
        .slice(start, start + 80)
        .replace(nextCodes(reading.vocabulary.digits), '')
        .slice(0, 30),
    );
  if (!match || isSummary) return undefined;
  if (named.test(line.slice(0, start).replace(/\d+$/, ''))) return undefined;
  const before = line.slice(0, start).replace(/[\d()#"'`*\s]+$/, '');
  if (match[1] === 'ERROR' && before.endsWith('[')) return undefined;
  if (howMany.test(before)) return undefined;
  // `4750 failures` between bars or alone on its line says how many.
  if (
    /s$/i.test(match[1]!) &&
    /(?:^|[|;:•])\s*$/.test(before) &&
    !/(?:^|\s)(?:re|fwd?|aw|wg|sv|rv|tr):\s*$/i.test(before)
  )
    return undefined;
  return { kind: 'code-word', word: match[1]! };
}

/** The rest of a list of codes: 4720, 4740 and 4750 errors. */
const nextCodes = codePattern(/^(?:,? (?:and |or )?CODE(?=[ ,])){1,6}/);

/** Whether the text between two codes makes them one list: `4720, 4740 and 4750`. */
export function isListGap(between: string): boolean {
  return (
    /^["'`)\]]{0,2}(?:\s?[,/;&|+]\s?|\s{1,2})(?:(?:and|or|to|through|bis|und|oder|y|e|et|ou|as well as|plus|vs\.?|then)\s)?\s?["'`([#]{0,2}$/i.test(
      between,
    ) && between !== ''
  );
}
