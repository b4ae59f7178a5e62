import { openLayers } from './layers.ts';
import { MappedText } from './mapped-text.ts';
import { isWordsOfPeople, openable } from './records.ts';
import {
  isJudged,
  isKept,
  isNoCode,
  remembering,
  squash,
  type Meaning,
  type Scope,
  type Vocabulary,
} from './vocabulary.ts';

/** A line of JSON, as far as it can be known without the scanner. */
export type JsonLine =
  /** Messages that did not fail, and nothing else. `only` is the one of a line that has just one. */
  | { readonly kind: 'fine'; readonly messages: number; readonly only: (LineMessage & Bounds) | undefined }
  /**
   * One record that has more to say. Lines with the same gist are judged alike: it has everything that enters a
   * judgement.
   */
  | { readonly kind: 'telling'; readonly gist: string; readonly message: LineMessage };

/** Of whom a line tells. */
export interface LineMessage {
  readonly recipient?: string;
  readonly messageId?: string;
  readonly time?: string;
}

/** Counted from the beginning of the line. */
interface Bounds {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the lines that a large log consists of, with the built-in JSON parser. It is many times faster than the scanner,
 * but drops repeated keys, long numbers and positions. So it never finds anything: it recognises lines in which nothing
 * at all could be a failure, and tells of others only whether they say the same as a line that the scanner has read.
 */
export class JsonLines {
  readonly #root: Fields;
  readonly #isCountOnly: boolean;

  /** `isCountOnly`: how many messages did not fail is all that is asked of them. */
  constructor(vocabulary: Vocabulary, { isCountOnly = false } = {}) {
    this.#root = new Fields(vocabulary, vocabulary.root);
    this.#isCountOnly = isCountOnly;
  }

  /** The line, without its line break; undefined for one that only the scanner understands. */
  read(line: string): JsonLine | undefined {
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
    return this.#readFine(value, line) ?? this.#readTelling(value, line);
  }

