import type { CodeEntry, Judged, Phrases } from '#schema';
import type { Action, Catalog, Cause, Code, CodeSet, DataFiles, Family } from './catalog.ts';
import { familiesOf, isPattern } from './family.ts';
import { told, toldAll, type Told } from './told.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Growing<T, Lists extends keyof T> = Omit<Mutable<T>, Lists> & {
  [List in Lists]: T[List] extends readonly (infer Item)[] ? Item[] : never;
};

const numeric = new Intl.Collator('en', { numeric: true }).compare;

/**
 * Links the files to each other and fills in what codes inherit: what a code says, else its first cause, else its
 * families from narrow to broad. Expects data whose links were checked (see rules/); throws a TypeError otherwise.
 */
export function buildCatalog(files: DataFiles): Catalog {
  const causes = new Map<string, Growing<Cause, 'codes'>>();
  for (const [id, file] of files.causes) causes.set(id, { id, file, codes: [] });

  const sets: CodeSet[] = [];
  for (const [id, { set: file, codes }] of [...files.sets].sort(([, a], [, b]) => a.set.order - b.set.order)) {
    const set: Growing<CodeSet, 'families' | 'codes'> = { id, file, families: [], codes: [] };
    const families = linkFamilies(set);
    for (const [code, entry] of [...codes].sort(([a], [b]) => numeric(a, b))) {
      const linked = resolveCode(code, entry, set, families, causes);
      set.codes.push(linked);
      for (const holder of familiesOf(code, file.families, entry.family)) families.get(holder.id)?.codes.push(linked);
      for (const { cause, match } of linked.causes) causes.get(cause.id)?.codes.push({ code: linked, match });
    }
    sets.push(set);
  }

  const byRef = new Map(sets.flatMap((set) => set.codes.map((code) => [code.ref, code] as const)));
  const byId = new Map(sets.map((set) => [set.id, set]));
  return {
    sets,
    causes: [...causes.values()].sort((a, b) => a.file.heading.localeCompare(b.file.heading, 'en')),
    sources: new Map(Object.entries(files.sources)),
    namesakes: files.namesakes,
    newest: newestDate(sets),
    set: (id) => byId.get(id),
    code: (set, code) => byRef.get(`${set}/${code}`),
    cause: (id) => causes.get(id),
  };
}

type GrowingFamily = Growing<Family, 'codes' | 'children'>;

function linkFamilies(set: Growing<CodeSet, 'families' | 'codes'>): Map<string, GrowingFamily> {
  const families = new Map<string, GrowingFamily>();
  for (const file of set.file.families) {
    families.set(file.id, { id: file.id, set, file, codes: [], parent: undefined, children: [] });
  }
  for (const family of families.values()) {
    // 47xx lies in 4xxx: read as a code with its last digits open, it fits the broader pattern.
    const sample = isPattern(family.id) ? family.id.replaceAll('x', '0') : undefined;
    const broader = sample && familiesOf(sample, set.file.families).find((other) => width(other.id) > width(family.id));
    const parent = broader && families.get(broader.id);
    if (parent) {
      family.parent = parent;
      parent.children.push(family);
    }
    set.families.push(family);
  }
  return families;
}

const width = (pattern: string) => pattern.length - pattern.replace(/x+$/, '').length;

