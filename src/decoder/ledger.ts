import type {
  Doubt,
  Finding,
  MessageEvent,
  NamesakeFound,
  Place,
  Reason,
  Report,
  Source,
  Suggestion,
  TableInfo,
  UnknownNumber,
  Warning,
  WarningKind,
} from './report.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Keeps what was found. Its size depends on how many different things were found, never on the length of
 * the input: places, sources and remembered message ids are capped.
 */
export class Ledger {
  readonly #vocabulary: Vocabulary;
  readonly #maxPlaces: number;
  readonly #onEvent: ((event: MessageEvent) => void) | undefined;
  readonly #onlyFailed: boolean;
  readonly #findings = new Map<string, Kept>();
  readonly #suggestions = new Map<string, Mutable<Suggestion>>();
  readonly #namesakes = new Map<string, Mutable<NamesakeFound>>();
  readonly #unknown = new Map<string, UnknownNumber>();
  readonly #warnings = new Map<WarningKind, Mutable<Warning> & { values: string[]; sources: Source[] }>();
  /** Unlisted numbers of a text that may turn out to be nothing but codes. */
  #held: Mention[] = [];
  #onlyCodes = true;
  /** Failures seen last, so that a webhook that was delivered twice counts once. */
  #recent: Set<string> = new Set();
  #older: ReadonlySet<string> = new Set();
  readonly #tables: TableInfo[] = [];
  readonly #events = { failed: 0, fine: 0, unclear: 0 };
  #watched: Told | undefined;

  constructor(
    vocabulary: Vocabulary,
    options: { maxPlaces: number; onEvent?: ((event: MessageEvent) => void) | undefined; onlyFailed: boolean },
  ) {
    this.#vocabulary = vocabulary;
    this.#maxPlaces = Math.max(1, options.maxPlaces);
    this.#onEvent = options.onEvent;
    this.#onlyFailed = options.onlyFailed;
  }