  #readFine(value: unknown, line: string): JsonLine | undefined {
    const reader = new FineReader();
    if (!reader.readTop(value, this.#root) || reader.messages === 0 || reader.keys !== keysIn(line)) return undefined;
    const { messages, whole } = reader;
    if (this.#isCountOnly) return { kind: 'fine', messages, only: undefined };
    const only = whole && { ...messageOf(whole), start: line.indexOf('{'), end: line.lastIndexOf('}') + 1 };
    return { kind: 'fine', messages, only };
  }

  #readTelling(value: unknown, line: string): JsonLine | undefined {
    const reader = new GistReader();
    if (!reader.readTop(value, this.#root) || reader.keys !== keysIn(line)) return undefined;
    return { kind: 'telling', gist: reader.gist, message: messageOf(reader.record) };
  }
}

function messageOf({ recipient, messageId, time }: Said): LineMessage {
  return {
    ...(recipient !== undefined && { recipient }),
    ...(messageId !== undefined && { messageId }),
    ...(time !== undefined && { time }),
  };
}

const quote = 0x22;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** Keys that are written in the line; more than were parsed if one of them comes again, and if a text holds keys. */
function keysIn(line: string): number {
  let keys = 0;
  // Colons are far fewer than quotes.
  for (let at = line.indexOf(':'); at >= 0; at = line.indexOf(':', at + 1))
    if (line.charCodeAt(at - 1) === quote) keys += 1;
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

/** Reads a line in which nothing may be a failure. Each method is false as soon as something could be. */
class FineReader {
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

/** What a container says that is not settled by itself. */
interface Part {
  readonly said: Said;
  hasStatus: boolean;
  hasCode: boolean;
}

const emptyPart = (): Part => ({ said: nothingSaid(), hasStatus: false, hasCode: false });

/** Gathers what enters the judgement of a line. Each method is false as soon as only the scanner can know. */
class GistReader {
  gist = '';
  keys = 0;
  /** Of the first container that has all that a record needs. */
  #record: Said | undefined;
  readonly #whole = emptyPart();

  readTop(value: unknown, fields: Fields): boolean {
    const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
    const [only, ...others] = elements;
    // A list stands around its record and moves it.
    if (Array.isArray(value)) this.gist = '[';
    if (others.length > 0 || typeof only !== 'object' || only === null || Array.isArray(only)) return false;
    const isRead = this.#readObject(only as Record<string, unknown>, fields, this.#whole, {
      depth: 0,
      isElement: true,
    });
    return isRead && this.gist.length <= longestGist;
  }

  get record(): Said {
    return this.#record ?? this.#whole.said;
  }

  #readObject(
    object: Record<string, unknown>,
    fields: Fields,
    around: Part,
    { depth, isElement }: { depth: number; isElement: boolean },
  ): boolean {
    const part = emptyPart();
    let isPair = false;
    let hasPairValue = false;
    for (const key in object) {
      this.keys += 1;
      const field = fields.field(key);
      if (field.isOther) return false;
      const value = object[key];
      if (typeof value === 'object' && value !== null) {
        this.gist += `${key}{`;
        if (!this.#readContainer(value, fields.inside(key), field, part, depth + 1)) return false;
        this.gist += '}';
      } else if (!this.#readScalar(key, field, value, part)) return false;
      if (field.meaning.pair === 'name') isPair = true;
      else if (field.meaning.pair === 'value') hasPairValue = true;
    }
    this.#close(part, around, isElement);
    return !(isPair && hasPairValue);
  }

  #readContainer(value: object, inside: Fields, field: Field, around: Part, depth: number): boolean {
    if (depth > maxDepth || inside.isOther) return false;
    if (!Array.isArray(value))
      return this.#readObject(value as Record<string, unknown>, inside, around, { depth, isElement: false });
    const part = emptyPart();
    for (const item of value as unknown[]) {
      if (Array.isArray(item)) return false;
      this.gist += ',';
      const isRead =
        typeof item === 'object' && item !== null
          ? this.#readObject(item as Record<string, unknown>, inside, part, { depth, isElement: true })
          : this.#readScalar('', field, item, part);
      if (!isRead) return false;
    }
    this.#close(part, around, false);
    return true;
  }

  /** As the scanner's records: a container with a code and a status is one, and so is an element with a status. */
  #close({ said, hasStatus, hasCode }: Part, around: Part, isElement: boolean): void {
    if (hasStatus && (hasCode || isElement)) {
      this.#record ??= said;
      return;
    }
    around.hasStatus ||= hasStatus;
    around.hasCode ||= hasCode;
    around.said.recipient ??= said.recipient;
    around.said.messageId ??= said.messageId;
    around.said.time ??= said.time;
  }

  #readScalar(key: string, field: Field, value: unknown, part: Part): boolean {
    if (isIdle(field, value)) return true;
    const { meaning } = field;
    const text = typeof value === 'string' ? value : String(value);
    if (foldable.test(text) || (field.isOpened && text.length >= 16 && mayBeOpened(text))) return false;
    if (field.isSilent) return true;
    const isShort = text.length <= longestWord;
    if (isShort && !keep(part.said, meaning, value, text)) return false;
    part.hasStatus ||= meaning.isOutcome && isShort && meaning.outcomeOf(text) !== undefined;
    part.hasCode ||= meaning.isCode && !isNoCode(text);
    // Each message has a number and a time of its own, which judge nothing.
    this.gist += `${key}\u0001${typeof value}\u0001${field.isKeptOnly && isShort ? '' : text}\u0001`;
    return true;
  }
}

/** Longer ones are as good as never repeated. */
const longestGist = 2000;
/** Longer values are no status and no name. */
const longestWord = 60;

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
  /** Whoever reads the result wants to know it, and nothing is judged by it. */
  readonly isKeptOnly: boolean;
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
    isKeptOnly: isKept(meaning) && !isJudged(meaning),
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

/** Keeps what the result says of the message. False if the scanner would spell it otherwise. */
function keep(said: Said, meaning: Meaning, value: unknown, text: string): boolean {
  if (!isKept(meaning)) return true;
  if (foldable.test(text) || (typeof value === 'number' && !Number.isSafeInteger(value))) return false;
  if (text === '') return true;
  if (meaning.isRecipient) said.recipient ??= text;
  if (meaning.isMessageId) said.messageId ??= text;
  if (meaning.isTime) said.time ??= text;
  return true;
}

/** Something may be wrapped in the text: a record in its own right. Long texts are many, so that one look must do for most. */
function mayBeOpened(text: string): boolean {
  if (!noteworthy.test(text)) return false;
  return foldable.test(text) || openLayers(MappedText.of(text)) !== undefined;
}

/** A log has few different words for what became of a message. */
const mayWordBeOpened = remembering(mayBeOpened);

/** Characters that are folded before anything is read. */
const foldable = /[^\x20-\x7e]|&/;
const noteworthy = new RegExp(`${foldable.source}|${openable.source}`, openable.flags);
