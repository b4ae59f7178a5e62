import { decode } from '#decoder';
import type { ExplainedCode, ExplainedDigits } from '#package/explained';
import type { Reference } from '#package/reference';

/** What is known of a code, a name or a text that was asked for. */
export interface Answer {
  readonly query: string;
  /** Listed codes. */
  readonly codes: readonly ExplainedCode[];
  /** Families that a pattern such as `47xx` names. */
  readonly families: readonly ExplainedDigits[];
  /** Codes that no list has, read by their digits. */
  readonly unlisted: readonly ExplainedDigits[];
}

/** Answers a code, a name or a text. */
export function answer(query: string, reference: Reference): Answer {
  const { lookUp, explainDigits, decoderData, sets } = reference;
  const codes = lookUp(query);
  const [, named, code = ''] = /^([a-z0-9-]+)[/:](\S+)$/i.exec(query.trim()) ?? [];
  const set = sets.find(({ id }) => id === named?.toLowerCase());
  if (set && codes.length === 0) return sort(query, codes, [explainDigits(set.id, code)]);

  const found = decode(query, decoderData).findings.filter(({ known }) => !known);
  const read = found.map((finding) => explainDigits(finding.set, finding.code));
  if (codes.length + read.length > 0) return sort(query, codes, read);
  // Nothing says that it is a code, but it was asked for as one.
  return sort(
    query,
    codes,
    sets.map(({ id }) => explainDigits(id, query.trim())).filter((digits) => digits?.family),
  );
}

function sort(query: string, codes: readonly ExplainedCode[], read: readonly (ExplainedDigits | undefined)[]): Answer {
  const present = read.filter((digits) => digits !== undefined);
  const isFamily = ({ code, family }: ExplainedDigits) => family?.id === code;
  return { query, codes, families: present.filter(isFamily), unlisted: present.filter((digits) => !isFamily(digits)) };
}
