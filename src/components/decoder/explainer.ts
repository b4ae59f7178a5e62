import type { Judge, Judged } from '#batch';
import type {
  Explanations,
  ExplainedCode,
  ExplainedFamily,
  ExplainedSet,
  InferredValue,
} from '#site/page-kinds/decoder-page';
import { href, paths } from '#site/urls';

/** Digits of a code and what they mean; `heading` is undefined where nothing is published about them. */
export interface ReadDigits {
  readonly digits: string;
  readonly heading: string | undefined;
}

/** All that the page says of one code or pattern. */
export interface Explained extends Judged {
  readonly set: ExplainedSet;
  readonly code: string;
  readonly summary: string;
  /** Page of the code or family; undefined where there is none. */
  readonly href: string | undefined;
  readonly status: ExplainedCode['status'];
  readonly isInferred: (value: InferredValue) => boolean;
  /** For codes without an entry: each group of digits. Empty where digits say nothing. */
  readonly reading: readonly ReadDigits[];
  /** For unlisted codes: the closest listed ones. For patterns: all codes of the family. */
  readonly neighbours: readonly ExplainedCode[];
}

export interface Explainer extends Judge {
  set(id: string): ExplainedSet | undefined;
  explain(set: string, code: string): Explained | undefined;
  namesake(index: number | undefined): { readonly numbering: string; readonly says: string } | undefined;
}

const mostNeighbours = 3;
const mostKept = 2000;

/** Explains codes by the catalog. Pure; the page and the worker use it. */
export function createExplainer({ sets, causes, namesakes }: Explanations): Explainer {
  const byId = new Map(
    sets.map((set) => [set.id, { set, codes: new Map(set.codes.map((code) => [code.code, code])) }]),
  );
  const known = new Map<string, Explained>();

  function explain(id: string, code: string): Explained | undefined {
    const key = `${id}:${code}`;
    const kept = known.get(key);
    if (kept) return kept;
    const entry = byId.get(id);
    if (!entry) return undefined;
    const listed = entry.codes.get(code) ?? rangeWith(entry.set, code);
    const explained = listed ? explainListed(entry.set, listed, code) : explainUnlisted(entry.set, code);
    // A file can hold any number of unlisted codes; they are not worth the memory.
    if (listed || known.size < mostKept) known.set(key, explained);
    return explained;
  }

  const explainListed = (set: ExplainedSet, entry: ExplainedCode, code: string): Explained => ({
    ...entry,
    set,
    code,
    kind: 'listed',
    href: href(paths.code(set.id, entry.code)),
    cause: { id: entry.cause, heading: causes[entry.cause] ?? entry.heading },
    because: entry.because,
    billed: entry.billed,
    step: entry.step,
    status: entry.status,
    isInferred: (value) => entry.inferred?.includes(value) ?? false,
    reading: [],
    neighbours: [],
  });

  return {
    set: (id) => byId.get(id)?.set,
    explain,
    namesake: (index) => (index === undefined ? undefined : namesakes[index]),
  };
}

function explainUnlisted(set: ExplainedSet, code: string): Explained {
  const isPattern = /^\d+x+$/.test(code);
  const family = familyOf(set, code);
  const own = isPattern && family?.id === code ? family : undefined;
  return {
    set,
    code,
    kind: isPattern ? 'pattern' : 'unlisted',
    heading: own?.heading ?? (isPattern ? `All codes ${code}` : `Not listed: ${set.name} has no ${code}`),
    summary:
      own?.summary ?? (isPattern ? `${set.name} has no family of that name.` : 'We know no list with this code.'),
    href: own && href(paths.family(set.id, own.id)),
    cause: undefined,
    stopped: family?.stopped ?? 'unknown',
    responsible: family?.responsible ?? 'unknown',
    retry: family?.retry ?? 'unknown',
    because: family?.because,
    action: 'leave',
    billed: undefined,
    step: family?.step,
    status: undefined,
    isInferred: () => true,
    // Only what is shown is worked out: an input can hold thousands of such codes.
    get reading() {
      return isPattern ? [] : readDigits(set, code);
    },
    get neighbours() {
      return isPattern ? set.codes.filter((entry) => fits(code, entry.code)) : closest(set, code, family);
    },
  };
}

/** The narrowest family whose pattern holds the code or pattern. */
function familyOf(set: ExplainedSet, code: string): ExplainedFamily | undefined {
  const digits = code.replace(/x+$/, '');
  return set.families
    .filter(({ id }) => /^\d+x+$/.test(id) && id.length === code.length && digits.startsWith(leadingDigits(id)))
    .sort((a, b) => leadingDigits(b.id).length - leadingDigits(a.id).length)[0];
}

const leadingDigits = (pattern: string): string => pattern.replace(/x+$/, '');

const fits = (pattern: string, code: string): boolean =>
  code.length === pattern.length && code.startsWith(leadingDigits(pattern));

/** Reads a code that no table lists; its last group, which numbers the error, has no published meaning. */
function readDigits({ groups }: Pick<ExplainedSet, 'groups'>, code: string): ReadDigits[] {
  const length = groups?.reduce((sum, { digits }) => sum + digits, 0);
  if (!groups || length !== code.length || !/^\d+$/.test(code)) return [];
  let end = 0;
  return groups.map(({ digits, values }, index) => {
    const start = end;
    end += digits;
    const read = code.slice(0, end);
    const key = Object.keys(values)
      .filter((leading) => read.startsWith(leading))
      .sort((a, b) => b.length - a.length)[0];
    const isLast = index === groups.length - 1;
    return { digits: code.slice(start, end), heading: isLast || key === undefined ? undefined : values[key] };
  });
}

/** The listed codes that are closest in number, in order, within the family. */
function closest(set: ExplainedSet, code: string, family: ExplainedFamily | undefined): ExplainedCode[] {
  if (!family) return [];
  const distance = (other: ExplainedCode) => Math.abs(Number(other.code) - Number(code));
  return set.codes
    .filter((other) => fits(family.id, other.code))
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, mostNeighbours)
    .sort((a, b) => a.code.localeCompare(b.code));
}

/** An entry such as 200-299 that holds the number. */
function rangeWith(set: ExplainedSet, code: string): ExplainedCode | undefined {
  if (!/^\d+$/.test(code)) return undefined;
  return set.codes.find((entry) => {
    const range = /^(\d+)-(\d+)$/.exec(entry.code);
    return range !== null && Number(code) >= Number(range[1]) && Number(code) <= Number(range[2]);
  });
}