  /** A message event, judged, with its codes; one that came twice, by its id, counts once. */
  addEvent(event: MessageEvent, codes: readonly Found[], weight: number): void {
    this.#watched?.events.push({ event, codes, weight });
    this.#events[event.outcome] += weight;
    for (const found of codes) {
      const kept = this.#keep(found, found.place);
      const id = event.messageId && `${event.messageId}|${event.recipient ?? ''}|${found.set}:${found.code}`;
      const isRepeated = id !== undefined && (this.#recent.has(id) || this.#older.has(id));
      if (id !== undefined) this.#remember(id);
      if (!isRepeated) {
        kept.events += weight;
        for (const source of found.sources) addSource(kept.sources, source, weight);
      }
      kept.isInferred &&= found.inferred;
    }
    if (!this.#onlyFailed || event.outcome === 'failed') this.#onEvent?.(event);
  }

  /** What is told while something is read; undefined if that is anything but one event and its warnings. */
  watch(read: () => void): Verdict | undefined {
    const told: Told = { events: [], warnings: [], hasMore: false };
    this.#watched = told;
    read();
    this.#watched = undefined;
    const [first, ...others] = told.events;
    return first && others.length === 0 && !told.hasMore ? { ...first, warnings: told.warnings } : undefined;
  }

  /** Everything that is kept of the verdict beside its count is known already. */
  isWellKnown({ codes }: Verdict): boolean {
    return codes.every(({ set, code }) => this.#findings.get(`${set}:${code}`)?.places.length === this.#maxPlaces);
  }

  /** Tells the same of another message. */
  repeat(
    { event, codes, weight, warnings }: Verdict,
    message: Omit<MessageEvent, 'outcome' | 'codes' | 'sources'>,
  ): void {
    const { outcome, codes: named, sources } = event;
    this.addEvent({ outcome, codes: named, sources, ...message }, codes, weight);
    for (const { kind, place, values, sources } of warnings) this.warn(kind, place, values, sources);
  }

  /** A message that did not fail. The event is made only if somebody listens. */
  addFine(event: () => MessageEvent): void {
    this.#tellMore();
    this.#events.fine++;
    if (this.wantsFine) this.#onEvent?.(event());
  }

  /** Messages that did not fail and that nobody listens to. */
  countFine(messages: number): void {
    this.#events.fine += messages;
  }

  /** A code in free text, with how many failures the text says there were. One that is `repeated` stands beside another mention of the same failure. */
  addMention(mention: Mention, isRepeated = false, weight = 1): void {
    this.#tellMore();
    const kept = this.#keep(mention, mention.place);
    if (!isRepeated || kept.mentions === 0) kept.mentions += weight;
    kept.isInferred &&= mention.inferred ?? false;
  }

  /** A number that is a code only if the whole input is nothing but codes. */
  hold(mention: Mention): void {
    this.#tellMore();
    if (this.#held.length < maxHeld) this.#held.push(mention);
  }

  /** Something else than codes stands in the input. */
  seeOther(): void {
    if (!this.#onlyCodes) return;
    this.#onlyCodes = false;
    this.#held = [];
  }

  /** Somebody wants to hear of messages that did not fail, too. */
  get wantsFine(): boolean {
    return this.#onEvent !== undefined && !this.#onlyFailed;
  }

  get onlyCodes(): boolean {
    return this.#onlyCodes;
  }

  suggest(set: string, name: string, codes: readonly string[], place: Place): void {
    this.#tellMore();
    const known = this.#suggestions.get(`${set}:${name}`);
    if (known) known.count++;
    else if (this.#suggestions.size < maxOthers)
      this.#suggestions.set(`${set}:${name}`, { set, name, codes, count: 1, place });
  }

  addNamesake(number: string, near: string, namesake: number | undefined, place: Place): void {
    this.#tellMore();
    const key = `${near}:${number}`;
    const known = this.#namesakes.get(key);
    if (known) known.count++;
    else if (this.#namesakes.size < maxOthers)
      this.#namesakes.set(key, { number, near, count: 1, place, ...(namesake !== undefined && { namesake }) });
  }

  addUnknown(number: string, place: Place): void {
    this.#tellMore();
    if (this.#unknown.size < maxOthers && !this.#unknown.has(number)) this.#unknown.set(number, { number, place });
  }

  addTable(table: TableInfo): void {
    this.#tellMore();
    if (this.#tables.length < maxTables) this.#tables.push(table);
  }

  warn(kind: WarningKind, place: Place, values: readonly string[] = [], sources: readonly Source[] = []): void {
    this.#watched?.warnings.push({ kind, place, values, sources });
    let warning = this.#warnings.get(kind);
    if (!warning) {
      warning = { kind, count: 0, place, values: [], sources: [] };
      this.#warnings.set(kind, warning);
    }
    warning.count++;
    for (const value of values)
      if (warning.values.length < 10 && !warning.values.includes(value)) warning.values.push(value);
    for (const source of sources) if (warning.sources.length < 10) addSource(warning.sources, source, 1);
  }

  report(length: number, isBlank: boolean, steps: number): Report {
    if (this.#onlyCodes) for (const mention of this.#held) this.addMention(mention);
    this.#held = [];
    const findings = [...this.#findings.values()]
      .toSorted((a, b) => a.places[0]!.start - b.places[0]!.start)
      .map((kept) => this.#finding(kept));
    return {
      status: isBlank ? 'empty' : findings.length > 0 ? 'found' : 'none',
      findings,
      suggestions: [...this.#suggestions.values()],
      namesakes: [...this.#namesakes.values()],
      unknown: [...this.#unknown.values()].filter(({ number }) => !findings.some((finding) => finding.code === number)),
      warnings: [...this.#warnings.values()],
      tables: this.#tables,
      events: { ...this.#events },
      length,
      steps,
    };
  }

  #finding(kept: Kept): Finding {
    const set = this.#vocabulary.set(kept.set);
    return {
      set: kept.set,
      code: kept.code,
      pattern: kept.pattern,
      known: !kept.pattern && (set?.lists(kept.code) ?? false),
      families: set?.familiesOf(kept.code) ?? [],
      // A mention beside the event itself is no second failure.
      count: kept.events > 0 ? kept.events : kept.mentions,
      sources: kept.sources,
      inferred: kept.isInferred,
      reason: kept.reason,
      ...(kept.doubt && { doubt: kept.doubt }),
      places: kept.places,
    };
  }

  #keep(
    found: { set: string; code: string; pattern?: boolean | undefined; reason: Reason; doubt?: Doubt | undefined },
    place: Place,
  ): Kept {
    const key = `${found.set}:${found.code}`;
    let kept = this.#findings.get(key);
    if (!kept) {
      kept = {
        set: found.set,
        code: found.code,
        pattern: found.pattern ?? false,
        events: 0,
        mentions: 0,
        sources: [],
        isInferred: true,
        reason: found.reason,
        doubt: found.doubt,
        places: [place],
      };
      this.#findings.set(key, kept);
      return kept;
    }
    insertPlace(kept.places, place, this.#maxPlaces);
    if (kept.places[0] === place) {
      kept.reason = found.reason;
      kept.doubt = found.doubt;
    }
    return kept;
  }

  #tellMore(): void {
    if (this.#watched) this.#watched.hasMore = true;
  }

  #remember(id: string): void {
    this.#recent.add(id);
    if (this.#recent.size < maxRecent) return;
    this.#older = this.#recent;
    this.#recent = new Set();
  }
}

/** What the judgement of one record came to. */
export interface Verdict extends Judged {
  readonly warnings: readonly Warned[];
}

interface Judged {
  readonly event: MessageEvent;
  readonly codes: readonly Found[];
  readonly weight: number;
}

interface Warned {
  readonly kind: WarningKind;
  readonly place: Place;
  readonly values: readonly string[];
  readonly sources: readonly Source[];
}

/** What was told since somebody began to watch. */
interface Told {
  readonly events: Judged[];
  readonly warnings: Warned[];
  /** Something else than events and warnings. */
  hasMore: boolean;
}

/** A code of a judged record. */
export interface Found {
  readonly set: string;
  readonly code: string;
  readonly reason: Reason;
  readonly place: Place;
  readonly inferred: boolean;
  readonly doubt?: Doubt | undefined;
  readonly sources: readonly Source[];
}

/** A code in free text. */
export interface Mention {
  readonly set: string;
  readonly code: string;
  readonly pattern?: boolean;
  readonly reason: Reason;
  readonly place: Place;
  readonly inferred?: boolean;
  readonly doubt?: Doubt;
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

interface Kept {
  readonly set: string;
  readonly code: string;
  readonly pattern: boolean;
  events: number;
  mentions: number;
  readonly sources: Source[];
  isInferred: boolean;
  reason: Reason;
  doubt: Doubt | undefined;
  readonly places: Place[];
}

const maxHeld = 2000;
const maxOthers = 100;
const maxSources = 200;
const maxTables = 5;
const maxRecent = 5000;

/** Records are judged when they end, so a place can come after one that stands behind it. */
function insertPlace(places: Place[], place: Place, limit: number): void {
  let at = places.length;
  while (at > 0 && places[at - 1]!.start > place.start) at--;
  const before = places[at - 1];
  if (before && before.start === place.start && before.end === place.end) return;
  if (at >= limit) return;
  places.splice(at, 0, place);
  if (places.length > limit) places.pop();
}

function addSource(sources: Source[], source: Source, weight: number): void {
  const at = sources.findIndex(
    (other) => other.set === source.set && other.name === source.name && other.code === source.code,
  );
  if (at >= 0) sources[at] = { ...sources[at]!, count: sources[at]!.count + weight };
  else if (sources.length < maxSources) sources.push({ ...source, count: weight });
}
