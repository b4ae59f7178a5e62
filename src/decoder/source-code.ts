import { codePattern, type CodeDigits } from './code-digits.ts';
import type { Scalar } from './scan-sink.ts';

/** Codes in source code. They count where they are listed; here is asked whether one may stand there. */

/** The number that is the whole value and has as many digits as a code. */
export function numberIn({ source, start, end }: Scalar, digits: CodeDigits): string | undefined {
  const number = source.text.slice(start, Math.min(end, start + longestNumber));
  return wholeCode(digits).test(number) ? number : undefined;
}

const wholeCode = codePattern(/^CODE$/);
/** More digits than any code has. */
const longestNumber = 20;

/**
 * tolerate: codes in calls — ErrorCodes.put(4770, "spam"), throw new SmsException(4720), enum ErrorCode { SPAM(4770) },
 * assertEquals(4720, event.errorCode)
 */
export function isCallWithCode(
  owner: string | undefined,
  called: string,
  { source, end }: Scalar,
  exceptionName: RegExp,
): boolean {
  const isMember = owner !== undefined && errorNames.test(owner) && !isSetting(called);
  const isCompared = comparison.test(called) && comparedCode.test(source.text.slice(end, end + 80));
  return isMember || isCompared || codeCollection.test(called) || exceptionName.test(called);
}

/** tolerate: constants — enum BandwidthError { Spam = 4770 }, ERR_SPAM = 4770 */
export function isErrorConstant(type: string | undefined, name: string): boolean {
  const isError = type !== undefined && errorNames.test(type);
  return (isError || errorConstant.test(name)) && !isSetting(name);
}

/** A type of errors: BandwidthError, ErrorCodes, DLR_FAILURE. */
const errorNames = /(?:^|_|[a-z])(?:err|error|failure|reject|bounce|dlr)s?_?(?:codes?|reasons?|types?|status)?$/i;
const errorConstant =
  /^(?:[A-Z][A-Z0-9]*_){0,2}(?:ERR|ERROR|FAILURE|FAIL|E|CODE)_[A-Z]|(?:^|_)(?:SPAM|OPT_?OUT|OPTED_OUT|REJECTED|UNDELIVERABLE|UNREACHABLE|BLOCKED|BLACKLISTED|UNSUBSCRIBED)(?:_|$)|^k?(?:Err(?:or)?|Failure)[A-Z]/;
/** A number that limits something: ERROR_TIMEOUT_MS, errorLimit. Not MissingReport, which ends like a port. */
const isSetting = (name: string): boolean => settingName.test(name.replace(/([a-z])(?=[A-Z])/g, '$1_'));
const settingName =
  /(?:^|_)(?:timeout|limit|max|min|size|count|port|ms|secs?|seconds|delay|interval|threshold|rate|retries|line|id|pid|budget|ttl|length|bytes|version)s?$|^(?:max|min|num)_/i;
const codeCollection =
  /(?:^|[._A-Z]|\b)(?<!zip|postal|country|area|promo|product)(?:err(?:or)?s?|failures?|rejections?|bounces?|dlrs?|retr(?:y|yable)|suppress\w{0,9}|optouts?|undeliverable|permanent|transient|codes?)\w{0,20}\.(?:put|add|set|get|has|contains(?:key)?|includes?|push|append|register|map|of|indexof|member\?|key\?|include\?)$/i;
/** An exception of messages, not of anything else that can fail. Providers are told by their squashed names. */
export function exceptionNames(providers: Iterable<string>): RegExp {
  // Two or three letters stand in many words: SubwayError is none of BW.
  const names = [...providers].filter((name) => name.length > 3);
  const subjects = ['sms', 'mms', 'messag\\w{0,4}', 'deliver\\w{0,4}', 'carrier', 'dlr', 'gateway', ...names];
  return new RegExp(`(?:${subjects.join('|')})\\w{0,20}(?:error|exception|failure|failed|rejected)$`, 'i');
}
const comparison = /(?:^|[._])(?:assert\w{0,20}|expect|equals?|eq|is|verify)$/i;
const comparedCode = /^["']?\s?,\s{0,20}[\w.$()-]{0,40}(?:error|failure|err)_?code\b/i;

/** tolerate: lists by what is done about their codes — const PERMANENT = [4720, 4770] */
export const isListOfCodes = (name: string): boolean => verdictNames.test(name.split(' ').at(-1)!);
const verdictNames =
  /^(?:do_?not_?|no_?|non_?|is_?)?(?:retr(?:y|ies|yable)|permanent|transient|temporary|fatal|suppress\w{0,9}|opt_?outs?|undeliverable|blocked|hard|soft)_?(?:bounces?|fail(?:s|ures?)?|errors?|list|set)?$/i;

/** tolerate: the type that a member on a line of its own belongs to — class BandwidthError(IntEnum):⏎    SPAM = 4770 */
export function typeBefore(text: string, at: number): string | undefined {
  const ahead = text.slice(Math.max(0, at - 600), at);
  if (!/\n[ \t]+(?:case )?$/.test(ahead)) return undefined;
  return [...ahead.matchAll(/(?:^|\s)(?:class|enum|struct|object)\s+(\w{1,60})/g)].at(-1)?.[1];
}

/** tolerate: what is compared with a code — expect(event.errorCode).toBe(4720), $errorCode -eq 4720 */
export const comparedWithCode =
  /((?:error|err|failure)_?code)["'\])]{0,3}(?:\.(?:to)?(?:be|eq|\w{0,10}equal\w{0,4})\(| -(?:eq|in|ne) | to (?:be|equal) )["'(]?$/i;