function resolveCode(
  code: string,
  entry: CodeEntry,
  set: CodeSet,
  families: ReadonlyMap<string, Family>,
  allCauses: ReadonlyMap<string, Cause>,
): Code {
  const lineage = familiesOf(code, set.file.families, entry.family);
  const family = must(families.get(must(lineage[0], `a family for ${set.id}/${code}`).id), 'a linked family');
  const causes = entry.causes.map(({ is, match }) => ({ cause: must(allCauses.get(is), `cause ${is}`), match }));
  const first = must(causes[0], `a cause for ${set.id}/${code}`).cause;

  /** Code, else cause, else families from narrow to broad. */
  const inherit = <Value>(
    own: Judged<Value> | undefined,
    fromCause: Judged<Value> | undefined,
    ...fromFamilies: (Judged<Value> | undefined)[]
  ): Told<Value> | undefined => {
    if (own !== undefined) return told(own, 'code');
    if (fromCause !== undefined) return told(fromCause, 'cause');
    const inherited = fromFamilies.find((value) => value !== undefined);
    return inherited === undefined ? undefined : told(inherited, 'family');
  };

  const stopped = must(inherit(entry.stopped, undefined, ...lineage.map((f) => f.stopped)), 'where it stopped');
  const retry = withBasis(entry.retry, 'code') ?? must(withBasis(first.file.retry, 'cause'), 'a retry verdict');
  const suppress = entry.suppress ?? first.file.suppress;
  const rule = lineage.find((f) => f.rule !== undefined)?.rule;
  const section = entry.section ?? lineage.find((f) => f.section !== undefined)?.section;

  return {
    ref: `${set.id}/${code}`,
    code,
    set,
    entry,
    family,
    causes,
    heading: entry.heading ?? first.file.heading,
    section,
    summary: summaryOf(entry, first),
    stopped,
    reportedBy: reportedBy(lineage),
    responsible: must(inherit(entry.responsible, first.file.responsible), 'whose move it is'),
    retry,
    billed: inherit(entry.billed, undefined, ...lineage.map((f) => f.billed)),
    suppress,
    action: actionFor(suppress, retry.value.verdict),
    steps: entry.stepsInstead
      ? toldAll(entry.stepsInstead, 'code')
      : [...toldAll(entry.steps, 'code'), ...toldAll(first.file.steps, 'cause')],
    rule: rule === undefined ? undefined : told<string>(rule, 'family'),
    collect: [...(entry.collect ?? []), ...(first.file.collect ?? [])],
    customer: entry.customer ?? first.file.customer,
    history: [...entry.history].sort((a, b) => a.date.localeCompare(b.date)),
    aliases: toldAll(entry.aliases, 'code'),
    phrases: mergePhrases(entry.phrases, ...causes.filter((c) => c.match === 'same').map((c) => c.cause.file.phrases)),
  };
}

/** What a batch does with a message, by rule. */
export function actionFor(suppress: boolean, verdict: Code['retry']['value']['verdict']): Action {
  if (suppress) return 'stop';
  if (verdict === 'after-change') return 'change';
  return verdict === 'once' || verdict === 'later' ? 'retry' : 'leave';
}

function summaryOf(entry: CodeEntry, cause: Cause): Told<string> {
  if (entry.summary === undefined) return told<string>(cause.file.summary, 'cause');
  return told(entry.basis ? { say: entry.summary, ...entry.basis } : entry.summary, 'code');
}

function withBasis(retry: CodeEntry['retry'], from: 'code' | 'cause'): Code['retry'] | undefined {
  if (retry === undefined) return undefined;
  const { source, at } = retry;
  if (source === undefined || at === undefined) return { value: retry, basis: 'inferred', from };
  return { value: retry, basis: 'stated', citation: { source, at }, from };
}

/** Who told: the family says it, else it is the one where messages of the family stop. */
function reportedBy(lineage: ReturnType<typeof familiesOf>): Code['reportedBy'] {
  const said = lineage.find((f) => f.reportedBy !== undefined)?.reportedBy;
  if (said !== undefined) return told(said, 'family');
  const stopped = told(must(lineage[0], 'a family').stopped, 'family');
  const who = { sender: 'provider', provider: 'provider', carrier: 'carrier', handset: 'carrier', unknown: 'unknown' };
  return { ...stopped, value: who[stopped.value] as Code['reportedBy']['value'] };
}

function mergePhrases(...all: (Phrases | undefined)[]): Phrases {
  const merged: Phrases = {};
  for (const phrases of all) {
    for (const [language, list] of Object.entries(phrases ?? {}) as [keyof Phrases, string[]][]) {
      merged[language] = [...(merged[language] ?? []), ...list];
    }
  }
  return merged;
}

function newestDate(sets: readonly CodeSet[]): string {
  let newest = '';
  for (const set of sets) for (const code of set.codes) if (code.entry.checked > newest) newest = code.entry.checked;
  return newest;
}

function must<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new TypeError(`data/ lacks ${what}`);
  return value;
}
