import type { DecoderCode, DecoderSet } from '#catalog';
import { generalQualifiers } from './field-names.ts';
import { squash, wordPattern } from './spelling.ts';

/** One code set with its patterns compiled. */
export class SetWords {
  readonly id: string;
  readonly data: DecoderSet;
  /** Squashed words that may stand in front of a field name without changing what it means. */
  readonly qualifiers: ReadonlySet<string>;
  readonly elsewhere: ReadonlySet<string>;
  readonly strangerFields: ReadonlySet<string>;
  readonly provider: RegExp | undefined;
  readonly everyday: ReadonlySet<string>;
  readonly ambiguous: ReadonlySet<string>;
  readonly #shape: RegExp;
  readonly #codes: ReadonlyMap<string, DecoderCode>;
  readonly #families: readonly { readonly id: string; readonly pattern: RegExp }[];

  constructor(data: DecoderSet) {
    this.id = data.id;
    this.data = data;
    this.#shape = safePattern(`^(?:${data.shape})$`) ?? /^$/;
    this.#codes = new Map(data.codes.map((code) => [code.code.toLowerCase(), code]));
    const { recognise } = data;
    this.qualifiers = new Set([...recognise.provider.map(squash), ...generalQualifiers]);
    this.elsewhere = new Set(recognise.elsewhere.map(squash));
    this.strangerFields = new Set(recognise.strangerFields.map(squash));
    this.provider = wordPattern(recognise.provider);
    this.everyday = new Set(recognise.everyday.map(squash));
    this.ambiguous = new Set(recognise.ambiguous);
    this.#families = data.families
      .filter((family) => /^\d+x+$/.test(family))
      .map((id) => ({ id, pattern: new RegExp(`^${id.replace(/x/g, '[\\dx]')}$`) }))
      .toSorted((a, b) => digitsOf(a.id) - digitsOf(b.id));
  }

  hasShape(code: string): boolean {
    return this.#shape.test(code);
  }

  lists(code: string): boolean {
    return this.#codes.has(code.toLowerCase());
  }

  /** The code as the catalog spells it. */
  canonical(code: string): string {
    return this.#codes.get(code.toLowerCase())?.code ?? code;
  }

  /** From broad to narrow. */
  familiesOf(code: string): readonly string[] {
    return this.#families.filter((family) => family.pattern.test(code)).map((family) => family.id);
  }

  /** Whether the words of the code's name or title stand in the text. */
  isNamedIn(code: string, text: string): boolean {
    const entry = this.#codes.get(code.toLowerCase());
    if (!entry) return false;
    const squashed = squash(text);
    return [entry.name, entry.title, ...entry.aliases].some(
      (name) => name !== undefined && name.length > 5 && squashed.includes(squash(name)),
    );
  }
}

function safePattern(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'i');
  } catch {
    return undefined;
  }
}

function digitsOf(pattern: string): number {
  return pattern.replace(/x/g, '').length;
}
