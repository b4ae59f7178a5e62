import { codePattern, type CodeDigits } from './code-digits.ts';
import { squash } from './spelling.ts';

/** Values of a status that say that a message failed, squashed. */
const failedWords =
  /^(?:failed|failure|fail|undelivered|undeliverable|undeliv|notdelivered|rejected|rejectd|bounced|deliveryfailed|sendingfailed|sendfailed|failedtosend|failedtodeliver|permanentlyfailed|permanentfailure|deliveryfailure|failedtosendmessage|nondelivered|nondelivery|fallido|fallida|échoué|echoue|fehlgeschlagen|mislukt|falhou)$/;
const fineWords =
  /^(?:delivered|deliveredtohandset|deliveredtocarrier|sent|sending|accepted|queued|received|read|delivrd|success|successful|succeeded|ok|pending|scheduled|buffered|processing|processed|enroute|submitted|seen|opened|clicked|inbound|incoming|entregado|entregue|zugestellt|livré|livre|bezorgd|gesendet|enviado|consegnato)$/;

/** What a word for a status says of a message; undefined where it says nothing certain. */
export function outcomeOf(value: string): 'failed' | 'fine' | undefined {
  const squashed = squash(value);
  if (failedWords.test(squashed)) return 'failed';
  if (fineWords.test(squashed)) return 'fine';
  return undefined;
}

/** tolerate: the code behind the word — Failed (4720), UNDELIVERED - 4720, failed: error 4720. Not a count: failed: 4720 messages. */
export const wordAndCode = codePattern(
  /^(\D{3,30}?)[\s:,([–-]+(?:(?:error|err|code)[\s:#]+){0,2}#?(CODE)(?=[)\]]|\s*$|\s?[,;:–-]|\s\p{L}+-\p{L}+-)/iu,
);

/** What a status says, and in whose words. */
export interface FieldOutcome {
  readonly outcome: 'failed' | 'fine';
  /** Sets that know this value. */
  readonly sets: readonly string[];
  /** Nobody else would say it like that. */
  readonly isDistinct: boolean;
}

export function fieldOutcome(
  value: string,
  field: {
    isStatus: boolean;
    isSuccess: boolean;
    failed: ReadonlyMap<string, ReadonlySet<string>>;
    fine: ReadonlyMap<string, ReadonlySet<string>>;
  },
  digits: CodeDigits,
): FieldOutcome | undefined {
  const word = wordAndCode(digits).exec(value)?.[1] ?? value;
  const plain = squash(word);
  const general = outcomeOf(word);
  const setsWith = (words: ReadonlyMap<string, ReadonlySet<string>>) =>
    [...words].filter(([, values]) => values.has(plain)).map(([set]) => set);
  const failed = setsWith(field.failed);
  if (failed.length > 0) return { outcome: 'failed', sets: failed, isDistinct: general === undefined };
  const fine = setsWith(field.fine);
  if (fine.length > 0) return { outcome: 'fine', sets: fine, isDistinct: general === undefined };
  const outcome = field.isStatus ? general : field.isSuccess ? truth(plain) : undefined;
  return outcome && { outcome, sets: [], isDistinct: false };
}

function truth(value: string): 'failed' | 'fine' | undefined {
  if (value === 'true' || value === 'yes' || value === '1') return 'fine';
  return value === 'false' || value === 'no' ? 'failed' : undefined;
}

/** Values that say that there is no code. */
export function isNoCode(value: string): boolean {
  return /^[\s"'[\](){}<>-]*(?:0+(?:\.0+)?|null|none|nil|nul|nan|undefined|unset|empty|\\n|~|n\/?a|na|no ?error|ok|false|success)?[\s"'[\](){}<>-]*$/i.test(
    value,
  );
}
