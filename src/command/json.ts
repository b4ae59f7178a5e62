import type { MessageEvent, Report } from '#decoder';
import type { ExplainedCode, ExplainedDigits } from '#package/explained';
import type { Reference } from '#package/reference';
import type { Answer } from './answer.ts';

/** Raise the second number with each new key. */
const schemaVersion = '1.0';

/** JSON that a terminal can show: control characters of the input stay escaped. */
const written = (value: unknown, indent?: number): string =>
  `${JSON.stringify(value, undefined, indent).replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;

/** Answers to what was asked for. */
export const answersJson = (answers: readonly Answer[]): string => written({ schemaVersion, answers }, 2);

/** What was found in the input, each code explained. It holds no text of the input but codes, names and numbers. */
export function reportJson(
  { status, events, findings, suggestions, namesakes, warnings, unknown }: Report,
  reference: Reference,
): string {
  return written(
    {
      schemaVersion,
      status,
      messages: events,
      findings: findings.map(({ set, code, known, pattern, families, count, sources, inferred, doubt, places }) => ({
        ref: `${set}/${code}`,
        set,
        code,
        listed: known,
        pattern,
        inferred,
        families,
        failures: count,
        line: places[0]?.line,
        doubt: doubt?.kind,
        sources: sources.map((source) => ({ ...source, heading: headingOf(source, reference) })),
        explained: explained(set, code, reference) ?? null,
      })),
      suggestions: suggestions.map(({ set, name, codes, count, place }) => ({
        set,
        name,
        codes,
        count,
        line: place.line,
      })),
      namesakes: namesakes.map(({ number, namesake, near, count, place }) => ({
        number,
        numbering: namesake === undefined ? null : (reference.decoderData.namesakes[namesake]?.numbering ?? null),
        near,
        count,
        line: place.line,
      })),
      warnings: warnings.map(({ kind, count, values, place }) => ({ kind, count, values, line: place.line })),
      unknown: unknown.map(({ number, place }) => ({ number, line: place.line })),
    },
    2,
  );
}

const explained = (
  set: string,
  code: string,
  { explain, explainDigits }: Reference,
): ExplainedCode | ExplainedDigits | undefined => explain(set, code) ?? explainDigits(set, code);

const headingOf = (
  { set, code }: { readonly set?: string; readonly code?: string },
  { explain }: Reference,
): string | null => (set === undefined || code === undefined ? null : (explain(set, code)?.heading ?? null));

/** A failed message as one line. */
export function messageJson(
  { outcome, codes, sources, recipient, messageId, time, line }: MessageEvent,
  { explain }: Reference,
): string {
  if (outcome !== 'failed') return '';
  const [first] = codes;
  const meaning = first && explain(first.set, first.code);
  return written({
    line,
    time: time ?? null,
    messageId: messageId ?? null,
    recipient: recipient ?? null,
    codes: codes.map(({ set, code }) => `${set}/${code}`),
    sources: sources.map(({ name, code }) => ({ name, code })),
    heading: meaning?.heading ?? null,
    responsible: meaning?.responsible.value ?? 'unknown',
    retry: meaning?.retry.value ?? 'unknown',
    action: meaning?.action ?? 'leave',
  });
}
