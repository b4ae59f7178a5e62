import type { Match, Stopped } from '#schema';
import type { Catalog, Code } from '#catalog';
import { lineageOf, readDigits } from '#catalog';
import { changeOf, dateOf, familyLabel, isBand, statusNote } from '../describe.ts';
import { splitStep } from '../inline-text.ts';
import { showExample, type ShownPayload } from '../page-parts/payload.ts';
import { routeLine, type RouteLine } from '../page-parts/route-line.ts';
import { sameCause } from '../page-parts/same-cause.ts';
import { PageSources, type Mark, type MarkedText, type NumberedSource } from '../page-parts/sources-of.ts';
import { decodeCodes, href, paths } from '../urls.ts';
import { retryMeanings, retryWords, stoppedAt, whoseMove } from '../wording.ts';

/** A link to a code, with what tells it apart from others in a list. */
export interface CodeLink {
  readonly href: string;
  readonly code: string;
  readonly set: string;
  readonly heading: string;
}

/** A link with its words. */
export interface Link {
  readonly href: string;
  readonly words: string;
}

export interface Step extends MarkedText {
  readonly instruction: string;
  readonly rest: string;
}

/** Whose move, retry, billed, reported by: always these four, always in this order. */
export interface Verdict {
  readonly label: string;
  readonly words: string;
  /** What the value is, for its icon: `sender`, `never`, `billed`. */
  readonly is: string;
  readonly mark: Mark | undefined;
}

interface Sections {
  steps: {
    readonly steps: readonly Step[];
    /** True where no step has a source; one mark then stands for all. */
    readonly allInferred: boolean;
    readonly retry: { readonly words: string; readonly because: string; readonly limits: string; readonly mark: Mark };
    readonly rule: (MarkedText & { readonly of: string }) | undefined;
    readonly suppress: boolean;
    readonly collect: readonly string[];
  };
  meaning: { readonly paragraphs: readonly MarkedText[]; readonly causes: readonly Link[] };
  digits: {
    readonly groups: readonly {
      readonly digits: string;
      readonly asks: string;
      readonly heading: string | undefined;
      readonly says: MarkedText | undefined;
    }[];
    readonly offScheme: string | undefined;
  };
  arrives: {
    /** What brings it: `A POST to your callback URL`. */
    readonly how: string;
    readonly field: string;
    readonly carrier: { readonly set: Link; readonly name: string } | undefined;
    readonly payloads: readonly ShownPayload[];
    readonly decode: string;
  };
  customer: { readonly text: string };
  confused: {
    readonly codes: readonly (CodeLink & { readonly how: string })[];
    readonly contradictions: readonly MarkedText[];
  };
  elsewhere: {
    readonly cause: Link;
    readonly codes: readonly (CodeLink & {
      readonly stopped: { readonly is: Stopped; readonly words: string };
      readonly summary: string;
      readonly match: Match;
    })[];
    /** How many more the page of the cause has. */
    readonly more: number;
  };
  history: {
    readonly facts: readonly {
      readonly label: string;
      readonly value: string;
      readonly mono: boolean;
      readonly mark: Mark | undefined;
    }[];
    readonly spellings: readonly MarkedText[];
    readonly events: readonly {
      readonly date: string;
      readonly text: string;
      readonly was: string | undefined;
      readonly mark: Mark;
    }[];
  };
  sources: { readonly sources: readonly NumberedSource[] };
}

/** One section of the page: its kind, its heading, its id, and what stands in it. */
export type Section = {
  [Kind in keyof Sections]: { readonly kind: Kind; readonly id: string; readonly heading: string } & Sections[Kind];
}[keyof Sections];

/** A section of one kind, as the component that draws it takes it. */
export type SectionOf<Kind extends keyof Sections> = Extract<Section, { readonly kind: Kind }>;

/** What stands above the sections: enough to know what happened and whose move it is. */
export interface CodeHead {
  readonly code: Code;
  /** The code in the groups in which its digits are read; one group where nothing is known of them. */
  readonly groups: readonly string[];
  readonly status: ReturnType<typeof statusNote>;
  readonly route: RouteLine;
  readonly verdicts: readonly Verdict[];
  readonly lead: MarkedText;
}

