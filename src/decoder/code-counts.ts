/** How often a code came, where the text beside it says so. */
import { wordBefore } from './code-words.ts';
import { speaks, type Context } from './text-context.ts';

/** tolerate: how often a code came — 4770 (x44), 4780 (17x), 5600 ×3, 12 x 4775, 2x 15005. Undefined where nothing says. */
export function countBeside(context: Context, start: number, end: number): number | undefined {
  const { line } = context;
  const factor = factorBeside(context, start, end);
  if (factor !== undefined) return factor;
  const stated = statedCount.exec(line.slice(end, end + 32))?.[1];
  if (stated !== undefined) return Number(stated.replace(/[,.]/g, ''));
  const after =
    /^\s?\(\s?[x×]?\s?(\d{1,6})\s?[x×]?\s?\)|^\s[x×](\d{1,3})(?![\d\p{L}])|^\s(\d{1,4})[x×](?![\d\p{L}])/u.exec(
      line.slice(end, end + 16).replace(/^["'`*]{1,2}/, ''),
    );
  const before = /(?:^|[\s,;(])(\d{1,4})[x×]\s$/.exec(line.slice(Math.max(0, start - 12), start));
  const isSum = /[=+*/]/.test(line.slice(Math.max(0, start - 12), end + 12));
  if (isSum || (before && !/^(?:[\s,;).]|$)/.test(line.slice(end)))) return undefined;
  const count = after?.slice(1).find((group) => group !== undefined) ?? before?.[1];
  return count === undefined || !/[x×]/.test((after ?? before)![0]) ? undefined : Number(count);
}

/**
 * tolerate: codes and how often they came — 4770 x 118, 12 × 4775, 4720x12. Not a size (4720 x 3148), and not the counts of
 * something else (200 x 4770, 404 x 12).
 */
function factorBeside(context: Context, start: number, end: number): number | undefined {
  const { line, reading } = context;
  if (
    !/^\s?[x×]\s?\d/.test(line.slice(end, end + 4)) &&
    !/\d\s?[x×]\s?$/.test(line.slice(Math.max(0, start - 5), start))
  )
    return undefined;
  const isListed = (number: string) => reading.vocabulary.isListed(number);
  const pairs = (context.pairs ??= [...line.matchAll(/(?<![\w.,-])(\d{1,6})(?:\s[x×]\s|[x×])(\d{1,6})(?![\w.])/g)]);
  const beside = pairs.find(({ index, 0: whole }) => index === start || index + whole.length === end);
  if (!beside) return undefined;
  const near = pairs.slice(Math.max(0, pairs.indexOf(beside) - maxPairs), pairs.indexOf(beside) + maxPairs);
  // Sizes stand without blanks: 1920x1080, 4720x3148
  const isTight = !beside[0].includes(' ');
  const isOther = ([, left = '', right = '']: RegExpExecArray) =>
    (isTight || /^[1-5]\d\d$/.test(left)) && !isListed(left) && !isListed(right);
  if (near.some(isOther) || (isTight && near.every(([, ...sides]) => sides.every((side) => side.length > 2))))
    return undefined;
  const [code = '', factor = ''] = beside.index === start ? beside.slice(1) : beside.slice(1).reverse();
  // One pair alone may be a quantity or a size: 4770 x 3
  const isAlone = pairs.length === 1 && (beside.index === start || Number(factor) >= 500) && !speaks(line, reading);
  return isListed(code) && !isListed(factor) && !isAlone ? Number(factor) : undefined;
}

/** tolerate: what is counted, in brackets — 5600 (4,102 messages) */
const statedCount =
  /^\s\((\d{1,3}(?:[,.]\d{3})+|\d{1,6}) (?:failed )?(?:messages?|msgs?|times|failures|errors|sms|texts|events|recipients|contacts|occurrences)\)/i;

/** How many pairs to either side tell what a pair is. */
const maxPairs = 6;

/** tolerate: how often a code came, behind its colon — Failed with code 4404: 5111 */
export function countBehindColon(
  context: Context,
  start: number,
  end: number,
): { at: number; count: number } | undefined {
  const match = /^(:\s{1,3})(\d{1,7})\s*$/.exec(context.line.slice(end, end + 14));
  return match && wordBefore(context, start) ? { at: end + match[1]!.length, count: Number(match[2]) } : undefined;
}

/** tolerate: 5106 (impossible-to-route) seen 42 times. It is no reason to take the number for a code. */
export function countOfTimes({ line }: Context, end: number): number | undefined {
  const match = /^(?:\s\([^()]{1,60}\))?,?(?:\s\p{L}+)?\s(\d{1,6})(?: times|[x×])(?!\p{L})/u.exec(
    line.slice(end, end + 100),
  );
  return match ? Number(match[1]) : undefined;
}

/** tolerate: items of a list — • 4720 – 1,204 messages. It is no reason to take the number for a code. */
export function countInItem({ line, reading }: Context, start: number, end: number): number | undefined {
  if (!/^\s*[-*•·]?\s*$/.test(line.slice(0, start))) return undefined;
  const count = itemCount.exec(line.slice(end, end + 40))?.[1]?.replace(/[,.]/, '');
  return count === undefined || reading.vocabulary.isListed(count) ? undefined : Number(count);
}

const itemCount =
  /^\s[-–—:]\s([1-9]\d{0,2}(?:[,.]\d{3})?|[1-9]\d{3,5})(?:\s(?:messages?|msgs?|times?|failures?|errors?|sms|texts?|events?|recipients?|contacts?))?\s*$/i;
