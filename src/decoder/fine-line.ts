import type { Reading } from './reading.ts';
import type { Meaning, Scope, Vocabulary } from './vocabulary.ts';

/** What a plainly fine record says of itself. */
export interface FineRecord {
  readonly recipient?: string | undefined;
  readonly messageId?: string | undefined;
  readonly time?: string | undefined;
}

/**
 * Skips records of messages that did not fail, which are nearly all lines of a large log. The built-in JSON
 * parser is several times faster than the scanner, but drops repeated keys, long numbers and positions, so it
 * is trusted only with a line in which nothing speaks of a failure. The answer is the one the scanner gives.
 */
export class FineLines {
  readonly #root: Scope;
  /** `"type":"message-delivered"`: text that shows that a message did not fail, met last first. */
  readonly #marks: string[];

  constructor(vocabulary: Vocabulary) {
    this.#root = vocabulary.root;
    this.#marks = [
      ...new Set(
        vocabulary.sets.flatMap(({ data }) =>
          Object.entries(data.recognise.fine).flatMap(([field, values]) =>
            values.flatMap((value) => [`"${field}":"${value}"`, `"${field}": "${value}"`]),
          ),
        ),
      ),
    ];
  }

  /**
   * Whether nothing in the line can be a failure: it has a mark of a fine message, and no code field, no word of
   * a failure, no list of records and no escaped text in which one could hide. Much cheaper than reading it.
   */
  isPlain(text: string, start: number, end: number): boolean {
    const line = text.slice(start, end);
    if (mayTellOfFailure.test(line)) return false;
    const at = this.#marks.findIndex((mark) => line.includes(mark));
    if (at < 0 || !/\}\s*$/.test(line.slice(-10))) return false;
    if (at > 0) this.#marks.unshift(...this.#marks.splice(at, 1));
    return true;
  }

  /** The record between `start` and `end` if it is one object of a message that did not fail. */
  read(text: string, start: number, end: number): FineRecord | undefined {
    let last = end - 1;
    while (last > start && text.charCodeAt(last) <= 32) last--;
    if (text.charCodeAt(start) !== 0x7b || text.charCodeAt(last) !== 0x7d) return undefined;
    const line = text.slice(start, last + 1);
    if (speaksOfFailure.test(line)) return undefined;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return undefined;
    }
    const found: Found = { isFine: false, isOther: false, recipient: undefined, messageId: undefined, time: undefined };
    walk(value as Record<string, unknown>, this.#root, found);
    if (!found.isFine || found.isOther) return undefined;
    return found;
  }
}

function walk(object: Record<string, unknown>, scope: Scope, found: Found, depth = 0): void {
  for (const key in object) {
    const value = object[key];
    const says = scope.field(key);
    if (typeof value === 'string') {
      if (says.isOutcome) {
        const said = says.outcomeOf(value);
        if (said?.outcome === 'failed') found.isOther = true;
        else if (said && (scope.isRoot || said.isDistinct)) found.isFine = true;
      }
      if ((says.isCode || isDecisive(says)) && value !== '' && value !== '0') found.isOther = true;
      // What a program says may hold another record.
      if (
        says.text !== 'opaque' &&
        !says.isProse &&
        value.length >= 16 &&
        (value.length >= 64 || value.includes('{') || value.includes('%') || value.includes('='))
      )
        found.isOther = true;
      if (says.isRecipient) found.recipient ??= value;
      if (says.isMessageId) found.messageId ??= value;
      if (says.isTime) found.time ??= value;
    } else if (typeof value === 'object' && value !== null) {
      // Lists of records and deep nesting are the scanner's.
      if (depth > 3 || isDecisive(says)) found.isOther = true;
      else if (!Array.isArray(value)) walk(value as Record<string, unknown>, scope.inside(key), found, depth + 1);
      else if (
        says.isCode ||
        value.some((item) => typeof item === 'object' || (typeof item === 'string' && item.length >= 64))
      )
        found.isOther = true;
      else if (says.isRecipient && typeof value[0] === 'string') found.recipient ??= value[0];
    } else if (isDecisive(says) || (says.isCode && value !== null && value !== 0)) {
      found.isOther = true;
    }
    if (found.isOther) return;
  }
}

/** The field can change the judgement in a way that only the full reading knows. */
function isDecisive(says: Meaning): boolean {
  return says.isSuccess || says.foreign.size > 0 || says.isStranger || says.isElsewhere;
}

const mayTellOfFailure = /\\["u\\]|err|fail|undeliv|reject|bounce|expired|code"|platform|\[\{|success|sid"/i;
const speaksOfFailure = /fail|undeliver|reject|bounce|expired/i;

interface Found {
  isFine: boolean;
  isOther: boolean;
  recipient: string | undefined;
  messageId: string | undefined;
  time: string | undefined;
}

/** Counts a fine record as the scanner would. */
export function noteFine(record: FineRecord, start: number, end: number, reading: Reading): void {
  reading.ledger.seeOther();
  const { recipient, messageId, time } = record;
  reading.ledger.addFine(() => ({
    outcome: 'fine',
    codes: [],
    sources: [],
    ...(recipient !== undefined && { recipient }),
    ...(messageId !== undefined && { messageId }),
    ...(time !== undefined && { time }),
    start,
    end,
    line: reading.lineOf(start),
  }));
}