/** A code page, described whole. Table of contents and rendering both come from `sections`. */
export interface CodePage extends CodeHead {
  readonly sections: readonly Section[];
}

const elsewhereShown = 8;

/** The head of a code page alone. Its marks have the numbers of `sources`. */
export function describeCodeHead(code: Code, sources: PageSources): CodeHead {
  return {
    code,
    groups: digitGroups(code),
    status: statusNote(code),
    route: routeLine(code),
    verdicts: verdictsOf(code, sources),
    lead: sources.mark(code.summary),
  };
}

/** Describes the page of a code. Sources are numbered in reading order, so the order of the lines below matters. */
export function describeCodePage(code: Code, catalog: Catalog): CodePage {
  const sources = new PageSources(catalog.sources);
  const head = describeCodeHead(code, sources);
  const sections: (Section | undefined)[] = [
    stepsSection(code, sources),
    meaningSection(code, sources),
    digitsSection(code, sources),
    arrivesSection(code, catalog),
    customerSection(code),
    confusedSection(code, catalog, sources),
    elsewhereSection(code),
    historySection(code, sources),
  ];
  const list = sources.list();
  if (list.length > 0) sections.push({ kind: 'sources', id: 'sources', heading: 'Sources', sources: list });
  return { ...head, sections: sections.filter((section) => section !== undefined) };
}

/** The headings of a page, as Starlight's table of contents takes them. */
export const headingsOf = (sections: readonly { readonly id: string; readonly heading: string }[]) =>
  sections.map(({ id, heading }) => ({ depth: 2, slug: id, text: heading }));

/** `4775` as 4, 7, 75. A code without a scheme is one group. */
export function digitGroups(code: Code): readonly string[] {
  const read = readDigits(code.code, code.set).map((reading) => reading.digits);
  return read.length > 0 ? read : [code.code];
}

const linkToCode = (code: Code): CodeLink => ({
  href: href(paths.code(code.set.id, code.code)),
  code: code.code,
  set: code.set.file.name,
  heading: code.heading,
});

function verdictsOf(code: Code, sources: PageSources): Verdict[] {
  const { responsible, retry, billed, reportedBy, set } = code;
  const { stations } = set.file;
  const { verdict } = retry.value;
  return [
    {
      label: 'Whose move',
      words: whoseMove(responsible.value, stations),
      is: responsible.value,
      mark: sources.markOf(responsible),
    },
    { label: 'Retry', words: retryWords[verdict], is: verdict, mark: sources.markOf(retry) },
    billed === undefined
      ? { label: 'Billed', words: 'Not stated', is: 'unknown', mark: undefined }
      : { label: 'Billed', words: billed.value ? 'Yes' : 'No', is: 'billed', mark: sources.markOf(billed) },
    {
      label: 'Reported by',
      words: whoseMove(reportedBy.value, stations),
      is: reportedBy.value,
      mark: sources.markOf(reportedBy),
    },
  ];
}

function stepsSection(code: Code, sources: PageSources): Section {
  const steps = code.steps.map((step): Step => {
    const [instruction, rest] = splitStep(step.value);
    return { ...sources.mark(step), instruction, rest };
  });
  const { verdict, because, wait, cap } = code.retry.value;
  const holder = lineageOf(code.family).find(({ file }) => file.rule !== undefined);
  return {
    kind: 'steps',
    id: 'what-to-do',
    heading: 'What to do',
    steps,
    allInferred: steps.every((step) => step.mark.kind === 'inferred'),
    retry: {
      words: retryWords[verdict],
      because: because ?? retryMeanings[verdict],
      limits: [wait && `Wait: ${wait}.`, cap && `At most: ${cap}.`].filter(Boolean).join(' ').replaceAll('..', '.'),
      mark: sources.markOf(code.retry),
    },
    rule: code.rule && { ...sources.mark(code.rule), of: holder && isBand(holder) ? holder.id : 'the family' },
    suppress: code.suppress,
    collect: code.collect,
  };
}

