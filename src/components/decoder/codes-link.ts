import type { Finding, Report } from '#decoder';
import { decodeCodes } from '#site/urls';
import type { Explainer } from './explainer.ts';

/** Codes in a link; more would not fit into an address everywhere. */
const mostCodes = 100;

type SetAndCode = Pick<Finding, 'set' | 'code'>;

interface CodesLink {
  readonly href: string;
  readonly isCut: boolean;
  /** `these codes`, `the first 100 of 240 codes`. */
  readonly words: string;
}

/** A link to the decoder that shows these codes, and what it leads to: all of them, or so many that fit in. */
export function codesLink(codes: readonly SetAndCode[]): CodesLink {
  const isCut = codes.length > mostCodes;
  const words = isCut ? `the first ${mostCodes} of ${codes.length.toLocaleString('en')} codes` : 'these codes';
  return { href: decodeCodes(codes.slice(0, mostCodes)), isCut, words };
}

/** Set and code of each entry of a fragment such as `#codes=bandwidth:4775,bird:15016`; what is no code is left out. */
export function readCodesLink(fragment: string): SetAndCode[] {
  const codes = /(?:^#?|&)codes=([^&]*)/.exec(fragment)?.[1] ?? '';
  const pairs = codes
    .split(',')
    .slice(0, mostCodes)
    .flatMap((pair) => {
      const [, set, code] = /^([a-z0-9-]{1,40}):([\w-]{1,40})$/.exec(decodeSafely(pair)) ?? [];
      return set !== undefined && code !== undefined ? [{ set, code }] : [];
    });
  return [...new Map(pairs.map((pair) => [`${pair.set}:${pair.code}`, pair])).values()];
}

/** The codes of a link as a report, so that they are shown like any other result. Codes of unknown sets are left out. */
export function reportOf(codes: readonly SetAndCode[], explainer: Explainer): Report {
  const findings = codes.flatMap(({ set, code }): Finding[] => {
    const explained = explainer.explain(set, code);
    if (!explained) return [];
    return [
      {
        set,
        code,
        pattern: explained.kind === 'pattern',
        known: explained.kind === 'listed',
        families: explained.set.families
          .map(({ id }) => id)
          .filter((id) => id.length === code.length && code.startsWith(id.replace(/x+$/, ''))),
        count: 1,
        sources: [],
        inferred: false,
        reason: { kind: 'only-codes' },
        places: [],
      },
    ];
  });
  return {
    status: findings.length > 0 ? 'found' : 'none',
    findings,
    suggestions: [],
    namesakes: [],
    unknown: [],
    warnings: [],
    tables: [],
    events: { failed: 0, fine: 0, unclear: 0 },
    length: 0,
    steps: 0,
  };
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
