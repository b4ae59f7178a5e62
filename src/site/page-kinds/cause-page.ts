import type { Match, Responsible, Verdict } from '#schema';
import { said, type Catalog, type Cause } from '#catalog';
import { splitStep } from '../inline-text.ts';
import { codeRow, type CodeRow } from '../page-parts/code-row.ts';
import { familyRow, narrowFamilies } from '../page-parts/family-row.ts';
import { filterChoices, type FilterChoice } from '../page-parts/filter-choices.ts';
import { PageSources, inferred, type Mark, type MarkedText, type NumberedSource } from '../page-parts/sources-of.ts';
import { href, paths } from '../urls.ts';
import { retryMeanings, retryWords, whoseMove, type Stations } from '../wording.ts';
import type { Link, Step } from './code-page.ts';

/** Stations without a provider's name, for what holds in every set. */
const anyStations: Stations = ['You', 'Provider', 'Carrier', 'Handset'];

/** The page of a cause, described whole. */
export interface CausePage {
  readonly cause: Cause;
  readonly verdicts: {
    readonly responsible: { readonly is: Responsible; readonly words: string; readonly mark: Mark };
    readonly retry: { readonly is: Verdict; readonly words: string; readonly because: string; readonly mark: Mark };
  };
  readonly meaning: readonly MarkedText[];
  readonly steps: readonly Step[];
  readonly allInferred: boolean;
  readonly collect: readonly string[];
  readonly customer: string | undefined;
  readonly near: readonly (Link & { readonly how: string })[];
  /** Codes in the order of the sets. */
  readonly rows: readonly (CodeRow & { readonly match: Match; readonly summary: string })[];
  readonly filters: readonly FilterChoice[];
  readonly sets: readonly Link[];
  readonly sources: readonly NumberedSource[];
  readonly headings: readonly { readonly id: string; readonly heading: string }[];
}

/** Describes the page of a cause. Sources are numbered in reading order. */
export function describeCausePage(cause: Cause, catalog: Catalog): CausePage {
  const sources = new PageSources(catalog.sources);
  const { file } = cause;
  const responsible = typeof file.responsible === 'string' ? { say: file.responsible } : file.responsible;
  const { verdict, because, source, at } = file.retry;
  const verdicts = {
    responsible: {
      is: responsible.say,
      words: whoseMove(responsible.say, anyStations),
      mark: 'source' in responsible ? sources.cite(responsible) : inferred,
    },
    retry: {
      is: verdict,
      words: retryWords[verdict],
      because: because ?? retryMeanings[verdict],
      mark: source === undefined ? inferred : sources.cite({ source, at }),
    },
  };
  const steps = sources.markAll(file.steps).map((step): Step => {
    const [instruction, rest] = splitStep(step.text);
    return { ...step, instruction, rest };
  });
  const near = Object.entries(file.near ?? {}).flatMap(([id, how]) => {
    const other = catalog.cause(id);
    return other ? [{ href: href(paths.cause(id)), words: other.file.heading, how }] : [];
  });
  const meaning = sources.markAll(file.meaning);
  const bySet = Map.groupBy(cause.codes, ({ code }) => code.set);
  const inUse = catalog.sets.filter((set) => bySet.has(set));
  const rows = inUse.flatMap((set) =>
    (bySet.get(set) ?? []).map(({ code, match }) => ({ ...codeRow(code), match, summary: code.summary.value })),
  );
  const families = inUse.flatMap((set) => narrowFamilies(set.families).map(familyRow));
  const list = sources.list();
  return {
    cause,
    verdicts,
    meaning,
    steps,
    allInferred: steps.every((step) => step.mark.kind === 'inferred'),
    collect: file.collect ?? [],
    customer: file.customer,
    near,
    rows,
    filters: filterChoices(rows, families),
    sets: inUse.map((set) => ({ href: href(paths.set(set.id)), words: set.file.name })),
    sources: list,
    headings: [
      { id: 'what-to-do', heading: 'What to do' },
      ...(meaning.length > 0 ? [{ id: 'what-is-behind-it', heading: 'What is behind it' }] : []),
      { id: 'codes', heading: 'Codes in every set' },
      ...(file.customer === undefined
        ? []
        : [{ id: 'what-to-tell-the-customer', heading: 'What to tell the customer' }]),
      ...(near.length === 0 ? [] : [{ id: 'easily-confused', heading: 'Easily confused' }]),
      ...(list.length === 0 ? [] : [{ id: 'sources', heading: 'Sources' }]),
    ],
  };
}

/** Causes whose move is the same one's. */
export interface CauseGroup {
  readonly responsible: Responsible;
  readonly words: string;
  readonly causes: readonly {
    readonly href: string;
    readonly heading: string;
    readonly summary: string;
    readonly retry: { readonly is: Verdict; readonly words: string };
    readonly count: number;
    readonly sets: readonly string[];
  }[];
}

/** Causes by whose move they are, in the order of the words: yours first, the ones nobody knows last. */
export function causesByMove(catalog: Catalog): CauseGroup[] {
  const order: readonly Responsible[] = ['sender', 'recipient', 'provider', 'carrier', 'unknown'];
  const moveOf = ({ file }: Cause) => said(file.responsible);
  const groups = Map.groupBy(
    catalog.causes.filter((cause) => cause.codes.length > 0),
    moveOf,
  );
  return order.flatMap((responsible) => {
    const causes = groups.get(responsible);
    return causes === undefined
      ? []
      : [
          {
            responsible,
            words: whoseMove(responsible, anyStations),
            causes: causes.map((cause) => ({
              href: href(paths.cause(cause.id)),
              heading: cause.file.heading,
              summary: cause.file.summary,
              retry: { is: cause.file.retry.verdict, words: retryWords[cause.file.retry.verdict] },
              count: cause.codes.length,
              sets: [...new Set(cause.codes.map(({ code }) => code.set.file.name))],
            })),
          },
        ];
  });
}