function meaningSection(code: Code, sources: PageSources): Section | undefined {
  const paragraphs = sources.markAll(code.entry.meaning);
  const causes = code.causes.map(({ cause }) => ({ href: href(paths.cause(cause.id)), words: cause.file.heading }));
  if (paragraphs.length === 0 && causes.length < 2) return undefined;
  return { kind: 'meaning', id: 'what-is-behind-it', heading: 'What is behind it', paragraphs, causes };
}

function digitsSection(code: Code, sources: PageSources): Section | undefined {
  const groups = readDigits(code.code, code.set).map(({ digits, asks, heading, says }) => ({
    digits,
    asks,
    heading,
    says: says && sources.mark(says),
  }));
  if (groups.length === 0) return undefined;
  return {
    kind: 'digits',
    id: 'how-the-digits-read',
    heading: 'How the digits read',
    groups,
    offScheme: code.entry.offScheme,
  };
}

function arrivesSection(code: Code, catalog: Catalog): Section {
  const { id, file } = code.set;
  const holder = file.carriedBy && catalog.set(file.carriedBy.set);
  return {
    kind: 'arrives',
    id: 'how-it-arrives',
    heading: 'How it arrives',
    how: file.arrives.heading,
    field: file.field,
    carrier: holder &&
      file.carriedBy && {
        set: { href: href(paths.set(holder.id)), words: holder.file.name },
        name: file.carriedBy.name,
      },
    payloads: code.entry.examples.map((example) =>
      showExample(example, code.code, [file.field, ...file.recognise.fields]),
    ),
    decode: decodeCodes([{ set: id, code: code.code }]),
  };
}

function customerSection(code: Code): Section | undefined {
  if (code.customer === undefined) return undefined;
  return {
    kind: 'customer',
    id: 'what-to-tell-the-customer',
    heading: 'What to tell the customer',
    text: code.customer,
  };
}

function confusedSection(code: Code, catalog: Catalog, sources: PageSources): Section | undefined {
  const codes = Object.entries(code.entry.distinguish ?? {}).flatMap(([ref, how]) => {
    const [set = '', other = ''] = ref.split('/');
    const found = catalog.code(set, other);
    return found ? [{ ...linkToCode(found), how }] : [];
  });
  const contradictions = sources.markAll(code.entry.contradictions);
  if (codes.length === 0 && contradictions.length === 0) return undefined;
  return { kind: 'confused', id: 'easily-confused', heading: 'Easily confused', codes, contradictions };
}

function elsewhereSection(code: Code): Section | undefined {
  const cause = code.causes[0]?.cause;
  if (cause === undefined) return undefined;
  const shown = sameCause(code, elsewhereShown);
  if (shown.length === 0) return undefined;
  return {
    kind: 'elsewhere',
    id: 'same-cause-elsewhere',
    heading: 'Same cause elsewhere',
    cause: { href: href(paths.cause(cause.id)), words: cause.file.heading },
    codes: shown.map(({ code: other, match }) => ({
      ...linkToCode(other),
      stopped: { is: other.stopped.value, words: stoppedAt(other.stopped.value, other.set.file.stations) },
      summary: other.summary.value,
      match,
    })),
    more: cause.codes.length - 1 - shown.length,
  };
}

function historySection(code: Code, sources: PageSources): Section {
  const { entry, section, family } = code;
  const quoted = (source: string | undefined) => (source === undefined ? undefined : sources.cite({ source }));
  const facts = [
    entry.title && { label: 'Title', value: entry.title, mono: false, mark: quoted(entry.wording?.title) },
    entry.name && { label: 'Name', value: entry.name, mono: true, mark: quoted(entry.wording?.name) },
    section && { label: 'Section', value: section, mono: false, mark: undefined },
    { label: 'Family', value: familyLabel(family), mono: false, mark: undefined },
  ].filter((fact) => typeof fact === 'object');
  return {
    kind: 'history',
    id: 'wording-and-history',
    heading: 'Wording and history',
    facts,
    spellings: code.aliases.map((alias) => sources.mark(alias)),
    events: code.history.map((event) => ({
      date: dateOf(event),
      text: changeOf(event),
      was: event.was,
      mark: sources.cite(event),
    })),
  };
}
