import type { Finding, Report } from '#decoder';
import type { Explainer } from './explainer.ts';

const mostCodes = 200;

/** Set and code of each entry of a fragment such as `#codes=bandwidth:4775,bird:15016`; what is no code is left out. */
export function readCodesLink(fragment: string): { readonly set: string; readonly code: string }[] {
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
export function reportOf(
  codes: readonly { readonly set: string; readonly code: string }[],
  explainer: Explainer,
): Report {
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
