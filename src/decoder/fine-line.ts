import { openLayers } from './layers.ts';
import { MappedText } from './mapped-text.ts';
import { isOpenable, isWordsOfPeople } from './records.ts';
import { isNoCode, squash, type Meaning, type Scope, type Vocabulary } from './vocabulary.ts';

/** What a line of messages that did not fail says. */
export interface FineLine {
  /** Messages in it. */
  readonly messages: number;
  /** The one message of a line that has just one. Bounds count from the beginning of the line. */
  readonly only: FineMessage | undefined;
}

export interface FineMessage {
  readonly start: number;
  readonly end: number;
  readonly recipient: string | undefined;
  readonly messageId: string | undefined;
  readonly time: string | undefined;
}

/**
 * Recognises the lines that nearly all of a large log consists of: JSON that tells of messages that did not fail and of
 * nothing else. The built-in JSON parser is many times faster than the scanner, but drops repeated keys, long numbers
 * and positions. So it is trusted only with lines in which nothing at all could make the judgement another one, and
 * never with a finding. Whatever is read here, the scanner would have read in the same way.
 */
export class FineLines {
  readonly #root: Fields;

  constructor(vocabulary: Vocabulary) {
    this.#root = new Fields(vocabulary, vocabulary.root);
  }

  /** What the line says if it is plainly fine; undefined for a line that the scanner must read. Without its line break. */
  read(line: string): FineLine | undefined {
    const first = line.charCodeAt(0);
    if (first !== openBrace && first !== openBracket) return undefined;
    let end = line.length;
    while (end > 1 && line.charCodeAt(end - 1) <= 32) end -= 1;
    if (line.charCodeAt(end - 1) !== (first === openBrace ? closeBrace : closeBracket)) return undefined;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return undefined;
    }
    const reader = new LineReader();
    if (!reader.readTop(value, this.#root) || reader.messages === 0 || reader.keys !== keysIn(line)) return undefined;
    const { messages, whole } = reader;
    return {
      messages,
      only: whole && {
        start: line.indexOf('{'),
        end: line.lastIndexOf('}') + 1,
        recipient: whole.recipient,
        messageId: whole.messageId,
        time: whole.time,
      },
    };
  }
}

const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** Keys that are written in the line; more than were parsed if one of them comes again, and if a text holds keys. */
function keysIn(line: string): number {
  let keys = 0;
  for (let at = line.indexOf('":'); at >= 0; at = line.indexOf('":', at + 2)) keys += 1;
  return keys;
}

/** What one record says so far. */
interface Said {
  isFine: boolean;
  /** Of a record inside of it one was counted. */
  isCounted: boolean;
  recipient: string | undefined;
  messageId: string | undefined;
  time: string | undefined;
}

const nothingSaid = (): Said => ({
  isFine: false,
  isCounted: false,
  recipient: undefined,
  messageId: undefined,
  time: undefined,
});

/** Reads one parsed line. Each method is false as soon as only the scanner can know. */
class LineReader {
  messages = 0;
  keys = 0;
  /** The line as one record, where it is one. */
  whole: Said | undefined;

  readTop(value: unknown, fields: Fields): boolean {
    const elements: unknown[] = Array.isArray(value) ? value : [value];
    const around = nothingSaid();
    for (const element of elements) if (!this.#readElement(element, fields, around, 0)) return false;
    if (elements.length > 1 || this.messages > 1) this.whole = undefined;
    return true;
  }

  /** An object without a name is a record of its own if it has a status; else it is part of the one around it. */
  #readElement(value: unknown, fields: Fields, around: Said, depth: number): boolean {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const said = nothingSaid();
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
    around.recipient ??= said.recipient;
    around.messageId ??= said.messageId;
    around.time ??= said.time;
    return true;
  }

  #readObject(object: Record<string, unknown>, fields: Fields, said: Said, depth: number): boolean {
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

