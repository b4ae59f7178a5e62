import type { Stopped } from '#schema';
import type { CodeSet } from '#catalog';
import { familiesOf, said, saidInLineage } from '#catalog';
import { stoppedAt } from '../wording.ts';
import type { PageSources, MarkedText } from './sources-of.ts';

/** Where the codes of a branch stop and what the vendor says about all of them. */
export interface Outcome {
  readonly stopped: { readonly is: Stopped; readonly words: string };
  readonly rule: MarkedText | undefined;
}

/** Digits that mean the same at their place: 1, 3 and 4 after a 4. */
export interface SchemeBranch {
  /** Empty where the scheme has no row for the digits that follow. */
  readonly digits: readonly string[];
  readonly heading: string | undefined;
  /** What the rest of the digits is: how many, and whose numbers. */
  readonly detail: { readonly length: number; readonly heading: string | undefined };
  readonly outcome: Outcome | undefined;
}

export interface SchemeRoot {
  readonly digits: string;
  readonly heading: string;
  readonly says: MarkedText | undefined;
  readonly branches: readonly SchemeBranch[];
}

export interface SchemeFigure {
  /** Heads of the columns: the questions that the groups answer. */
  readonly asks: readonly string[];
  readonly roots: readonly SchemeRoot[];
  readonly exceptions: readonly MarkedText[];
}

/** The scheme of a set as a tree: first group, second group, rest. Undefined where digits say nothing. */
export function schemeFigure(set: CodeSet, sources: PageSources): SchemeFigure | undefined {
  const scheme = set.file.scheme;
  const [first, ...others] = scheme?.groups ?? [];
  if (scheme === undefined || first === undefined) return undefined;
  const middle = others.length > 1 ? others[0] : undefined;
  const rest = others.slice(middle === undefined ? 0 : 1);
  const restLength = rest.reduce((sum, group) => sum + group.digits, 0);
  const restGroup = rest[0];

  /** The heading of the rest for codes that begin with these digits. */
  const detailOf = (prefix: string) => {
    const keys = Object.keys(restGroup?.values ?? {}).filter((key) => prefix.startsWith(key) || key.startsWith(prefix));
    const key = keys.sort((a, b) => b.length - a.length)[0];
    return { length: restLength, heading: key === undefined ? undefined : restGroup?.values[key]?.heading };
  };
  const branch = (digits: readonly string[], heading: string | undefined, prefix: string): SchemeBranch => ({
    digits,
    heading,
    detail: detailOf(prefix),
    outcome: outcomeOf(set, prefix, sources),
  });

  const roots = Object.entries(first.values).map(([digits, value]): SchemeRoot => {
    const inside = Object.entries(middle?.values ?? {}).filter(([key]) => key.startsWith(digits) && key !== digits);
    const alike = Map.groupBy(inside, ([, { heading, says }]) => JSON.stringify([heading, says]));
    const branches = [...alike.values()].map((rows) =>
      branch(
        rows.map(([key]) => key.slice(digits.length)),
        rows[0]?.[1].heading,
        rows[0]?.[0] ?? digits,
      ),
    );
    return {
      digits,
      heading: value.heading,
      says: value.says === undefined ? undefined : sources.markAll([value.says])[0],
      branches: branches.length > 0 ? branches : [branch([], undefined, digits)],
    };
  });
  const asks = [first.asks, ...(middle ? [middle.asks] : []), ...(restGroup ? [restGroup.asks] : [])];
  return { asks, roots, exceptions: sources.markAll(scheme.exceptions) };
}

/** What families say about codes that begin with these digits: the narrowest family that holds them all. */
function outcomeOf(set: CodeSet, prefix: string, sources: PageSources): Outcome | undefined {
  const length = (set.file.scheme?.groups ?? []).reduce((sum, group) => sum + group.digits, 0);
  // Read as a code with its last digits open, the prefix lies in every family that holds it whole.
  const [narrowest] = familiesOf(prefix.padEnd(length, '0'), set.file.families).filter(
    (f) => f.id.replace(/x+$/, '').length <= prefix.length,
  );
  const family = set.families.find(({ file }) => file === narrowest);
  if (family === undefined) return undefined;
  const rule = saidInLineage(family, 'rule');
  const stopped = said(family.file.stopped);
  return {
    stopped: { is: stopped, words: stoppedAt(stopped, set.file.stations) },
    rule: rule === undefined ? undefined : sources.markAll([rule])[0],
  };
}
