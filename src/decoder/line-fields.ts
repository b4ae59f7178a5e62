/** What the fields of a parsed line say, by the rules of the scanner. */
import { codePattern } from './code-digits.ts';
import { isWordsOfPeople } from './fields.ts';
import { isWrapped, openLayers } from './layers.ts';
import { MappedText } from './mapped-text.ts';
import { isJudged, isKept, type Meaning } from './meaning.ts';
import { squash } from './spelling.ts';
import type { Scope, Vocabulary } from './vocabulary.ts';

/** Whom a record is about. */
export interface Said {
  recipient: string | undefined;
  messageId: string | undefined;
  time: string | undefined;
}

export const nothingSaid = (): Said => ({ recipient: undefined, messageId: undefined, time: undefined });

/** Takes over what an inner container says, where nothing was said before. */
export function absorb(said: Said, inner: Said): void {
  said.recipient ??= inner.recipient;
  said.messageId ??= inner.messageId;
  said.time ??= inner.time;
}

/** Longer values are no status and no name. */
export const longestWord = 60;

/** Deeper containers are left to the scanner, which has no limit of its own in the engine's stack. */
export const maxDepth = 20;

/** The names of one container and what they say, looked up once. */
export class Fields {
  readonly #vocabulary: Vocabulary;
  readonly #scope: Scope;
  readonly #known = new Map<string, Field>();
  readonly #places: Field[] = [];
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

  /** As `field`, of the name at this place in its container: the lines of a log have theirs in the same order. */
  fieldAt(place: number, name: string): Field {
    const last = this.#places[place];
    if (last?.name === name) return last;
    const field = this.field(name);
    if (place < maxNames) this.#places[place] = field;
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

export interface Field {
  readonly name: string;
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
    name,
    meaning,
    isOther: meaning.isStranger || meaning.isWrapper || !plainName(vocabulary.digits).test(name),
    isSilent: meaning.isSilent && !meaning.isCount,
    isOpened: meaning.text !== 'opaque' && !isWordsOfPeople(meaning),
    isKeptOnly: isKept(meaning) && !isJudged(meaning),
    isWeighty: (value) =>
      (meaning.isProvider && (vocabulary.vendorsIn(value).isStranger || (isVendor && value !== ''))) ||
      (meaning.foreign.size > 0 && meaning.foreign.has(squash(value))),
  };
}

/** No other characters, which are folded before they are read, and no number, which may be a code. */
const plainName = codePattern(/^(?!CODE$)[\x20-\x7e]{1,200}$/);

/** Nothing of the value enters a judgement. Nearly all values are settled here. */
export function isIdle(field: Field, value: unknown): boolean {
  return field.isSilent && (typeof value !== 'string' || value.length < 16 || !field.isOpened);
}

/** Keeps what the result says of the message. False if the scanner would spell it otherwise. */
export function keep(said: Said, meaning: Meaning, value: unknown, text: string): boolean {
  if (!isKept(meaning)) return true;
  if (foldable.test(text) || (typeof value === 'number' && !Number.isSafeInteger(value))) return false;
  if (text === '') return true;
  if (meaning.isRecipient) said.recipient ??= text;
  if (meaning.isMessageId) said.messageId ??= text;
  if (meaning.isTime) said.time ??= text;
  return true;
}

/** Something may be wrapped in the text: a record in its own right. Long texts are many, so that one look must do for most. */
export function mayBeOpened(text: string): boolean {
  if (!unusual.test(text) && !isWrapped(text)) return false;
  return foldable.test(text) || openLayers(MappedText.of(text)) !== undefined;
}

/** Characters that are folded before anything is read. */
export const foldable = /[^\x20-\x7e]|&/;

/** Those, and what a structure needs. One class of characters, so that a text is walked through once: no % & < = { */
const unusual = /[^\x20-\x24\x27-\x3b\x3e-\x7a\x7c-\x7e]/;
