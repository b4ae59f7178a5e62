import type { CodeDigits } from './code-digits.ts';
import { FineReader } from './fine-reader.ts';
import { GistReader } from './gist-reader.ts';
import { Fields, type Said } from './line-fields.ts';
import type { Vocabulary } from './vocabulary.ts';

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
  readonly #digits: CodeDigits;
  readonly #isCountOnly: boolean;

  /** `isCountOnly`: how many messages did not fail is all that is asked of them. */
  constructor(vocabulary: Vocabulary, { isCountOnly = false } = {}) {
    this.#root = new Fields(vocabulary, vocabulary.root);
    this.#digits = vocabulary.digits;
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
    return this.#readFine(value, line, end) ?? this.#readTelling(value, line);
  }

  #readFine(value: unknown, line: string, end: number): JsonLine | undefined {
    const reader = new FineReader(this.#isCountOnly);
    if (!reader.readTop(value, this.#root) || reader.messages === 0) return undefined;
    // Where the parsed value is as long as the line, nothing was dropped. Counting keys takes longer than all the rest.
    if (reader.length !== end && reader.keys !== keysIn(line)) return undefined;
    const { messages, whole } = reader;
    if (this.#isCountOnly) return { kind: 'fine', messages, only: undefined };
    const only = whole && { ...messageOf(whole), start: line.indexOf('{'), end: line.lastIndexOf('}') + 1 };
    return { kind: 'fine', messages, only };
  }

  #readTelling(value: unknown, line: string): JsonLine | undefined {
    const reader = new GistReader(this.#digits);
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
