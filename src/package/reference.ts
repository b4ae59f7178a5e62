import { decoderData, familiesOf, type Catalog, type CodeSet, type DecoderData } from '#catalog';
import { decode, type Finding } from '#decoder';
import { digitsOf, explainCause, explainCode, explainFamily, explainSet } from './explain-catalog.ts';
import type { ExplainedCause, ExplainedCode, ExplainedDigits, ExplainedSet, Sources } from './explained.ts';

/** A reference work: everything the package knows, made from a catalogue. */
export interface Reference {
  readonly sets: readonly ExplainedSet[];
  readonly codes: readonly ExplainedCode[];
  readonly causes: readonly ExplainedCause[];
  readonly sources: Sources;
  readonly decoderData: DecoderData;
  /** Newest day on which an entry was held against its sources. */
  readonly newest: string;
  explain(set: string, code: string | number): ExplainedCode | undefined;
  explainDigits(set: string, code: string | number): ExplainedDigits | undefined;
  lookUp(text: string): ExplainedCode[];
}

/** Links what is asked for to what the catalogue says. */
export function createReference(catalog: Catalog): Reference {
  const sets = catalog.sets.map((set) => explainSet(set, set.codes.map(explainCode)));
  const codes = sets.flatMap((set) => set.codes);
  const data = decoderData(catalog);
  const byRef = new Map(codes.map((code) => [code.ref, code]));
  const inRange = codes.filter(({ code }) => rangeOf(code) !== undefined);

  const explain = (set: string, code: string | number): ExplainedCode | undefined =>
    byRef.get(`${set}/${code}`) ?? inRange.find((other) => other.set === set && isInRange(String(code), other.code));

  function explainDigits(id: string, code: string | number): ExplainedDigits | undefined {
    const set = catalog.set(id);
    return set && digitsIn(set, String(code), explain(id, code) !== undefined);
  }

  const lookUp = (text: string): ExplainedCode[] => {
    const asked = text.trim();
    const [, set, code] = /^([a-z0-9-]+)[/:](.+)$/i.exec(asked) ?? [];
    if (set !== undefined && code !== undefined && catalog.set(set.toLowerCase())) {
      return present([explain(set.toLowerCase(), code)]);
    }
    const exact = catalog.sets.map(({ id }) => explain(id, asked));
    const named = codes.filter(({ name, title, aliases }) =>
      [name, title, ...aliases.map((alias) => alias.text)].some((word) => word !== null && fold(word) === fold(asked)),
    );
    const found = unique(present([...exact, ...(fold(asked) === '' ? [] : named)]));
    return found.length > 0
      ? found
      : unique(present(decode(asked, data).findings.map(({ set: of, code: one }: Finding) => explain(of, one))));
  };

  return {
    sets,
    codes,
    causes: catalog.causes.map(explainCause),
    sources: Object.fromEntries(catalog.sources),
    decoderData: data,
    newest: catalog.newest,
    explain,
    explainDigits,
    lookUp,
  };
}

function digitsIn(set: CodeSet, code: string, listed: boolean): ExplainedDigits {
  const digits = digitsOf(code, set);
  const narrowest = familiesOf(code.replaceAll('x', '0'), set.file.families)[0];
  // A pattern asks for the family of just this width.
  const id = /x$/.test(code) ? code : narrowest?.id;
  const family = set.families.find((one) => one.id === id);
  return {
    set: set.id,
    code,
    listed,
    // The last group numbers the error; of a code that no list has, nothing is published about it.
    digits: listed
      ? digits
      : digits.map((group, index) => (index === digits.length - 1 ? { ...group, heading: null, says: null } : group)),
    family: family ? explainFamily(family) : null,
  };
}

const rangeOf = (code: string): RegExpExecArray | undefined => /^(\d+)-(\d+)$/.exec(code) ?? undefined;

function isInRange(code: string, range: string): boolean {
  const [, first, last] = rangeOf(range) ?? [];
  return /^\d+$/.test(code) && Number(code) >= Number(first) && Number(code) <= Number(last);
}

/** Names are asked for in any case, with blanks, hyphens or underscores. */
const fold = (word: string): string => word.toLowerCase().replace(/[\s_.-]+/g, '');

const present = (codes: readonly (ExplainedCode | undefined)[]): ExplainedCode[] =>
  codes.filter((code) => code !== undefined);
const unique = (codes: readonly ExplainedCode[]): ExplainedCode[] => [...new Set(codes)];
