import type { CodeDigits } from './code-digits.ts';
import {
  counts,
  isCodeListName,
  isCodeName,
  isMessageId,
  messageNames,
  opaqueNames,
  pairNames,
  pairValues,
  providerNames,
  recipients,
  statusNames,
  successNames,
  times,
  wrappers,
  type Names,
} from './field-names.ts';
import { endsWith, isColumnOf, isField, isMark, segmentsOf } from './field-paths.ts';
import { fieldOutcome, type FieldOutcome } from './outcomes.ts';
import type { SetWords } from './set-words.ts';
import { remembering, squash } from './spelling.ts';

/** What a field says. */
export interface Meaning {
  /** Sets whose code stands in it. */
  readonly own: readonly string[];
  /** A code stands in it: a field of a set, or one that is called `code` or `error` by everybody. */
  readonly isCode: boolean;
  readonly isSourceOnly: boolean;
  readonly sourceName: readonly string[];
  readonly sourceCode: readonly { readonly set: string; readonly explains: readonly string[] }[];
  readonly reason: readonly string[];
  readonly suggest: readonly string[];
  readonly isProse: boolean;
  /** Squashed values by set that mark a failed message. */
  readonly failed: ReadonlyMap<string, ReadonlySet<string>>;
  readonly fine: ReadonlyMap<string, ReadonlySet<string>>;
  readonly isStatus: boolean;
  /** `success: false` */
  readonly isSuccess: boolean;
  /** The field says something of the outcome, in general words or in those of a set. */
  readonly isOutcome: boolean;
  /** What a value of this field says of the outcome. */
  readonly outcomeOf: (value: string) => FieldOutcome | undefined;
  /** Squashed values that mark a neighbouring numbering. */
  readonly foreign: ReadonlySet<string>;
  readonly isProvider: boolean;
  /** It stands in a container of another numbering. */
  readonly isElsewhere: boolean;
  readonly isStranger: boolean;
  /** `opaque`: words of people to people. `message`: words of programs to people. */
  readonly text: 'opaque' | 'message' | 'other';
  /** Nothing of it enters a judgement, whatever stands in it. */
  readonly isSilent: boolean;
  readonly isMessageId: boolean;
  readonly isRecipient: boolean;
  readonly isTime: boolean;
  readonly isCount: boolean;
  /** Half of a pair such as `{"name": "errorCode", "value": "4770"}`. */
  readonly pair: 'name' | 'value' | undefined;
  /** A type around a value: `{"N": "4770"}`. */
  readonly isWrapper: boolean;
}

/** What a field says, told from its name and the names of the containers around it, innermost last. */
export function meaningOf(containers: readonly string[], name: string, known: Known): Meaning {
  const { sets, strangers, digits } = known;
  const segments = [...containers.flatMap(segmentsOf), ...segmentsOf(name)];
  const last = segments.at(-1) ?? '';
  const own: string[] = [];
  const sourceName: string[] = [];
  const sourceCode: { set: string; explains: string[] }[] = [];
  const reason: string[] = [];
  const suggest: string[] = [];
  const failed = new Map<string, Set<string>>();
  const fine = new Map<string, Set<string>>();
  const foreign = new Set<string>();
  let isProse = false;
  for (const set of sets) {
    const { recognise } = set.data;
    if (!set.data.carriedBy && recognise.fields.some((field) => isField(segments, field, set.qualifiers)))
      own.push(set.id);
    const isSource = (field: string) => isField(segments, field, set.qualifiers) || isColumnOf(segments, field);
    if (recognise.sourceName && isSource(recognise.sourceName)) sourceName.push(set.id);
    if (recognise.sourceCode.some(isSource)) {
      const explains = sets.filter(
        (other) =>
          other.data.carriedBy &&
          other.data.recognise.fields.some((field) => isField(segments, field, other.qualifiers)),
      );
      sourceCode.push({ set: set.id, explains: explains.map((other) => other.id) });
    }
    if (recognise.reason.some((field) => endsWith(segments, field))) reason.push(set.id);
    if (recognise.suggest.some((field) => endsWith(segments, field))) suggest.push(set.id);
    if (recognise.prose.some((field) => endsWith(segments, field))) isProse = true;
    for (const [field, values] of Object.entries(recognise.failure))
      if (isMark(last, field)) failed.set(set.id, union(failed.get(set.id), values));
    for (const [field, values] of Object.entries(recognise.fine))
      if (isMark(last, field)) fine.set(set.id, union(fine.get(set.id), values));
    for (const [field, values] of Object.entries(recognise.foreign))
      if (isMark(last, field)) for (const value of values) foreign.add(squash(value));
  }
  const parent = segments.at(-2);
  const isStatus = statusNames.test(last);
  const isSuccess = successNames.test(last);
  const hasSource = sourceCode.length > 0 || sourceName.length > 0;
  const meaning: Omit<Meaning, 'isSilent'> = {
    own,
    isCode:
      !hasSource &&
      (own.length > 0 || isCodeName(last, parent, known) || (isCodeListName(last, known) && !strangers?.test(name))),
    isSourceOnly: hasSource,
    sourceName,
    sourceCode,
    reason,
    suggest,
    isProse,
    failed,
    fine,
    isStatus,
    isSuccess,
    isOutcome: isStatus || isSuccess || failed.size > 0 || fine.size > 0,
    outcomeOf: remembering((value) => fieldOutcome(value, { isStatus, isSuccess, failed, fine }, digits)),
    foreign,
    isProvider: providerNames.test(last),
    isElsewhere: segments.some((segment) => sets.some((set) => set.elsewhere.has(segment))),
    isStranger: sets.some((set) => set.strangerFields.has(last)),
    text: opaqueNames.test(last) ? 'opaque' : messageNames.test(last) ? 'message' : 'other',
    isMessageId: isMessageId(segments, known),
    isRecipient: recipients.test(last) && parent !== 'message' && !segments.includes('sender'),
    isTime: times.test(last),
    isCount: counts.test(last),
    pair: pairNames.test(last) ? 'name' : pairValues.test(last) ? 'value' : undefined,
    isWrapper: wrappers.test(name),
  };
  return { ...meaning, isSilent: isSilent(meaning) };
}

/** What is known of all sets together. */
interface Known extends Names {
  readonly sets: readonly SetWords[];
  /** Words of other vendors. */
  readonly strangers: RegExp | undefined;
  readonly digits: CodeDigits;
}

/** Of many of them one number says how many there were: {"failures": 4720} */
export function isTally(meaning: Meaning, value: string): boolean {
  return meaning.isCount && /^\d+$/.test(value);
}

function isSilent(meaning: Omit<Meaning, 'isSilent'>): boolean {
  return !isJudged(meaning) && !isKept(meaning);
}

/** What stands in the field enters a judgement. */
export function isJudged(meaning: Omit<Meaning, 'isSilent'>): boolean {
  return (
    meaning.isCode ||
    meaning.isSourceOnly ||
    meaning.isOutcome ||
    meaning.isStranger ||
    meaning.isProvider ||
    meaning.foreign.size > 0 ||
    meaning.reason.length > 0 ||
    meaning.suggest.length > 0
  );
}

/** What stands in the field is told of the message. */
export function isKept(meaning: Omit<Meaning, 'isSilent'>): boolean {
  return meaning.isMessageId || meaning.isRecipient || meaning.isTime;
}

function union(set: Set<string> | undefined, values: readonly string[]): Set<string> {
  const all = set ?? new Set<string>();
  for (const value of values) all.add(squash(value));
  return all;
}
