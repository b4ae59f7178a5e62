import type { DecoderData } from '#catalog';
import { CodeDigits } from './code-digits.ts';
import { nameIndex, type NamedCode, type NameIndex } from './code-name-index.ts';
import { meaningOf, type Meaning } from './meaning.ts';
import { SetWords } from './set-words.ts';
import { exceptionNames } from './source-code.ts';
import { remembering, squash, wholeWords, wordPattern } from './spelling.ts';

/**
 * The code sets, prepared for reading: which field says what, which word names which code, which digits
 * belong to whom. No vendor is named here; everything specific comes from the data. What is named here is
 * the language of the field in general: words such as `error code`, `status`, `delivered`.
 */
export class Vocabulary {
  readonly sets: readonly SetWords[];
  /** Sets that stand on their own; the others explain source codes inside these. */
  readonly mainSets: readonly SetWords[];
  /** Words of other vendors. */
  readonly strangers: RegExp | undefined;
  /** Squashed words that name a provider. */
  readonly providerWords: ReadonlySet<string>;
  /** Squashed names of the sources whose codes a set carries: a platform behind the provider. */
  readonly sourceNames: ReadonlySet<string>;
  /** Those names as words in a text. */
  readonly sources: RegExp | undefined;
  /** How many digits the codes of the main sets have. */
  readonly digits: CodeDigits;
  /** The end of an exception's name that is about messages. */
  readonly exceptionName: RegExp;
  readonly #failedWords: ReadonlySet<string>;
  readonly #fineWords: ReadonlySet<string>;
  readonly #names: NameIndex;
  /** Fields outside of any container. */
  readonly root: Scope;
  readonly #namesakes: {
    readonly index: number;
    readonly near: string;
    readonly from: number;
    readonly to: number;
    readonly width: number;
  }[];

  constructor(data: DecoderData) {
    this.sets = data.sets.map((set) => new SetWords(set));
    this.mainSets = this.sets.filter((set) => !set.data.carriedBy);
    this.providerWords = new Set(data.sets.flatMap((set) => set.recognise.provider.map(squash)));
    this.sourceNames = new Set(data.sets.flatMap((set) => (set.carriedBy ? squash(set.carriedBy.name) : [])));
    this.sources = wholeWords(data.sets.flatMap((set) => set.carriedBy?.name ?? []));
    this.digits = new CodeDigits(this.mainSets.map((set) => set.data));
    this.exceptionName = exceptionNames(this.providerWords);
    this.root = new Scope(this, []);
    this.#names = nameIndex(this.mainSets);
    this.#failedWords = new Set(data.sets.flatMap((set) => Object.values(set.recognise.failure).flat().map(squash)));
    this.#fineWords = new Set(data.sets.flatMap((set) => Object.values(set.recognise.fine).flat().map(squash)));
    const strangers = data.sets.flatMap((set) => set.recognise.strangers);
    this.strangers = wordPattern(strangers);
    this.#namesakes = data.namesakes.flatMap((namesake, index) =>
      namesake.numbers.map((number) => {
        const [from = number, to = from] = number.split(/[-–]/);
        return { index, near: namesake.near, from: Number(from), to: Number(to), width: from.trim().length };
      }),
    );
  }

  set(id: string): SetWords | undefined {
    return this.sets.find((set) => set.id === id);
  }

  /** Whom a text names. */
  vendorsIn(text: string): NamedVendors {
    return text.length <= maxName ? this.#vendorsIn(text) : this.#findVendors(text);
  }

  /** The same few names come again and again. */
  readonly #vendorsIn = remembering((name) => this.#findVendors(name));

  #findVendors(text: string): NamedVendors {
    return {
      providers: [...new Set(this.sets.flatMap((set) => (set.provider?.test(text) ? set.data.provider : [])))],
      isStranger: this.strangers?.test(text) ?? false,
    };
  }

  /** A provider of ours stands in the text. */
  namesProvider(text: string): boolean {
    return this.sets.some((set) => set.provider?.test(text));
  }

  /** What a status says in the words of some set. */
  outcomeOf(value: string): 'failed' | 'fine' | undefined {
    const plain = squash(value);
    return this.#failedWords.has(plain) ? 'failed' : this.#fineWords.has(plain) ? 'fine' : undefined;
  }

  /** Main sets whose digits the number fits: it is listed there, or a family contains it. Listed first. */
  byDigits(number: string): readonly SetWords[] {
    const fitting = this.mainSets.filter(
      (set) => set.hasShape(number) && (set.lists(number) || set.familiesOf(number).length > 0),
    );
    return fitting.length < 2 ? fitting : fitting.toSorted((a, b) => Number(b.lists(number)) - Number(a.lists(number)));
  }

  /** A main set lists the number. */
  isListed(number: string): boolean {
    return this.mainSets.some((set) => set.lists(number));
  }

  /** Families that a pattern such as `47xx` names, by set. */
  byPattern(pattern: string): readonly SetWords[] {
    return this.mainSets.filter((set) => set.familiesOf(pattern).length > 0);
  }

  /** Codes with this name, spelled in any case, with blanks, hyphens, underscores or nothing between its words. */
  byName(text: string): readonly NamedCode[] {
    return text.length > maxName ? [] : (this.#names.byKey.get(squash(text)) ?? []);
  }

  /** Names of codes as words in a text. */
  namePattern(): RegExp | undefined {
    return this.#names.pattern;
  }

  /** Namesakes with this number, by index. */
  namesakesOf(number: string): readonly { readonly index: number; readonly near: string }[] {
    const value = Number(number);
    return this.#namesakes.filter(
      (namesake) => number.length === namesake.width && value >= namesake.from && value <= namesake.to,
    );
  }

  /** What a field says, told from its name and the names of the containers around it, innermost last. */
  meaningOf(containers: readonly string[], name: string): Meaning {
    return meaningOf(containers, name, this);
  }
}

const prepared = new WeakMap<DecoderData, Vocabulary>();

/** The vocabulary of the data; prepared once, since a page decodes at every key. */
export function vocabularyOf(data: DecoderData): Vocabulary {
  const known = prepared.get(data) ?? new Vocabulary(data);
  prepared.set(data, known);
  return known;
}

/** Vendors that are named in a text. */
export interface NamedVendors {
  /** Those of our sets. */
  readonly providers: readonly string[];
  /** Another one, too. */
  readonly isStranger: boolean;
}

/** The fields of one container. Payloads repeat themselves, so each name is looked up once. */
export class Scope {
  readonly #vocabulary: Vocabulary;
  readonly #path: readonly string[];
  readonly #fields = new Map<string, Meaning>();
  readonly #inner = new Map<string, Scope>();

  constructor(vocabulary: Vocabulary, path: readonly string[]) {
    this.#vocabulary = vocabulary;
    this.#path = path;
  }

  field(name: string): Meaning {
    let meaning = this.#fields.get(name);
    if (!meaning) {
      meaning = this.#vocabulary.meaningOf(this.#path, name);
      // A payload can hold any number of different names; the ones met first are the ones that come back.
      if (this.#fields.size < maxFields) this.#fields.set(name, meaning);
    }
    return meaning;
  }

  inside(name: string): Scope {
    let scope = this.#inner.get(name);
    if (!scope) {
      // Three names tell what a field is; deeper ones share nothing worth keeping.
      scope = new Scope(this.#vocabulary, [...this.#path.slice(-2), name]);
      if (this.#inner.size < maxInner && this.#path.length < maxPath) this.#inner.set(name, scope);
    }
    return scope;
  }
}

const maxFields = 500;
const maxInner = 100;
const maxPath = 3;

const maxName = 120;
