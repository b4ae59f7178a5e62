import type { CodeDigits } from './code-digits.ts';
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
  nothingSaid,
  type Said,
} from './line-fields.ts';
import { isTally } from './meaning.ts';
import { isNoCode, wordAndCode } from './outcomes.ts';

/** What a container says that is not settled by itself. */
interface Part {
  readonly said: Said;
  hasStatus: boolean;
  hasCode: boolean;
}

const emptyPart = (): Part => ({ said: nothingSaid(), hasStatus: false, hasCode: false });

/** Gathers what enters the judgement of a line. Each method is false as soon as only the scanner can know. */
export class GistReader {
  gist = '';
  keys = 0;
  /** Of the first container that has all that a record needs. */
  #record: Said | undefined;
  readonly #whole = emptyPart();
  readonly #wordAndCode: RegExp;

  constructor(digits: CodeDigits) {
    this.#wordAndCode = wordAndCode(digits);
  }

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
    absorb(around.said, said);
  }

  #readScalar(key: string, field: Field, value: unknown, part: Part): boolean {
    if (isIdle(field, value)) return true;
    const { meaning } = field;
    const text = typeof value === 'string' ? value : String(value);
    if (foldable.test(text) || (field.isOpened && text.length >= 16 && mayBeOpened(text))) return false;
    if (field.isSilent) return true;
    const isShort = text.length <= longestWord;
    if (isShort && !keep(part.said, meaning, value, text)) return false;
    if (meaning.isOutcome && this.#wordAndCode.test(text)) return false;
    part.hasStatus ||= meaning.isOutcome && isShort && meaning.outcomeOf(text) !== undefined;
    part.hasCode ||= meaning.isCode && !isNoCode(text) && !isTally(meaning, text);
    // Each message has a number and a time of its own, which judge nothing.
    this.gist += `${key}\u0001${typeof value}\u0001${field.isKeptOnly && isShort ? '' : text}\u0001`;
    return true;
  }
}

/** Longer ones are as good as never repeated. */
const longestGist = 2000;
