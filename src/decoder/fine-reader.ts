import {
  absorb,
  type Field,
  type Fields,
  foldable,
  isIdle,
  keep,
  longestWord,
  maxDepth,
  mayBeOpened,
  type Said,
} from './line-fields.ts';
import { isNoCode } from './outcomes.ts';
import { remembering } from './spelling.ts';

/** What one record tells so far. */
interface Told extends Said {
  isFine: boolean;
  /** Of a record inside of it one was counted. */
  isCounted: boolean;
}

const nothingTold = (): Told => ({
  isFine: false,
  isCounted: false,
  recipient: undefined,
  messageId: undefined,
  time: undefined,
});

/** Reads a line in which nothing may be a failure. Each method is false as soon as something could be. */
export class FineReader {
  messages = 0;
  keys = 0;
  /** Of the shortest JSON that says what was read, in characters; NaN where that is not known. */
  length = 0;
  /** The line as one record, where it is one. */
  whole: Told | undefined;
  /** Nobody asks whom a message was for that did not fail. */
  readonly #isCountOnly: boolean;

  constructor(isCountOnly: boolean) {
    this.#isCountOnly = isCountOnly;
  }

  readTop(value: unknown, fields: Fields): boolean {
    const elements: unknown[] = Array.isArray(value) ? value : [value];
    const around = nothingTold();
    if (Array.isArray(value)) this.length += lengthOfList(value);
    for (const element of elements) if (!this.#readElement(element, fields, around, 0)) return false;
    if (elements.length > 1 || this.messages > 1) this.whole = undefined;
    return true;
  }

  /** An object without a name is a record of its own if it has a status; else it is part of the one around it. */
  #readElement(value: unknown, fields: Fields, around: Told, depth: number): boolean {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const said = nothingTold();
    if (!this.#readObject(value as Record<string, unknown>, fields, said, depth)) return false;
    if (said.isFine) {
      if (!said.isCounted) {
        this.messages += 1;
        if (depth === 0) this.whole = said;
      }
      around.isCounted = true;
      return true;
    }
    around.isCounted ||= said.isCounted;
    absorb(around, said);
    return true;
  }

  #readObject(object: Record<string, unknown>, fields: Fields, said: Told, depth: number): boolean {
    let isPair = false;
    let hasPairValue = false;
    // A brace and a comma of each entry, or the two braces.
    let length = 1;
    let keys = 0;
    for (const key in object) {
      length += key.length + keyMarks;
      const field = fields.fieldAt(keys, key);
      keys += 1;
      if (field.isOther) return false;
      const value = object[key];
      if (typeof value === 'object' && value !== null) {
        if (!this.#readContainer(value, key, field, fields, said, depth)) return false;
      } else {
        if (!isIdle(field, value) && !this.#readScalar(field, value, said)) return false;
        length += lengthOfScalar(value);
        if (field.meaning.pair === 'name') isPair = true;
        else if (field.meaning.pair === 'value') hasPairValue = true;
      }
    }
    this.length += Math.max(2, length);
    this.keys += keys;
    return !(isPair && hasPairValue);
  }

  #readContainer(value: object, key: string, field: Field, fields: Fields, said: Told, depth: number): boolean {
    if (depth >= maxDepth) return false;
    const inside = fields.inside(key);
    if (inside.isOther) return false;
    if (!Array.isArray(value)) return this.#readObject(value as Record<string, unknown>, inside, said, depth + 1);
    this.length += lengthOfList(value);
    for (const item of value as unknown[]) {
      if (typeof item === 'object' && item !== null) {
        if (!this.#readElement(item, inside, said, depth + 1)) return false;
      } else {
        if (!isIdle(field, item) && !this.#readScalar(field, item, said)) return false;
        this.length += lengthOfScalar(item);
      }
    }
    return true;
  }

  /** False if the value could make the message a failed one, or needs the scanner to be understood. */
  #readScalar({ meaning, isOpened, isWeighty }: Field, value: unknown, said: Told): boolean {
    const text = typeof value === 'string' ? value : String(value);
    if (meaning.isCode && !isNoCode(text)) return false;
    if (text.length <= longestWord) {
      if (meaning.isOutcome) {
        const outcome = meaning.outcomeOf(text)?.outcome;
        if (outcome === 'failed' || (outcome === undefined && foldable.test(text))) return false;
        if (outcome === 'fine') said.isFine = true;
      }
      if ((meaning.isProvider || meaning.foreign.size > 0) && isWeighty(text)) return false;
      if (!this.#isCountOnly && !keep(said, meaning, value, text)) return false;
    }
    if (!isOpened || text.length < 16) return true;
    return !(meaning.isOutcome ? mayWordBeOpened(text) : mayBeOpened(text));
  }
}

/** Quotes and colon of a key, and the comma behind its value. */
const keyMarks = 4;

/** Brackets and commas. */
const lengthOfList = ({ length }: readonly unknown[]): number => Math.max(2, length + 1);

/** Of the shortest JSON of a value without parts; NaN where a number may be written shorter than it is printed. */
function lengthOfScalar(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  // 1000 may stand there as 1e3.
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && (value % 1000 !== 0 || value === 0) ? String(value).length : NaN;
  return value === false ? 5 : 4;
}

/** A log has few different words for what became of a message. */
const mayWordBeOpened = remembering(mayBeOpened);
