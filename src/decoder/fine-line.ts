import type { Reading } from './reading.ts';
import { outcomeOf, squash, type Vocabulary } from './vocabulary.ts';

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
  readonly #vocabulary: Vocabulary;
  readonly #suspicious: RegExp;
  readonly #root: Scope;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.#root = new Scope([], vocabulary);
    const words = vocabulary.sets.flatMap(set => Object.values(set.data.recognise.failure).flat()).map(word => word.replace(/[^A-Za-z0-9]+/g, '[^a-z0-9]?'));
    // Escaped quotes, markup, percent signs and long runs of letters may hold another record.
    this.#suspicious = new RegExp(`\\\\["u\\\\]|<[a-z]|%7b|[A-Za-z0-9+/_-]{64}|fail|reject|bounce|undeliver|${[...new Set(words)].join('|')}`, 'i');
  }

  /** The record between `start` and `end` if it is one object of a message that did not fail. */
  read(text: string, start: number, end: number): FineRecord | undefined {
    let last = end - 1;
    while (last > start && text.charCodeAt(last) <= 32) last--;
    if (text.charCodeAt(start) !== 0x7b || text.charCodeAt(last) !== 0x7d) return undefined;
    const line = text.slice(start, last + 1);
    if (this.#suspicious.test(line)) return undefined;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return undefined;
    }
    const found: Found = { isFine: false, isOther: false, recipient: undefined, messageId: undefined, time: undefined };
    this.#walk(value as Record<string, unknown>, this.#root, found);
    return found.isFine && !found.isOther ? found : undefined;
  }

  #walk(object: Record<string, unknown>, scope: Scope, found: Found): void {
    for (const key in object) {
      const value = object[key];
      if (typeof value === 'object' && value !== null) {
        const inner = scope.inside(key);
        // Lists of records and deep nesting are the scanner's.
        if (inner === undefined || (Array.isArray(value) && value.some(item => typeof item === 'object'))) found.isOther = true;
        else if (!Array.isArray(value)) this.#walk(value as Record<string, unknown>, inner, found);
        else if (inner.holdsCode) found.isOther = true;
        if (found.isOther) return;
        continue;
      }
      const says = scope.field(key);
      if (says === undefined) continue;
      if (says.isCode && value !== null && value !== 0 && value !== '' && value !== '0') found.isOther = true;
      if (says.isOther && typeof value === 'boolean') found.isOther = true;
      if (typeof value !== 'string') continue;
      if (says.isStatus) {
        const plain = squash(value);
        if (says.fine.has(plain)) found.isFine = true;
        else if (outcomeOf(value) === 'failed') found.isOther = true;
        else if (this.#vocabulary.outcomeOf(value) !== undefined || outcomeOf(value) !== undefined) found.isFine ||= scope === this.#root;
      }
      if (says.isOther && value !== '') found.isOther = true;
      if (says.isRecipient) found.recipient ??= value;
      if (says.isMessageId) found.messageId ??= value;
      if (says.isTime) found.time ??= value;
    }
  }
}

interface Found {
  isFine: boolean;
  isOther: boolean;
  recipient: string | undefined;
  messageId: string | undefined;
  time: string | undefined;
}

interface Says {
  readonly isCode: boolean;
  readonly isStatus: boolean;
  readonly fine: ReadonlySet<string>;
  /** The field can change the judgement in a way that only the full reading knows. */
  readonly isOther: boolean;
  readonly isRecipient: boolean;
  readonly isMessageId: boolean;
  readonly isTime: boolean;
}

/** Fields of one container, looked up once for each name. */
class Scope {
  readonly #path: readonly string[];
  readonly #vocabulary: Vocabulary;
  readonly #fields = new Map<string, Says | undefined>();
  readonly #scopes = new Map<string, Scope>();

  constructor(path: readonly string[], vocabulary: Vocabulary) {
    this.#path = path;
    this.#vocabulary = vocabulary;
  }

  get holdsCode(): boolean {
    const name = this.#path.at(-1);
    return name !== undefined && this.#vocabulary.meaning(this.#path.slice(0, -1), name).isCode;
  }

  inside(name: string): Scope | undefined {
    let scope = this.#scopes.get(name);
    if (!scope) {
      if (this.#path.length >= 4 || this.#scopes.size >= 200) return undefined;
      scope = new Scope([...this.#path, name], this.#vocabulary);
      this.#scopes.set(name, scope);
    }
    return scope;
  }

  field(name: string): Says | undefined {
    if (this.#fields.has(name)) return this.#fields.get(name);
    const meaning = this.#vocabulary.meaning(this.#path.slice(-3), name);
    const fine = new Set([...meaning.fine.values()].flatMap(values => [...values]));
    const isStatus = meaning.isStatus || fine.size > 0 || meaning.failed.size > 0;
    const isOther = meaning.isSuccess || meaning.foreign.size > 0 || meaning.isStranger || meaning.isElsewhere;
    const says: Says | undefined =
      meaning.isCode || isStatus || isOther || meaning.isRecipient || meaning.isMessageId || meaning.isTime
        ? { isCode: meaning.isCode, isStatus, fine, isOther, isRecipient: meaning.isRecipient, isMessageId: meaning.isMessageId, isTime: meaning.isTime }
        : undefined;
    if (this.#fields.size < 500) this.#fields.set(name, says);
    return says;
  }
}

/** Counts a fine record as the scanner would. */
export function noteFine(record: FineRecord, start: number, end: number, reading: Reading): void {
  reading.ledger.seeOther();
  reading.ledger.addEvent({ outcome: 'fine', codes: [], sources: [], ...record, start, end, line: reading.lineOf(start) }, [], 1);
}
