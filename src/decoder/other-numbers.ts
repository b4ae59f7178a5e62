/** What a number in free text is when it is no code: a count, a port, a line, a process, an amount, an address. */
import { countBeside } from './code-counts.ts';
import { codePattern } from './code-digits.ts';
import {
  aboutHowMany,
  errorElsewhere,
  fineReport,
  howMany,
  labelWithoutBlank,
  nouns,
  numbered,
  otherCode,
  otherError,
  reports,
  totals,
  units,
} from './free-text-words.ts';
import { clockBefore, fullPhoneBefore, mayFollowCode, opensRemark } from './neighbours.ts';
import type { Context } from './text-context.ts';

/** Whether what stands around a number says that it is no code: a count, an amount, a time, a number of something. */
export function isSomethingElse(context: Context, start: number, end: number): boolean {
  const { line } = context;
  const before = line
    .slice(Math.max(0, start - 40), start)
    .replace(fullPhoneBefore, '')
    .replace(clockBefore, '');
  // 4720s are several of them; whether it may be seconds was decided before.
  const after = line.slice(end, end + 24).replace(/^s\b/, '');
  if (otherCode.test(before)) return true;
  // A card number: 4432 4770 4720 5100; more groups are a list
  const card = /(?<!\d)(?<!\d )\d{4} \d{4} \d{4} \d{4}(?! ?\d)/.exec(line)?.[0].split(' ');
  const { vocabulary, ledger } = context.reading;
  if (card && !(ledger.onlyCodes && card.every((group) => vocabulary.byDigits(group).length > 0))) return true;
  // The number of a line in an excerpt of source code: > 4405 |   expect(r.code)
  if (/^\s*>?\s*$/.test(line.slice(0, start)) && /^\s*\|(?:\s*$|.*[(){};=])/.test(line.slice(end))) return true;
  // What a test says that it got: Received: 4752
  if (/^\s*(?:expected|received|actual|got):\s+$/i.test(line.slice(0, start)) && /^\s*$/.test(line.slice(end)))
    return false;
  if (otherError.test(before) || errorElsewhere.test(line.slice(end, end + 40))) return true;
  if (totals.test(`${before}\u0001${after}`) || numbered.test(before) || labelWithoutBlank.test(before)) return true;
  const isCase = /\bcase\s$/.test(before) && after.startsWith(':');
  if (
    nouns.test(before) &&
    !isCase &&
    !(/\bretry\s$/i.test(before) && howToRetry(vocabulary.digits).test(after)) &&
    !(
      reports.test(before) &&
      (/^\s(?:(?:on|for|with|from|at|in|since|again|only)\s|(?:invalid|unknown|blocked|rejected|spam|carrier|destination)\b)/i.test(
        after,
      ) ||
        fineReport.test(line))
    )
  )
    return true;
  if (isFieldValue(line, before, end) || figureOfYear.test(line.slice(0, start))) return true;
  // How far something is: 4720/5000
  const whole = /^\/(\d{2,3}00)(?!\d)/.exec(after)?.[1];
  if (whole !== undefined && !vocabulary.isListed(whole)) return true;
  // Groups of a masked card: 43** **** **** 4750
  if (/[*xX#]{2,4}[ -]$/.test(before)) return true;
  // A row of figures: deploy  4720  0.0  1.2  154405
  if (context.isRow) return true;
  if (units.test(after)) return true;
  const isMany = /^\s+(?:errors|failures|rejections|bounces|rejects)\b/i.test(after);
  if (
    /^\s+\p{L}+/u.test(after) &&
    ((isMany && howMany.test(before)) || (aboutHowMany.test(before) && !mayFollowCode(after, vocabulary.digits)))
  )
    return true;
  if (/[$€£¥₹]\s?$|(?<!\p{L})(?:usd|eur|gbp|rs\.?)\s$/iu.test(before) || /^\s?[€£$¥]/.test(after)) return true;
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
    return !/^\s?\/\s?\d{3}/.test(after) && !/\d{3}\s?\/\s?$/.test(before);
  return false;
}

/** What is sent again, and how often: retry 5500/5501 once. Of an attempt it is the number. */
const howToRetry = codePattern(/^(?:\/CODE){0,3},? (?:once|twice|later|only|after|with|immediately|never|but|at)\b/i);

/** Whether a line is a row of figures, set apart by blanks. */
export function isRowOfFigures(line: string): boolean {
  return (
    (line.match(/\S {2,}(?=\S)/g)?.length ?? 0) >= 3 &&
    (line.match(/(?<![\w.])\d[\d.:%]{0,20}(?![\w.])/g)?.length ?? 0) >= 4
  );
}

/** The value of some field that is not called like a code: per_minute = 4720, Content-Length: 4720, limit: 4720 */
function isFieldValue(line: string, before: string, end: number): boolean {
  const key = /(?:^|[^\p{L}\p{N}_.-])([\p{L}_][\p{L}\p{N}_.&-]*)\s{0,20}([=:]|[-=]>)\s{0,20}["']?$/u.exec(before);
  if (!key) return false;
  const [, name = '', sign] = key;
  if (opensRemark(name)) return false;
  if (sign?.includes('=') || /[\p{L}\d][_-]\p{L}|\p{Ll}\p{Lu}/u.test(name)) return true;
  const isWholeLine =
    /^\s*[-*]?\s*$/.test(line.slice(0, Math.max(0, line.indexOf(name)))) &&
    /^["']?[,;]?\s*$/.test(line.slice(end, end + 30)) &&
    line.length < 200;
  return isWholeLine;
}

/** A figure under its year, at the beginning of its item: 2026 budget: 15005, 2025: 14001. Not a date: May 4, 2026: 4770 */
const figureOfYear = /(?<=(?:^|[,;|(])\s?)(?<!\p{L} \d{1,2}(?:st|nd|rd|th)?,\s)(?:19|20)\d\d\s?[:=]\s?$/u;

/** In a log a number right after the time or the level, or in brackets, is a process or a thread. */
function isLogNumber(line: string, start: number, end: number): boolean {
  const before = line.slice(0, start);
  const after = line.slice(end, end + 2);
  if (/[[(]$/.test(before) && /^[\])]/.test(after)) return true;
  if (/\d{1,2}:\d{2}:\d{2}(?:[.,]\d+)?(?:Z|[+-]\d{2}:?\d{2})?[\s\]|]*(?:(?:\d+|[A-Z]{4,8}|[\w.-]+)\s+)?$/.test(before))
    return true;
  // A process by the newer form of syslog: <11>1 2026-03-04T10:15:31Z host app 5600
  if (/^<\d{1,3}>1(?: \S{1,80}){3} $/.test(before)) return true;
  // The size of an answer: "GET /dlr HTTP/1.1" 200 4720
  return /\s\d{3}\s$/.test(before);
}
