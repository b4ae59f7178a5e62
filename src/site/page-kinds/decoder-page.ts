import type { Responsible, Stopped, Verdict } from '#schema';
import type { Action, Catalog, Code, CodeSet, Family } from '#catalog';
import { actionFor, decoderData, lineageOf, said, saidInLineage } from '#catalog';
import { getCatalog } from '../catalog.ts';
import { decoderFiles, href, paths } from '../urls.ts';
import type { Stations } from '../wording.ts';

/**
 * What the page of the decoder is told of the catalog: enough to explain any finding, and no more, since it is loaded
 * before anybody pastes. The decoder itself gets `decoderData`, which only recognises.
 */
export interface Explanations {
  readonly sets: readonly ExplainedSet[];
  /** Headings by id. */
  readonly causes: Readonly<Record<string, string>>;
  /** In the order of `DecoderData.namesakes`. */
  readonly namesakes: readonly { readonly numbering: string; readonly says: string }[];
}

export interface ExplainedSet {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly stations: Stations;
  /** Where a message stopped, as the end of a sentence: `at the carrier`. */
  readonly places: Readonly<Record<Exclude<Stopped, 'unknown'>, string>>;
  /** How the digits are read; absent where they say nothing. Values by leading digits, see `readDigits`. */
  readonly groups?: readonly { readonly digits: number; readonly values: Readonly<Record<string, string>> }[];
  readonly families: readonly ExplainedFamily[];
  readonly codes: readonly ExplainedCode[];
}

/** Values that are our reading and not stated by a source. */
export type InferredValue = 'stopped' | 'responsible' | 'retry' | 'billed';

interface Judgement {
  readonly stopped: Stopped;
  readonly responsible: Responsible;
  readonly retry: Verdict;
  readonly because?: string;
  /** The first thing to do. */
  readonly step?: string;
}

export interface ExplainedFamily extends Judgement {
  readonly id: string;
  readonly heading: string;
  readonly summary: string;
}

export interface ExplainedCode extends Judgement {
  readonly code: string;
  readonly heading: string;
  readonly summary: string;
  readonly action: Action;
  /** Absent where nobody says. */
  readonly billed?: boolean;
  /** Id of the first cause. */
  readonly cause: string;
  readonly status?: 'removed' | 'undocumented';
  readonly inferred?: readonly InferredValue[];
}

/** What stands around the field before any script runs. */
export interface DecoderField {
  readonly examples: readonly { readonly label: string; readonly text: string }[];
  readonly overviews: readonly { readonly words: string; readonly href: string }[];
  /** Addresses of the two files that the decoder loads. */
  readonly data: string;
  readonly explanations: string;
}

/** What the decoder recognises codes by. */
export const dataForDecoder = decoderData;

/** What the page of the decoder says of each code. */
export function explanations(catalog: Catalog): Explanations {
  const properNames = namesIn(catalog);
  return {
    sets: catalog.sets.map((set) => explainedSet(set, properNames)),
    causes: Object.fromEntries(catalog.causes.map(({ id, file }) => [id, file.heading])),
    namesakes: catalog.namesakes.map(({ numbering, says }) => ({
      numbering,
      says: said(says),
    })),
  };
}

/** The field of the decoder, with an example of each provider. */
export function decoderField(catalog: Catalog = getCatalog()): DecoderField {
  const outermost = catalog.sets.filter((set) => set.file.carriedBy === undefined);
  const firstOfProvider = [...Map.groupBy(outermost, (set) => set.file.provider).values()].flatMap(
    ([set]) => set ?? [],
  );
  return {
    examples: firstOfProvider.slice(0, 3).map(({ file }) => ({
      label: `${/^[aeiou]/i.test(file.name) ? 'an' : 'a'} ${file.name} ${nounFor(file.arrives.heading)}`,
      text: file.arrives.payload.trimEnd(),
    })),
    overviews: catalog.sets.map(({ id, file }) => ({ words: file.name, href: href(paths.set(id)) })),
    data: href(decoderFiles.data),
    explanations: href(decoderFiles.explanations),
  };
}

/** What people call the thing that a set arrives in, found in the words of the set itself. */
const nounFor = (heading: string): string =>
  /callback|message|webhook|event|record|bounce/i.exec(heading)?.[0].toLowerCase() ?? 'failure';

function explainedSet({ id, file, families, codes }: CodeSet, properNames: ReadonlySet<string>): ExplainedSet {
  return {
    id,
    name: file.name,
    provider: file.provider,
    stations: file.stations,
    places: placesOf(file.stations, properNames),
    groups: file.scheme?.groups.map(({ digits, values }) => ({
      digits,
      values: Object.fromEntries(Object.entries(values).map(([leading, { heading }]) => [leading, heading])),
    })),
    families: families.map(explainedFamily),
    codes: codes.map(explainedCode),
  };
}

/** A family with what it takes from broader ones filled in: what is said of a code of it that no list has. */
function explainedFamily(family: Family): ExplainedFamily {
  const { heading, summary, stopped } = family.file;
  const retry = saidInLineage(family, 'retry');
  return {
    id: family.id,
    heading,
    summary: said(summary),
    stopped: said(stopped),
    responsible: said(saidInLineage(family, 'responsible') ?? 'unknown'),
    retry: retry?.verdict ?? 'unknown',
    because: retry?.because,
    step: lineageOf(family)
      .flatMap(({ file }) => file.steps ?? [])
      .map(said)[0],
  };
}

function explainedCode(code: Code): ExplainedCode {
  const { stopped, responsible, retry, billed, entry } = code;
  const inferred = Object.entries({ stopped, responsible, retry, billed }).flatMap(([name, told]) =>
    told?.basis === 'inferred' ? [name as InferredValue] : [],
  );
  return {
    code: code.code,
    heading: code.heading,
    summary: code.summary.value,
    stopped: stopped.value,
    responsible: responsible.value,
    retry: retry.value.verdict,
    because: retry.value.because,
    action: actionFor(code.suppress, retry.value.verdict),
    billed: billed?.value,
    cause: code.causes[0]?.cause.id ?? '',
    step: code.steps[0]?.value,
    status: entry.status === 'current' ? undefined : entry.status,
    inferred: inferred.length > 0 ? inferred : undefined,
  };
}

/**
 * Ends of the sentence "Stopped …". Names of companies and products stay as they are; the other stations are common
 * nouns and get an article.
 */
function placesOf(stations: Stations, properNames: ReadonlySet<string>): ExplainedSet['places'] {
  const at = (station: string) =>
    properNames.has(station.toLowerCase()) || /[A-Z]/.test(station.slice(1))
      ? `at ${station}`
      : `at the ${station.toLowerCase()}`;
  return {
    sender: 'on your side',
    provider: at(stations[1]),
    carrier: at(stations[2]),
    handset: at(stations[3]),
  };
}

const namesIn = (catalog: Catalog): ReadonlySet<string> =>
  new Set(
    catalog.sets.flatMap(({ file }) => [file.name, file.provider, ...file.aliases]).map((name) => name.toLowerCase()),
  );