  #readContainer(value: object, key: string, field: Field, fields: Fields, said: Said, depth: number): boolean {
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

/** Deeper ones are left to the scanner, which has no limit of its own in the engine's stack. */
const maxDepth = 20;

/** The names of one container and what they say, looked up once. */
class Fields {
  readonly #vocabulary: Vocabulary;
  readonly #scope: Scope;
  readonly #known = new Map<string, Field>();
  readonly #inner = new Map<string, Fields>();
  /** It is called by the name of another vendor. */
  readonly isOther: boolean;

  constructor(vocabulary: Vocabulary, scope: Scope, name = '') {
    this.#vocabulary = vocabulary;
    this.#scope = scope;
    this.isOther = vocabulary.vendorsIn(name).isStranger;
  }

  field(name: string): Field {
    let field = this.#known.get(name);
    if (!field) {
      field = fieldOf(name, this.#scope.field(name), this.#vocabulary);
      if (this.#known.size < maxNames) this.#known.set(name, field);
    }
    return field;
  }

  inside(name: string): Fields {
    let fields = this.#inner.get(name);
    if (!fields) {
      fields = new Fields(this.#vocabulary, this.#scope.inside(name), name);
      if (this.#inner.size < maxNames) this.#inner.set(name, fields);
    }
    return fields;
  }
}

/** A line can hold any number of names; the ones met first are the ones that come back. */
const maxNames = 200;

interface Field {
  readonly meaning: Meaning;
  /** The name alone is reason enough to leave the line to the scanner. */
  readonly isOther: boolean;
  /** Only a long text can say something here. */
  readonly isSilent: boolean;
  readonly isOpened: boolean;
  /** A value that says something which only the whole judgement can weigh. */
  readonly isWeighty: (value: string) => boolean;
}

function fieldOf(name: string, meaning: Meaning, vocabulary: Vocabulary): Field {
  const isVendor = squash(name) === 'vendor';
  return {
    meaning,
    isOther: meaning.isStranger || meaning.isWrapper || !plainName.test(name),
    isSilent: meaning.isSilent,
    isOpened: meaning.text !== 'opaque' && !isWordsOfPeople(meaning),
    isWeighty: (value) =>
      (meaning.isProvider && (vocabulary.vendorsIn(value).isStranger || (isVendor && value !== ''))) ||
      (meaning.foreign.size > 0 && meaning.foreign.has(squash(value))),
  };
}

/** No other characters, which are folded before they are read, and no number, which may be a code. */
const plainName = /^(?!\d{4,5}$)[\x20-\x7e]{1,200}$/;

/** Nothing of the value enters a judgement. Nearly all values are settled here. */
function isIdle(field: Field, value: unknown): boolean {
  return field.isSilent && (typeof value !== 'string' || value.length < 16 || !field.isOpened);
}

/** False if the value could make the message a failed one, or needs the scanner to be understood. */
function readScalar({ meaning, isOpened, isWeighty }: Field, value: unknown, said: Said): boolean {
  const text = typeof value === 'string' ? value : String(value);
  if (meaning.isCode && !isNoCode(text)) return false;
  if (text.length <= 60) {
    if (meaning.isOutcome) {
      const outcome = meaning.outcomeOf(text)?.outcome;
      if (outcome === 'failed' || (outcome === undefined && foldable.test(text))) return false;
      if (outcome === 'fine') said.isFine = true;
    }
    if ((meaning.isProvider || meaning.foreign.size > 0) && isWeighty(text)) return false;
    if (meaning.isRecipient || meaning.isMessageId || meaning.isTime) {
      if (foldable.test(text) || (typeof value === 'number' && !Number.isSafeInteger(value))) return false;
      if (meaning.isRecipient) said.recipient ??= text;
      if (meaning.isMessageId) said.messageId ??= text;
      if (meaning.isTime) said.time ??= text;
    }
  }
  return !(isOpened && text.length >= 16 && mayBeOpened(text));
}

/** Something may be wrapped in the text: a record in its own right. */
function mayBeOpened(text: string): boolean {
  return foldable.test(text) || (isOpenable(text) && openLayers(MappedText.of(text)) !== undefined);
}

/** Characters that are folded before anything is read. */
const foldable = /[^\x20-\x7e]|&/;
