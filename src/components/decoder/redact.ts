/**
 * Takes out of a line what could be about a person or an account: numbers, ids, addresses, and text. What stays is the
 * shape of the line, its keys, its times, and the words in `keep` (the codes themselves). It rather hides too much.
 */
export function redact(line: string, keep: readonly string[]): string {
  const kept = new Set(keep.map((word) => word.toLowerCase()));
  const isKept = (text: string) => kept.has(text.toLowerCase());
  return line
    .replace(token, (whole: string, quoted: string | undefined, after: string | undefined, at: number) => {
      if (quoted !== undefined) {
        const inner = quoted.slice(1, -1);
        if (after) return isPlainKey(inner) ? whole : `"[key]"${after}`;
        return isKept(inner) || isMachineWord(inner) ? whole : `${quoted[0]}${kindOf(inner)}${quoted[0]}`;
      }
      const isKey = /^\s*[=:]/.test(line.slice(at + whole.length)) && isPlainKey(whole);
      return isKept(whole) || isKey || isTime(whole) || isMachineWord(whole) ? whole : kindOf(whole);
    })
    .replace(/\[text\](?:\s+\[text\])+/g, '[text]');
}

/** A quoted string with what makes it a key, or a run of characters that words, numbers, ids and addresses are made of. */
const token =
  /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')(\s*:)?|[\p{L}\p{N}_.+%@-]*[\p{L}\p{N}_@](?::\d\d(?::\d\d)?(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?)?/gu;

function kindOf(text: string): string {
  if (isTime(text)) return text;
  if (/@/.test(text)) return '[address]';
  if (/^\+?[\d\s().-]{5,}$/.test(text)) return '[number]';
  return /\s/.test(text) ? '[text]' : /\d/.test(text) ? '[id]' : '[text]';
}

const isTime = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text) ||
  /^\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?$/.test(text);

/** Words that machines write: `message-failed`, `delivery_failed`, `sms.failed`, states, levels of a log. Anything else may be about a person. */
const isMachineWord = (text: string): boolean =>
  /^[a-z]+(?:[-_.][a-z]+)+$/.test(text) || machineWords.has(text.toLowerCase());

const machineWords = new Set(
  'true false null none failed failure delivered undelivered sent expired rejected bounced error errors code status in out incoming outgoing sms mms trace debug info warn warning fatal message webhook callback dlr post get http event type'.split(
    ' ',
  ),
);

const isPlainKey = (key: string): boolean => /^[A-Za-z_$][\w.$-]{0,40}$/.test(key) && !/\d{5}/.test(key);

/** A path of a field; segments that are numbers or addresses are hidden. */
export const redactPath = (path: string): string =>
  path
    .split('.')
    .map((part) => (/\d{5}|@|\s/.test(part) ? '[key]' : part))
    .join('.');
