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
  /** The line as one record, where it is one. */
  whole: Told | undefined;

  readTop(value: unknown, fields: Fields): boolean {
    const elements: unknown[] = Array.isArray(value) ? value : [value];
    const around = nothingTold();
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
    for (const key in object) {
      this.keys += 1;
      const field = fields.field(key);
      if (field.isOther) return false;
      const value = object[key];
      if (typeof value === 'object' && value !== null) {
        if (!this.#readContainer(value, key, field, fields, said, depth)) return false;
      } else {
        if (!isIdle(field, value) && !readScalar(field, value, said)) return false;
        if (field.meaning.pair === 'name') isPair = true;
        else if (field.meaning.pair === 'value') hasPairValue = true;
      }
    }
    return !(isPair && hasPairValue);
  }

  #readContainer(value: object, key: string, field: Field, fields: Fields, said: Told, depth: number): boolean {
    if (depth >= maxDepth) return false;
    const inside = fields.inside(key);
    if (inside.isOther) return false;
    if (!Array.isArray(value)) return this.#readObject(value as Record<string, unknown>, inside, said, depth + 1);
    for (const item of value as unknown[]) {
      const isRead =
        typeof item === 'object' && item !== null
          ? this.#readElement(item, inside, said, depth + 1)
          : isIdle(field, item) || readScalar(field, item, said);
      if (!isRead) return false;
    }
    return true;
  }
}

/** False if the value could make the message a failed one, or needs the scanner to be understood. */
function readScalar({ meaning, isOpened, isWeighty }: Field, value: unknown, said: Told): boolean {
  const text = typeof value === 'string' ? value : String(value);
  if (meaning.isCode && !isNoCode(text)) return false;
  if (text.length <= longestWord) {
    if (meaning.isOutcome) {
      const outcome = meaning.outcomeOf(text)?.outcome;
      if (outcome === 'failed' || (outcome === undefined && foldable.test(text))) return false;
      if (outcome === 'fine') said.isFine = true;
    }
    if ((meaning.isProvider || meaning.foreign.size > 0) && isWeighty(text)) return false;
    if (!keep(said, meaning, value, text)) return false;
  }
  if (!isOpened || text.length < 16) return true;
  return !(meaning.isOutcome ? mayWordBeOpened(text) : mayBeOpened(text));
}

/** A log has few different words for what became of a message. */
const mayWordBeOpened = remembering(mayBeOpened);
